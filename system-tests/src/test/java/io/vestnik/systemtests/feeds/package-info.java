/** Feeds that are polled while the producer is killed, judged by a model of what they have shown. */
package io.vestnik.systemtests.feeds;
