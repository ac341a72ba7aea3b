/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/** Reads a field by stems, and the one for prefixes by words. */
final class FieldAnalyzer extends DelegatingAnalyzerWrapper {
    private final NewsAnalyzer stems = NewsAnalyzer.stems();
    private final NewsAnalyzer words = NewsAnalyzer.words();

    FieldAnalyzer() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String fieldName) {
        return Fields.WORDS.equals(fieldName) ? words : stems;
    }
}
