package io.vestnik.streams.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.internal.VersionMark;

class VersionChainTest {
    @Test
    void shouldTakeTheLastVersionByTimeAndNotByArrival() {
        assertThat(current(version(3, "B"), version(1, "A"), version(2, "C"))).isEqualTo("B");
    }

    @Test
    void shouldOrderARetractionAfterAVersionOfTheSameTime() {
        assertThat(current(retraction(2), version(2, "A"))).isNull();
        assertThat(current(retraction(2), version(3, "A"))).isEqualTo("A");
    }

    @Test
    void shouldAnnulWhatStandsBetweenATextAndItsReturn() {
        VersionChain chain = chain(version(1, "A", 7), version(2, "B"), version(3, "A", 7));

        assertThat(chain.firstObservedAt(7)).isEqualTo(at(1));
    }

    @Test
    void shouldNotForgetARepeatedVersionThatALateOneParts() {
        // The second A must be kept although it repeats the first, or the late B would stay.
        assertThat(current(version(1, "A"), version(3, "A"), version(2, "B"))).isEqualTo("A");
    }

    @Test
    void shouldDateAQuoteFromTheStartOfItsUnbrokenRun() {
        VersionChain chain =
                chain(version(1, "A", 7, 8), version(2, "B", 7), version(3, "C", 7, 8), version(4, "D", 7, 8));

        assertThat(chain.firstObservedAt(7)).isEqualTo(at(1));
        assertThat(chain.firstObservedAt(8)).isEqualTo(at(3));
    }

    @Test
    void shouldBreakARunAtARetraction() {
        VersionChain chain = chain(version(1, "A", 7), retraction(2), version(3, "B", 7));

        assertThat(chain.firstObservedAt(7)).isEqualTo(at(3));
        assertThat(chain.firstObservedAt()).isEqualTo(at(1));
    }

    @Test
    void shouldKnowAnEventThatItHas() {
        assertThat(chain(version(1, "A"), retraction(2)).with(retraction(2))).isEmpty();
        assertThat(chain(version(1, "A")).with(version(1, "A"))).isEmpty();
        assertThat(chain(version(1, "A")).with(version(2, "A"))).isPresent();
    }

    /** What state relies on: the current version has the content of the event that sorts last. */
    @Property
    void shouldHaveTheContentOfTheLastEvent(@ForAll("events") List<VersionMark> events) {
        VersionChain chain = chain(events.toArray(new VersionMark[0]));
        VersionMark last = chain.events().get(chain.events().size() - 1);
        VersionMark current = chain.current();

        assertThat(current == null ? null : current.getContentHash()).isEqualTo(last.getContentHash());
    }

    @Property
    void shouldNotDependOnTheOrderOfArrival(@ForAll("events") List<VersionMark> events, @ForAll Random random) {
        List<VersionMark> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);

        assertThat(chain(shuffled.toArray(new VersionMark[0])).events())
                .isEqualTo(chain(events.toArray(new VersionMark[0])).events());
    }

    @Provide
    Arbitrary<List<VersionMark>> events() {
        Arbitrary<VersionMark> version = Combinators.combine(
                        Arbitraries.integers().between(1, 6), Arbitraries.of("A", "B", "C"))
                .as((minute, hash) -> version(minute, hash));
        Arbitrary<VersionMark> retraction =
                Arbitraries.integers().between(1, 6).map(VersionChainTest::retraction);
        return Arbitraries.oneOf(version, version, retraction).list().ofMinSize(1).ofMaxSize(10);
    }

    private static VersionChain chain(VersionMark... marks) {
        VersionChain chain = VersionChain.of(List.of());
        for (VersionMark mark : marks) {
            chain = chain.with(mark).orElse(chain);
        }
        return chain;
    }

    private static @Nullable String current(VersionMark... marks) {
        VersionMark current = chain(marks).current();
        return current == null ? null : current.getContentHash();
    }

    private static VersionMark version(int second, String hash, long... quotes) {
        return new VersionMark(
                at(second), false, hash, Arrays.stream(quotes).boxed().toList());
    }

    private static VersionMark retraction(int second) {
        return new VersionMark(at(second), true, null, List.of());
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
