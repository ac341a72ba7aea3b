/** The streams application. Reading order: {@link io.vestnik.streams.VestnikTopology}, then the steps in the order of their names there. */
package io.vestnik.streams;
