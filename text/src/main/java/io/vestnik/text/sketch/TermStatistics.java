/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.vestnik.text.EntityIds;

/**
 * How many texts of a frozen collection use a term. A frozen resource: results depend on it, so its digest belongs into
 * a run's manifest. {@code docs/models/terms.md} tells what it was learned from.
 */
public final class TermStatistics {
    private final int documents;
    private final TermCounts frequencies;
    private final String digest;

    private TermStatistics(String content) {
        List<String> lines = content.lines().toList();
        if (lines.isEmpty() || !lines.get(0).startsWith("documents\t")) {
            throw new IllegalArgumentException("term statistics must begin with a line \"documents<TAB>number\"");
        }
        this.documents = Integer.parseInt(lines.get(0).substring(lines.get(0).indexOf('\t') + 1));
        Map<String, Integer> counts = new LinkedHashMap<>(lines.size() * 2);
        for (String line : lines.subList(1, lines.size())) {
            int tab = line.indexOf('\t');
            if (tab < 1) {
                throw new IllegalArgumentException("term statistics: a line must be \"term<TAB>number\", not " + line);
            }
            counts.put(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1)));
        }
        this.frequencies = new TermCounts(counts);
        this.digest = EntityIds.hash(content);
    }

    /** Reads statistics from their text form: a line with the number of texts, then a line a term. */
    public static TermStatistics parse(String content) {
        return new TermStatistics(content);
    }

    /**
     * Gives the statistics that Vestnik ships for a language.
     *
     * @param language ISO 639-1 code; a language without statistics gets those of no texts, where all terms are equally
     *     rare
     */
    public static TermStatistics of(String language) {
        try (InputStream in = TermStatistics.class.getResourceAsStream("terms-" + language + ".tsv")) {
            return parse(in == null ? "documents\t0\n" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the term statistics of " + language, e);
        }
    }

    /** Writes the text form; terms of a single text are left out, since an unknown term counts as one. */
    public static String format(int documents, Map<String, Integer> frequencies) {
        StringBuilder content = new StringBuilder("documents\t" + documents + "\n");
        new TreeMap<>(frequencies).forEach((term, texts) -> {
            if (texts > 1) {
                content.append(term).append('\t').append(texts).append('\n');
            }
        });
        return content.toString();
    }

    /** Texts of the collection. */
    public int documents() {
        return documents;
    }

    /** Texts that use the term; 1 for an unknown term, 0 when there are no statistics. */
    public int frequency(String term) {
        return frequencies.get(term, documents == 0 ? 0 : 1);
    }

    /** Start of the SHA-256 of the resource, in hexadecimal digits. */
    public String digest() {
        return digest;
    }
}
