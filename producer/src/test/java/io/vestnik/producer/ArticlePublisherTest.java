/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.schemas.avro.ObservedAtBasis;
import io.vestnik.schemas.avro.SourceState;

import static io.vestnik.producer.Publishing.NOW;
import static io.vestnik.producer.Publishing.article;
import static io.vestnik.producer.Publishing.retraction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class ArticlePublisherTest {
    private static final String T1 = "2025-05-01T10:00:00Z";
    private static final String T2 = "2025-05-02T10:00:00Z";
    private static final String T3 = "2025-05-03T10:00:00Z";

    private final Publishing cluster = new Publishing();

    @Test
    void shouldAssumeTheLatestClaimedTimeOfTheBatch() {
        PublishReport report = cluster.publish(
                article("a", "A", T1, null), article("b", "B", T3, null), article("c", "C", null, null));

        assertThat(report.published()).isEqualTo(3);
        assertThat(cluster.events)
                .extracting(ArticleEvent::getArticleId, ArticleEvent::getObservedAt, ArticleEvent::getObservedAtBasis)
                .containsExactly(
                        tuple("a", Instant.parse(T3), ObservedAtBasis.ASSUMED),
                        tuple("b", Instant.parse(T3), ObservedAtBasis.ASSUMED),
                        tuple("c", Instant.parse(T3), ObservedAtBasis.ASSUMED));
    }

    @Test
    void shouldAssumeTheYear1970WhereNothingClaimsATime() {
        cluster.publish(article("a", "A", null, null));

        assertThat(cluster.events.get(0).getObservedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void shouldStampRecordsWithTheObservationTime() throws Exception {
        MockProducer<String, byte[]> producer = Publishing.newProducer();
        try (ArticlePublisher publisher = cluster.open(producer)) {
            publisher.publish(new Publishing.ListSource(false, article("a", "A", null, T2)), PublishListener.NONE);
        }

        assertThat(producer.history())
                .extracting(ProducerRecord::topic)
                .containsExactly(cluster.topics.articles.name(), cluster.topics.sourceState.name());
        assertThat(producer.history())
                .extracting(ProducerRecord::timestamp)
                .containsOnly(Instant.parse(T2).toEpochMilli());
        assertThat(producer.history()).extracting(ProducerRecord::key).containsOnly("a");
        assertThat(producer.commitCount())
                .as("event and state in one transaction")
                .isEqualTo(1);
    }

    @Test
    void shouldChangeNothingWhenTheSameIsPublishedAgain() {
        SourceItem[] batch = {article("a", "A", T1, null), article("b", "B", T2, T1), article("c", "C", null, T3)};
        cluster.publish(batch);
        List<ArticleEvent> before = List.copyOf(cluster.events);

        PublishReport again = cluster.publish(batch);

        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(cluster.events).isEqualTo(before);
    }

    @Test
    void shouldKeepAnErasedArticleAwayUntilThatIsLifted() {
        cluster.publish(article("a", "A", null, T1), article("b", "B", null, T1));
        cluster.erase("a");

        assertThat(cluster.tombstones).containsExactly(cluster.topics.articles.name() + " a erased");
        PublishReport again = cluster.publish(
                article("a", "A", null, T1), article("a", "A, changed", null, T3), article("b", "B", null, T1));
        assertThat(again.refused()).containsExactly(Map.entry(Reason.ERASED, 2L));
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.refusals().get(0).message()).contains("--lift");
        assertThat(cluster.letters).as("nothing of it may be kept").isEmpty();
        assertThat(cluster.events).hasSize(2);

        assertThat(cluster.lift("a")).containsExactly("a");
        assertThat(cluster.publish(article("a", "A", null, T1)).published()).isEqualTo(1);
        assertThat(cluster.lift("a")).as("is erased no more").isEmpty();
    }

    @Test
    void shouldSortAChangedTextBehindTheOneItChangesEvenWithoutATime() {
        cluster.publish(article("a", "A", T2, null));

        PublishReport report = cluster.publish(article("a", "A corrected", T2, null));

        assertThat(report.newVersions()).isEqualTo(1);
        assertThat(cluster.events.get(1).getObservedAt())
                .isEqualTo(Instant.parse(T2).plusMillis(1));
        SourceState state = Objects.requireNonNull(cluster.states.get("a"));
        assertThat(state.getFirstObservedAt()).isEqualTo(Instant.parse(T2));
        assertThat(state.getObservedAt()).isEqualTo(Instant.parse(T2).plusMillis(1));
    }

    @Test
    void shouldGiveAChangedTextTheTimeOfItsBatchWhenThatIsLater() {
        cluster.publish(article("a", "A", T1, null));

        cluster.publish(article("a", "A corrected", T1, null), article("b", "B", T3, null));

        assertThat(cluster.events.get(1).getObservedAt()).isEqualTo(Instant.parse(T3));
    }

    @Test
    void shouldPublishATextThatComesBack() {
        cluster.publish(article("a", "A", T1, null));
        cluster.publish(article("a", "B", T1, null));
        cluster.publish(article("a", "A", T1, null));

        assertThat(cluster.events)
                .extracting(ArticleEvent::getObservedAt)
                .containsExactly(
                        Instant.parse(T1),
                        Instant.parse(T1).plusMillis(1),
                        Instant.parse(T1).plusMillis(2));
        assertThat(cluster.events.get(2).getContentHash())
                .isEqualTo(cluster.events.get(0).getContentHash());
    }

    @Test
    void shouldTakeACorpusInAnyOrderAndTwice() {
        SourceItem[] sorted = {
            article("a", "A", null, T1), article("a", "B", null, T2), article("a", "A", null, T3), retraction("b", T2)
        };
        SourceItem[] shuffled = {sorted[3], sorted[2], sorted[0], sorted[1]};

        cluster.publish(sorted);
        PublishReport again = cluster.publish(shuffled);
        Publishing other = new Publishing();
        other.publish(shuffled);

        assertThat(again.unchanged()).isEqualTo(4);
        assertThat(other.events).containsExactlyInAnyOrderElementsOf(cluster.events);
        assertThat(other.states.get("a")).isEqualTo(cluster.states.get("a"));
    }

    @Test
    void shouldRefuseADuplicateIdThatNoTimeTellsApart() {
        PublishReport report = cluster.publish(
                article("a", "A", T1, null),
                article("a", "B", T1, null),
                article("b", "A", null, T1),
                article("b", "B", null, T1),
                article("c", "A", null, T1),
                article("c", "B", null, T2));

        assertThat(report.refused()).containsOnlyKeys(Reason.DUPLICATE_ID).containsValue(2L);
        assertThat(cluster.events).hasSize(4);
        assertThat(cluster.letters)
                .extracting(letter -> letter.getKey() + " " + letter.getReason())
                .containsExactly("a DUPLICATE_ID", "b DUPLICATE_ID");
    }

    @Test
    void shouldRefuseADuplicateIdAlsoWhenItsFirstVersionIsKnown() {
        cluster.publish(article("a", "A", T1, null));

        PublishReport report = cluster.publish(article("a", "A", T1, null), article("a", "B", T1, null));

        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.refused()).containsOnlyKeys(Reason.DUPLICATE_ID);
    }

    @Test
    void shouldRefuseAFutureTimeAndGoOn() {
        String future = NOW.plusSeconds(601).toString();
        String nearly = NOW.plusSeconds(599).toString();

        PublishReport report = cluster.publish(
                article("given", "A", null, future),
                article("claimed", "B", future, null),
                article("near", "C", nearly, null),
                article("wrongly claimed", "D", future, T1),
                retraction("near", future));

        assertThat(report.refused()).isEqualTo(Map.of(Reason.FUTURE, 3L));
        assertThat(cluster.letters).extracting(letter -> letter.getKey()).containsExactly("given", "claimed", "near");
        assertThat(cluster.events).extracting(ArticleEvent::getArticleId).containsExactly("wrongly claimed", "near");
        assertThat(cluster.events.get(1).getObservedAt()).isEqualTo(Instant.parse(nearly));
    }

    @Test
    void shouldRetractAnArticleAtTheTimeOfItsLatestEvent() {
        cluster.publish(article("a", "A", T1, null));

        assertThat(cluster.retract("a", null)).isTrue();
        assertThat(cluster.retract("a", null)).as("once is enough").isFalse();

        ArticleEvent event = cluster.events.get(1);
        assertThat(event.getKind()).isEqualTo(ArticleEventKind.RETRACTION);
        assertThat(event.getObservedAt()).isEqualTo(Instant.parse(T1));
        assertThat(event.getContent()).isNull();
        assertThat(cluster.events).hasSize(2);
        assertThat(Objects.requireNonNull(cluster.states.get("a")).getContentHash())
                .isNull();
    }

    @Test
    void shouldSayThatAnUnknownArticleCannotBeRetracted() {
        assertThatThrownBy(() -> cluster.retract("nobody", null))
                .isInstanceOf(UnknownArticleException.class)
                .hasMessageContaining("nobody");
        assertThat(cluster.publish(retraction("nobody", null)).refused()).containsOnlyKeys(Reason.UNKNOWN_ID);
    }

    @Test
    void shouldNotBringBackARetractedArticleByPublishingItAgain() {
        cluster.publish(article("a", "A", T1, null));
        cluster.retract("a", null);

        PublishReport same = cluster.publish(article("a", "A", T1, null));
        PublishReport changed = cluster.publish(article("a", "A corrected", T1, null));

        assertThat(same.unchanged()).isEqualTo(1);
        assertThat(changed.newVersions()).isEqualTo(1);
        assertThat(cluster.events.get(2).getObservedAt())
                .isAfter(cluster.events.get(1).getObservedAt());
    }

    @Test
    void shouldRetractAnArticleOfTheSameBatch() {
        PublishReport report = cluster.publish(article("a", "A", T1, null), retraction("a", null));

        assertThat(report.retracted()).isEqualTo(1);
        assertThat(cluster.events)
                .extracting(ArticleEvent::getKind)
                .containsExactly(ArticleEventKind.VERSION, ArticleEventKind.RETRACTION);
    }

    @Test
    void shouldTakeTheTimeThatIsGivenForAll() {
        cluster.observedAt(ObservedAt.given(Instant.parse(T2)));
        cluster.publish(article("a", "A", T3, null), article("b", "B", T3, T1));
        cluster.observedAt(ObservedAt.given(Instant.parse(T3)));
        PublishReport later = cluster.publish(article("a", "A", T3, null), article("b", "B2", null, null));

        assertThat(later.unchanged()).isEqualTo(1);
        assertThat(later.newVersions()).isEqualTo(1);
        assertThat(cluster.events)
                .extracting(ArticleEvent::getObservedAt)
                .containsExactly(Instant.parse(T2), Instant.parse(T1), Instant.parse(T3));
        assertThat(cluster.events).extracting(ArticleEvent::getObservedAtBasis).containsOnly(ObservedAtBasis.GIVEN);
    }

    @Test
    void shouldTakeEachItemOfALiveSourceForABatchOfItsOwn() {
        cluster.publish(new Publishing.ListSource(
                true, article("a", "A", T1, null), article("b", "B", T3, null), article("a", "A2", T1, null)));

        assertThat(cluster.events)
                .extracting(ArticleEvent::getObservedAt)
                .containsExactly(
                        Instant.parse(T1), Instant.parse(T3), Instant.parse(T1).plusMillis(1));
    }

    @Test
    void shouldTakeTheClockWhereThatIsAskedFor() {
        cluster.observedAt(ObservedAt.now());
        cluster.publish(article("a", "A", T1, null));
        cluster.publish(article("a", "A", T1, null), article("b", "B", null, null));

        assertThat(cluster.events).extracting(ArticleEvent::getObservedAt).containsExactly(NOW, NOW);
        assertThat(cluster.events).extracting(ArticleEvent::getObservedAtBasis).containsOnly(ObservedAtBasis.OBSERVED);
    }

    @Test
    void shouldPublishAfterAFaultWhatWasNotCommitted() throws Exception {
        MockProducer<String, byte[]> producer = Publishing.newProducer();
        try (ArticlePublisher publisher = cluster.open(producer)) {
            producer.commitTransactionException = new KafkaException("a lasting fault");

            assertThatThrownBy(() -> publisher.publish(
                            new Publishing.ListSource(false, article("a", "A", T1, T1)), PublishListener.NONE))
                    .isInstanceOf(PublishException.class)
                    .hasMessageContaining("a lasting fault");
        }
        cluster.keep(producer);

        assertThat(cluster.events).isEmpty();
        assertThat(cluster.publish(article("a", "A", T1, T1)).published()).isEqualTo(1);
    }

    @Test
    void shouldEndWithAClearFaultWhenAnotherProducerHasTakenOver() {
        MockProducer<String, byte[]> producer = Publishing.newProducer();
        try (ArticlePublisher publisher = cluster.open(producer)) {
            producer.fenceProducer();

            assertThatThrownBy(() -> publisher.publish(
                            new Publishing.ListSource(false, article("a", "A", T1, T1)), PublishListener.NONE))
                    .isInstanceOf(PublishException.class)
                    .hasMessageContaining("transactional id");
        }
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void shouldEndWithAClearFaultWhenTheBrokersDoNotAnswer() {
        MockProducer<String, byte[]> producer = Publishing.newProducer();
        producer.initTransactionException = new TimeoutException("no broker");

        assertThatThrownBy(() -> cluster.open(producer))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("no broker");
    }
}
