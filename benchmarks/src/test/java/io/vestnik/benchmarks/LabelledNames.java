/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

import io.vestnik.text.lang.SourceText;

/** The reference that is learned from labelled articles, and the articles that it reads. */
@State(Scope.Benchmark)
public class LabelledNames {
    /** Where the articles are: see {@link Corpus#read}. */
    @Param("../seeds")
    public String articles;

    /** What the finder is trained on: see {@link OpenNlpNames#trainedOn}. */
    @Param("")
    public String names;

    /** Kept from one benchmark to the next in the same process: a turn of the comparison is short. */
    private static @Nullable LabelledNames known;

    private OpenNlpNames finder;
    private List<List<String[]>> sentences;

    /** Trains the finder where it is not kept from before, and cuts the articles for it. */
    @Setup
    public void train() throws IOException {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("the reference needs labelled articles: -p names=FILE,…");
        }
        if (known == null || !known.articles.equals(articles) || !known.names.equals(names)) {
            read();
            known = this;
        }
        finder = known.finder;
        sentences = known.sentences;
    }

    private void read() throws IOException {
        finder = OpenNlpNames.trainedOn(names);
        sentences = Corpus.read(articles).documents().stream()
                .map(document -> OpenNlpNames.sentences(SourceText.of(document.text())))
                .toList();
    }

    void find(Blackhole hole) {
        for (List<String[]> article : sentences) {
            hole.consume(finder.find(article));
        }
    }
}
