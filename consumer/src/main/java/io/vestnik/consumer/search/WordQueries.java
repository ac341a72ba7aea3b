/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.search.NewsAnalyzer.Token;
import io.vestnik.consumer.search.QueryText.Clause;

/**
 * What a query asks of the index. Each part of it has to be found, wherever; in a title it counts most, in names more than
 * in what is said.
 */
final class WordQueries {
    private static final float TITLE_BOOST = 3;
    private static final float NAMES_BOOST = 1.5f;
    /** How much the other fields count beside the best. */
    private static final float OTHERS = 0.1f;

    private final NewsAnalyzer stems;
    private final NewsAnalyzer words;

    WordQueries(NewsAnalyzer stems, NewsAnalyzer words) {
        this.stems = stems;
        this.words = words;
    }

    /**
     * What is to be marked in a text that was found.
     *
     * @param stems of words and phrases
     * @param prefixes of words as they are written
     */
    record Marks(List<String> stems, List<String> prefixes) {}

    /** A query and what it marks. */
    record Words(Query query, Marks marks) {}

    /**
     * Reads a query.
     *
     * @throws Problem with the column and the reason when it cannot be understood
     */
    Words read(String text) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        Marks marks = new Marks(new ArrayList<>(), new ArrayList<>());
        for (Clause clause : QueryText.read(text)) {
            Query query = clause.type() == QueryText.Type.PREFIX ? prefix(clause, marks) : words(clause, marks);
            all.add(query, clause.excluded() ? Occur.MUST_NOT : Occur.MUST);
        }
        return new Words(all.build(), marks);
    }

    private Query words(Clause clause, Marks marks) {
        List<String> terms = terms(stems, clause);
        if (!clause.excluded()) {
            marks.stems().addAll(terms);
        }
        return new DisjunctionMaxQuery(
                List.of(
                        new BoostQuery(inField(Fields.TITLE, terms), TITLE_BOOST),
                        new BoostQuery(inField(Fields.NAMES, terms), NAMES_BOOST),
                        inField(Fields.BODY, terms)),
                OTHERS);
    }

    /** What is written as one word may be several to the index, as with a hyphen: then they stand in their order. */
    private static Query inField(String field, List<String> terms) {
        return terms.size() == 1
                ? new TermQuery(new Term(field, terms.get(0)))
                : new PhraseQuery(field, terms.toArray(String[]::new));
    }

    private Query prefix(Clause clause, Marks marks) {
        List<String> terms = terms(words, clause);
        String last = terms.get(terms.size() - 1);
        if (last.codePointCount(0, last.length()) < QueryText.MIN_PREFIX) {
            throw QueryText.refusal(
                    clause.column(),
                    "a prefix needs at least " + QueryText.MIN_PREFIX + " letters in front of the star.");
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String term : terms.subList(0, terms.size() - 1)) {
            all.add(new TermQuery(new Term(Fields.WORDS, term)), Occur.MUST);
        }
        all.add(new PrefixQuery(new Term(Fields.WORDS, last)), Occur.MUST);
        if (!clause.excluded()) {
            marks.prefixes().addAll(terms);
        }
        return all.build();
    }

    private static List<String> terms(NewsAnalyzer analyzer, Clause clause) {
        List<String> terms =
                analyzer.tokens(clause.text()).stream().map(Token::term).toList();
        if (terms.isEmpty()) {
            throw QueryText.refusal(clause.column(), "'" + clause.text() + "' has no word.");
        }
        return terms;
    }
}
