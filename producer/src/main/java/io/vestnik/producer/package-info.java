/** Reads sources and publishes article events. */
package io.vestnik.producer;
