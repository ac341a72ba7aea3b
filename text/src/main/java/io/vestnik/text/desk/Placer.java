/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityIds;

/** Tells an article's place with the evidence for it. */
final class Placer {
    private static final int MOST_LINKS = 5;
    private static final int MOST_TERMS = 8;
    private static final int MOST_SOURCES = 5;

    /** Of the words of a weaker source at least this part must not stand in stronger ones. */
    private static final int OWN_PART_OF_SHARE = 2;

    private final DeskConfig config;

    Placer(DeskConfig config) {
        this.config = config;
    }

    /** The id of the story that begins with this article. */
    static String storyId(Held first) {
        return EntityIds.hash(first.id());
    }

    Placement place(Held held) {
        Held original = held.original;
        return new Placement(
                held.id(),
                held.article.contentHash(),
                original == null ? null : original.id(),
                original == null ? null : kind(held, original),
                original == null ? null : TextPair.of(held, original, config).similarity(),
                sources(held),
                storyId(held.first),
                null,
                links(held),
                null,
                false);
    }

    private CopyKind kind(Held copy, Held original) {
        if (copy.whole == original.whole && copy.words() == original.words()) {
            return CopyKind.EXACT;
        }
        // Shorter by a fifth and more is a part of the original; less is a sentence left out.
        boolean shorter = copy.words() * 5L < original.words() * 4L;
        return shorter ? CopyKind.EXCERPT : CopyKind.NEAR;
    }

    /** Texts that this one was written from. A text that adds nothing to those named before it is not one. */
    private List<Derivation> sources(Held held) {
        record Source(Held text, int share) {}
        List<Source> found = new ArrayList<>();
        for (Map.Entry<Held, TextPair> entry : held.texts.entrySet()) {
            Held other = entry.getKey();
            int share = entry.getValue().shareOf(held);
            int back = entry.getValue().shareOf(other);
            boolean points = share > back || (share == back && other.compareTo(held) < 0);
            if (points && share >= config.derivationShare() && other.source() != held.source()) {
                found.add(new Source(other, share));
            }
        }
        found.sort(Comparator.comparingInt(Source::share).reversed().thenComparing(Source::text));
        List<Derivation> sources = new ArrayList<>();
        long[] left = held.shingles;
        for (Source source : found) {
            long[] rest = without(left, source.text.shingles);
            int own = TextPair.share(left.length - rest.length, held.shingles.length);
            if (own >= config.derivationShare() / OWN_PART_OF_SHARE && sources.size() < MOST_SOURCES) {
                sources.add(new Derivation(source.text.id(), source.share, List.of()));
                left = rest;
            }
        }
        sources.sort(Comparator.comparingInt(Derivation::share).reversed().thenComparing(Derivation::articleId));
        return List.copyOf(sources);
    }

    private static long[] without(long[] shingles, long[] others) {
        return Arrays.stream(shingles)
                .filter(hash -> Arrays.binarySearch(others, hash) < 0)
                .toArray();
    }

    private static List<StoryLink> links(Held held) {
        record Link(Held other, int similarity) {}
        List<Link> found = new ArrayList<>();
        held.likes.forEach((other, similarity) -> {
            if (other.first == held.first && other.original == null && held.original == null) {
                found.add(new Link(other, similarity));
            }
        });
        held.texts.keySet().forEach(other -> {
            if (other.original == held || held.original == other) {
                found.add(new Link(other, held.terms.similarity(other.terms)));
            }
        });
        @Nullable Held original = held.original;
        if (original != null && found.isEmpty()) {
            found.add(new Link(original, held.terms.similarity(original.terms)));
        }
        found.sort(Comparator.comparingInt(Link::similarity).reversed().thenComparing(Link::other));
        return found.stream()
                .limit(MOST_LINKS)
                .map(link -> new StoryLink(
                        link.other.id(), link.similarity, held.terms.shared(link.other.terms, MOST_TERMS)))
                .toList();
    }
}
