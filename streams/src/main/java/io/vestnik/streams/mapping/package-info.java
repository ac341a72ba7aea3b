/** Between the records of the text part and those on the wire. */
package io.vestnik.streams.mapping;
