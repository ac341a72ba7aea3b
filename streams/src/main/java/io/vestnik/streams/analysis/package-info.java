/** Step 1, by article: puts the events of an article in order and analyses the current version. Reading order: {@link io.vestnik.streams.analysis.AnalysisTopology}, then the processor, the check and the chain of versions. */
package io.vestnik.streams.analysis;
