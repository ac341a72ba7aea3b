/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Words of Russian and English texts. Each word is stemmed by its letters ({@link StemFilter}), so what language a text or a
 * query is in need not be known, and English names are found in Russian texts. ё is е, marks of stress are nothing, accents
 * of Latin letters are left out. There are no stop words: phrases need them.
 */
final class NewsAnalyzer extends Analyzer {
    /** Positions between two values of one field, so that no phrase runs from one into the next. */
    private static final int GAP = 100;

    private static final NormalizeCharMap LETTERS = letters();

    private final boolean stemmed;

    private NewsAnalyzer(boolean stemmed) {
        this.stemmed = stemmed;
    }

    /** Words by their stems. */
    static NewsAnalyzer stems() {
        return new NewsAnalyzer(true);
    }

    /** Words as they are written, for prefixes. */
    static NewsAnalyzer words() {
        return new NewsAnalyzer(false);
    }

    /**
     * A word of a text.
     *
     * @param term its stem, or the word
     * @param begin first UTF-16 unit in the text
     * @param end one past the last
     */
    record Token(String term, int begin, int end) {}

    /** The words of a text in its order. */
    List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
        return tokens;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer tokenizer = new StandardTokenizer();
        TokenStream words = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer)));
        return new TokenStreamComponents(tokenizer, stemmed ? new StemFilter(words) : words);
    }

    @Override
    protected Reader initReader(String fieldName, Reader reader) {
        return new MappingCharFilter(LETTERS, reader);
    }

    @Override
    public int getPositionIncrementGap(String fieldName) {
        return GAP;
    }

    private static NormalizeCharMap letters() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        map.add("ё", "е");
        map.add("Ё", "Е");
        // The same letters as two characters each, and the mark of stress.
        map.add("е\u0308", "е");
        map.add("Е\u0308", "Е");
        map.add("и\u0306", "й");
        map.add("И\u0306", "Й");
        map.add("\u0301", "");
        return map.build();
    }
}
