/** Reads sources and publishes article events. */
@NullMarked
package io.vestnik.producer;

import org.jspecify.annotations.NullMarked;
