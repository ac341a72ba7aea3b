/** Step 4, by topic: counts what articles add to topics. Reading order: {@link io.vestnik.streams.coverage.CoverageTopology}, then the two processors. */
package io.vestnik.streams.coverage;
