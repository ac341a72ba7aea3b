/** What the text of an article says of itself: title, outlet, claimed time. */
package io.vestnik.producer.text;
