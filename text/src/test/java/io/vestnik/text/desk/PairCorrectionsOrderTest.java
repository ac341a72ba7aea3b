/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.vestnik.text.PairCorrection;
import io.vestnik.text.PairCorrection.Kind;
import io.vestnik.text.desk.DeskOrderTest.Told;

import static org.assertj.core.api.Assertions.assertThat;

/** What people have said of pairs of articles counts the same whatever happened on the way to it. */
class PairCorrectionsOrderTest {
    private static final int ARTICLES = 12;
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final Comparator<PairCorrection> ORDER =
            Comparator.comparing(PairCorrection::kind).thenComparing(PairCorrection::articleId);

    @Provide
    Arbitrary<List<Integer>> seeds() {
        return Arbitraries.integers().list().ofSize(3);
    }

    /** The articles held, each with its version and with what was said of it; a correction reaches one side at a time. */
    private static final class World {
        final Map<Integer, Integer> versions = new TreeMap<>();
        final Map<Integer, SortedSet<PairCorrection>> said = new TreeMap<>();
        private final int seed;

        World(int seed) {
            this.seed = seed;
        }

        SortedSet<PairCorrection> said(int article) {
            return said.computeIfAbsent(article, none -> new TreeSet<>(ORDER));
        }

        DeskArticle article(int article) {
            DeskArticle bare = DeskOrderTest.article(seed, article, Objects.requireNonNull(versions.get(article)));
            return new DeskArticle(
                    bare.articleId(),
                    bare.contentHash(),
                    bare.firstObservedAt(),
                    bare.claimedAt(),
                    bare.outlet(),
                    bare.title(),
                    bare.analysis(),
                    bare.quotesFirstObservedAt(),
                    bare.knownAt(),
                    List.copyOf(said(article)));
        }

        Desk desk(List<Integer> order) {
            Desk desk = new Desk("ru", DeskOrderTest.config());
            order.forEach(article -> desk.put(article(article)));
            return desk;
        }
    }

    @Property(tries = 200)
    void shouldCountTheSameWhateverTheOrder(@ForAll("seeds") List<Integer> seeds) {
        Random random = new Random(seeds.get(0));
        World world = new World(seeds.get(1));
        Desk wandering = new Desk("ru", DeskOrderTest.config());
        Told told = new Told();
        for (int i = 0; i < 6 * ARTICLES; i++) {
            int article = random.nextInt(ARTICLES);
            int what = random.nextInt(8);
            if (what == 0) {
                world.versions.remove(article);
                told.take(wandering.remove(DeskOrderTest.id(article)));
            } else {
                if (what < 4 || !world.versions.containsKey(article)) {
                    world.versions.put(article, random.nextInt(3));
                } else {
                    toggle(world, article, random);
                }
                told.take(wandering.put(world.article(article)));
            }
        }
        List<Integer> order = new ArrayList<>(world.versions.keySet());
        Desk straight = world.desk(order);
        Collections.shuffle(order, new Random(seeds.get(2)));
        Desk restored = world.desk(order);

        assertThat(wandering.placements()).isEqualTo(straight.placements());
        assertThat(restored.placements()).isEqualTo(straight.placements());
        assertThat(List.copyOf(told.placements.values())).isEqualTo(straight.placements());
        assertThat(List.copyOf(restored.utterances())).isEqualTo(List.copyOf(straight.utterances()));
        checkApart(world, straight);
    }

    /** Gives or takes back a correction of a pair on the side of one article, most often on both. */
    private static void toggle(World world, int article, Random random) {
        int other = (article + 1 + random.nextInt(3)) % ARTICLES;
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        toggle(world, article, kind, other);
        if (random.nextInt(4) > 0 && !world.versions.containsKey(other)) {
            toggle(world, other, kind, article);
        }
    }

    private static void toggle(World world, int article, Kind kind, int other) {
        int first = Math.min(article, other);
        PairCorrection correction =
                new PairCorrection(kind + "-" + first + "-" + Math.max(article, other), kind, DeskOrderTest.id(other));
        if (!world.said(article).add(correction)) {
            world.said(article).remove(correction);
        }
    }

    private static void checkApart(World world, Desk desk) {
        for (Placement placement : desk.placements()) {
            for (PairCorrection correction : placement.corrections()) {
                Placement other = desk.placement(correction.articleId());
                boolean agreed = other != null
                        && other.corrections().stream().anyMatch(its -> its.id().equals(correction.id()));
                if (!agreed || correction.kind() == Kind.SAME_STORY || isFar(world, placement, other)) {
                    continue;
                }
                assertThat(group(placement)).isNotEqualTo(group(other));
                if (correction.kind() == Kind.OTHER_STORY) {
                    assertThat(placement.story()).isNotEqualTo(other.story());
                }
            }
        }
    }

    private static boolean isFar(World world, Placement one, Placement other) {
        return Math.abs(time(world, one) - time(world, other))
                > DeskOrderTest.config().spanMillis();
    }

    private static long time(World world, Placement placement) {
        return world.article(Integer.parseInt(placement.articleId().replace("article-", "")))
                .firstObservedAt();
    }

    private static String group(Placement placement) {
        String original = placement.copyOf();
        return original == null ? placement.articleId() : original;
    }

    @Property(tries = 100)
    void shouldSayNothingOfACorrectionThatWasTakenBack(@ForAll("seeds") List<Integer> seeds) {
        Random random = new Random(seeds.get(0));
        World world = new World(seeds.get(1));
        List<Integer> order = new ArrayList<>();
        for (int article = 0; article < ARTICLES; article++) {
            world.versions.put(article, random.nextInt(3));
            order.add(article);
        }
        Desk desk = world.desk(order);
        List<Placement> before = desk.placements();
        List<Runnable> back = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int one = random.nextInt(ARTICLES);
            int other = (one + 1 + random.nextInt(ARTICLES - 1)) % ARTICLES;
            Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            Runnable step = () -> {
                toggle(world, one, kind, other);
                desk.put(world.article(one));
                toggle(world, other, kind, one);
                desk.put(world.article(other));
            };
            step.run();
            back.add(step);
        }
        Collections.shuffle(back, new Random(seeds.get(2)));
        back.forEach(Runnable::run);

        assertThat(desk.placements()).isEqualTo(before);
    }
}
