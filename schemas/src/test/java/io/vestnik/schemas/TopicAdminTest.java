/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TopicAdminTest {
    private static final short ONE = 1;

    private final Topics topics = new Topics("replay.R1.");
    private final MockAdminClient admin =
            MockAdminClient.create().numBrokers(3).usingRaftController(true).build();

    @Test
    void shouldCreateEveryMissingTopicWithItsConfiguration() throws Exception {
        List<String> created = TopicAdmin.ensure(admin, topics.all(), 0, (short) 2);

        assertThat(created)
                .containsExactlyInAnyOrderElementsOf(
                        topics.all().stream().map(Topic::name).toList());
        TopicDescription articles = describe(topics.articles);
        assertThat(articles.partitions()).hasSize(Topics.PARTITIONS);
        assertThat(articles.partitions().get(0).replicas()).hasSize(2);
        assertThat(TopicAdmin.diff(admin, topics.all())).isEmpty();
    }

    @Test
    void shouldLeaveWhatIsThereAlone() throws Exception {
        TopicAdmin.ensure(admin, List.of(topics.coverage), 8, ONE);

        assertThat(TopicAdmin.ensure(admin, List.of(topics.coverage, topics.entities), 6, ONE))
                .containsExactly(topics.entities.name());
        assertThat(describe(topics.coverage).partitions()).hasSize(8);
        assertThat(describe(topics.entities).partitions()).hasSize(6);
        assertThat(TopicAdmin.ensure(admin, List.of(topics.coverage, topics.entities), 6, ONE))
                .isEmpty();
    }

    @Test
    void shouldRefuseAnotherCleanupPolicyAndCreateNothing() throws Exception {
        admin.createTopics(List.of(
                        new NewTopic(topics.coverage.name(), 4, ONE).configs(Map.of("cleanup.policy", "delete"))))
                .all()
                .get();

        assertThatThrownBy(() -> TopicAdmin.ensure(admin, topics.all(), 0, ONE))
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContaining(topics.coverage.name() + ": cleanup.policy delete, catalogue compact");
        assertThat(admin.listTopics().names().get()).containsExactly(topics.coverage.name());
    }

    @Test
    void shouldRefuseFewerPartitions() throws Exception {
        TopicAdmin.ensure(admin, List.of(topics.coverage), 2, ONE);

        assertThatThrownBy(() -> TopicAdmin.ensure(admin, topics.all(), 4, ONE))
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContaining(topics.coverage.name() + ": partitions 2, catalogue 4");
        assertThat(TopicAdmin.ensure(admin, List.of(topics.coverage), 2, ONE)).isEmpty();
    }

    @Test
    void shouldTakeAnyNumberOfPartitionsThatIsThereWhenNoneIsAskedFor() {
        TopicAdmin.ensure(admin, topics.all(), 2, ONE);

        assertThat(TopicAdmin.ensure(admin, topics.all(), 0, ONE)).isEmpty();
    }

    @Test
    void shouldRefuseUnequalPartitionsOfTopicsThatAreJoined() throws Exception {
        TopicAdmin.ensure(admin, List.of(topics.articles), 8, ONE);
        admin.createTopics(List.of(
                        new NewTopic(topics.analyses.name(), 4, ONE).configs(Map.of("cleanup.policy", "compact"))))
                .all()
                .get();

        assertThatThrownBy(() -> TopicAdmin.ensure(admin, topics.all(), 0, ONE))
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContaining("the same number of partitions")
                .hasMessageContaining(topics.articles.name() + "=8");
    }

    @Test
    void shouldGiveWhatIsJoinedTheNumberOfPartitionsThatTheOthersHave() throws Exception {
        TopicAdmin.ensure(admin, List.of(topics.articles), 8, ONE);

        assertThat(TopicAdmin.ensure(admin, topics.all(), 0, ONE)).hasSize(23);
        assertThat(admin.describeTopics(
                                List.of(topics.watches.name(), topics.corrections.name(), topics.coverage.name()))
                        .allTopicNames()
                        .get())
                .extractingFromEntries(entry ->
                        entry.getKey() + " " + entry.getValue().partitions().size())
                .containsExactlyInAnyOrder(
                        topics.watches.name() + " 8", topics.corrections.name() + " 8", topics.coverage.name() + " 4");
    }

    @Test
    void shouldListDifferencesAsLines() throws Exception {
        TopicAdmin.ensure(admin, topics.all(), 0, ONE);
        admin.deleteTopics(List.of(topics.entities.name())).all().get();
        TopicAdmin.ensure(admin, List.of(topics.entities), 5, ONE);
        admin.deleteTopics(List.of(topics.history.name())).all().get();
        set(topics.deadLetters, "retention.ms", "1000");

        assertThat(TopicAdmin.diff(admin, topics.all()))
                .containsExactlyInAnyOrder(
                        topics.entities.name() + ": partitions 5, catalogue 4",
                        topics.history.name() + ": missing",
                        topics.deadLetters.name() + ": retention.ms 1000, catalogue 604800000");
    }

    @Test
    void shouldTakeATopicThatAnotherProcessCreatesMeanwhileForItsOwn() {
        assertThat(TopicAdmin.ensure(new Rival(topics.coverage, "compact"), List.of(topics.coverage), 0, ONE))
                .isEmpty();
    }

    @Test
    void shouldHoldATopicThatAnotherProcessCreatesMeanwhileAgainstTheCatalogue() {
        assertThatThrownBy(
                        () -> TopicAdmin.ensure(new Rival(topics.coverage, "delete"), List.of(topics.coverage), 0, ONE))
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContaining("cleanup.policy delete");
    }

    @Test
    void shouldSayWhatTheClusterCouldNotDo() {
        admin.timeoutNextRequest(1);

        assertThatThrownBy(() -> TopicAdmin.ensure(admin, topics.all(), 0, ONE))
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("The cluster could not describe topic")
                .hasCauseInstanceOf(TimeoutException.class);
    }

    private TopicDescription describe(Topic<?> topic) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic.name()))
                .topicNameValues()
                .values()
                .iterator()
                .next()
                .get();
    }

    private void set(Topic<?> topic, String name, String value) throws ExecutionException, InterruptedException {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                        List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    /** A cluster on which another process creates the topic just before. */
    private static final class Rival extends MockAdminClient {
        private final NewTopic topic;

        Rival(Topic<?> topic, String cleanup) {
            super(List.of(new Node(0, "localhost", 1)), new Node(0, "localhost", 1));
            this.topic = new NewTopic(topic.name(), 4, ONE).configs(Map.of("cleanup.policy", cleanup));
        }

        @Override
        public synchronized CreateTopicsResult createTopics(
                Collection<NewTopic> newTopics, CreateTopicsOptions options) {
            super.createTopics(List.of(topic), options);
            return super.createTopics(newTopics, options);
        }
    }
}
