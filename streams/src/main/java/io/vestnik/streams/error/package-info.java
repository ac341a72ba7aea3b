/** What happens to errors: only a typed error of the data lets the stream go on; anything else ends the process. */
package io.vestnik.streams.error;
