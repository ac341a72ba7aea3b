/** What all steps share: rows of final tables with their history, stores, serdes, sizes. */
package io.vestnik.streams.table;
