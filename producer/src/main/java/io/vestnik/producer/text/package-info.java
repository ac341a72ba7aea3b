/** What the text of an article says of itself: title, outlet, claimed time. */
@NullMarked
package io.vestnik.producer.text;

import org.jspecify.annotations.NullMarked;
