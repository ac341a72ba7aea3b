/** Step 2, by language: relates the articles of a language. Reading order: {@link io.vestnik.streams.desk.DeskTopology}, then the processor and the store. */
package io.vestnik.streams.desk;
