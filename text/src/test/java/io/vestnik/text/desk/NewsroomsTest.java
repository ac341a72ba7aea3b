/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.vestnik.text.Analysis;
import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;
import io.vestnik.text.desk.utterances.Utterance;

import static org.assertj.core.api.Assertions.assertThat;

/** Small newsrooms whose outlets quote, cut, splice, alter, retell and translate one speech, from text to utterances. */
class NewsroomsTest {
    private static final long DAY = 86_400_000L;
    private static final Analyzer ANALYZER = new Analyzer();

    /** A newsroom of the resource. */
    private record Newsroom(String name, List<String> articles, List<String> utterances) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Newsroom> newsrooms() throws IOException {
        try (InputStream in = Objects.requireNonNull(NewsroomsTest.class.getResourceAsStream("newsrooms.txt"))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.split("\n## ", -1)).skip(1).map(NewsroomsTest::newsroom);
        }
    }

    private static Newsroom newsroom(String block) {
        List<String> lines = block.lines().toList();
        List<StringBuilder> articles = new ArrayList<>();
        List<String> utterances = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.equals("--")) {
                articles.add(new StringBuilder());
            } else if (line.startsWith("> ")) {
                utterances.add(line.substring(2));
            } else {
                articles.get(articles.size() - 1).append(line).append('\n');
            }
        }
        return new Newsroom(
                lines.get(0), articles.stream().map(StringBuilder::toString).toList(), utterances);
    }

    @ParameterizedTest
    @MethodSource("newsrooms")
    void shouldFindWhatWasSaid(Newsroom newsroom) {
        List<DeskArticle> articles = new ArrayList<>();
        for (int i = 0; i < newsroom.articles.size(); i++) {
            articles.add(article(Integer.toString(i), i * DAY, newsroom.articles.get(i)));
        }
        String language = articles.get(0).analysis().language();
        Desk forward = new Desk(language);
        articles.forEach(forward::put);
        Collections.reverse(articles);
        Desk backward = new Desk(language);
        articles.forEach(backward::put);

        assertThat(forward.utterances().stream()
                        .filter(utterance -> utterance.members().size() > 1
                                || !utterance.conflicts().isEmpty())
                        .map(NewsroomsTest::told))
                .containsExactlyInAnyOrderElementsOf(newsroom.utterances);
        assertThat(List.copyOf(backward.utterances())).isEqualTo(List.copyOf(forward.utterances()));
    }

    private static DeskArticle article(String id, long time, String text) {
        Analysis analysis = ANALYZER.analyze(new Document(id, text, null, null));
        List<Long> times = Collections.nCopies(analysis.quotes().size(), time);
        return new DeskArticle(id, id, time, null, null, null, analysis, times, time);
    }

    private static String told(Utterance utterance) {
        return utterance.speaker()
                + utterance.members().stream()
                        .map(member -> member.articleId() + " " + member.variant())
                        .collect(Collectors.joining(", ", ": ", ""))
                + utterance.conflicts().stream()
                        .map(conflict -> " ! " + conflict.speaker())
                        .collect(Collectors.joining());
    }
}
