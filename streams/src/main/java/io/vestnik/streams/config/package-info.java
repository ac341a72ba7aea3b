/** The application's typed and documented configuration. */
package io.vestnik.streams.config;
