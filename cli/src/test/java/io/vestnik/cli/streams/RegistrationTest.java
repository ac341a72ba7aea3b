/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.streams;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.schemas.TopicAdmin;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Application;
import io.vestnik.schemas.avro.ApplicationResource;
import io.vestnik.schemas.avro.ApplicationUpgrade;
import io.vestnik.schemas.avro.ApplicationVersion;
import io.vestnik.streams.admission.Admission;
import io.vestnik.streams.admission.ApplicationLog;
import io.vestnik.streams.admission.ApplicationWriter;
import io.vestnik.streams.admission.NotAdmittedException;
import io.vestnik.streams.admission.Registration;
import io.vestnik.streams.admission.ResultBasis;
import io.vestnik.streams.config.VestnikStreamsConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The record of who writes the tables, as instances find it, write it and complete it on a broker. */
class RegistrationTest {
    private static final Instant SINCE = Instant.parse("2025-03-01T00:00:00Z");
    private static final ApplicationVersion VERSION = version("1.0", "01");

    private static final int ROUNDS = 4;

    @TempDir
    static Path data;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(data.resolve("broker"), 0, Map.of());
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void shouldWriteDownTheFirstOneThatIsStartedAndRefuseOthers() throws InterruptedException {
        VestnikStreamsConfig config = config("first", "one");
        assertThat(ApplicationLog.read(config)).isNull();

        assertThat(new Registration(config, VERSION).enter()).isEqualTo(Instant.EPOCH);

        Application record = read(config);
        assertThat(record.getApplicationId()).isEqualTo("one");
        assertThat(ResultBasis.of(record)).isEqualTo(ResultBasis.of(config, VERSION));
        assertThatThrownBy(() -> new Registration(config("first", "two"), VERSION).enter())
                .isInstanceOf(NotAdmittedException.class)
                .hasMessageContaining("written by the application one, not by two");
        assertThatThrownBy(() -> new Registration(config, version("1.1", "02")).enter())
                .isInstanceOf(NotAdmittedException.class)
                .hasMessageContaining("names is 02 here and was 01")
                .hasMessageContaining("vestnik upgrade");
        assertThatThrownBy(() -> new Registration(config, version("1.1", "02")).check())
                .as("an instance that comes back")
                .isInstanceOf(NotAdmittedException.class);
        assertThat(read(config)).isEqualTo(record);
    }

    @Test
    void shouldGoOnWithAnotherVersionAndKeepWhatTheTablesWereBuiltWith() throws InterruptedException {
        VestnikStreamsConfig config = config("other", "one");
        new Registration(config, VERSION).enter();

        assertThat(new Registration(config, version("1.1", "01")).enter()).isEqualTo(Instant.EPOCH);

        assertThat(Objects.requireNonNull(read(config).getVersion()).getName()).isEqualTo("1.0");
    }

    @Test
    void shouldCompleteARecordThatWasWrittenBefore() throws InterruptedException {
        VestnikStreamsConfig config = config("before", "one");
        Application before = Application.newBuilder()
                .setApplicationId("one")
                .setSince(SINCE)
                .setSettings(ResultBasis.of(config, VERSION).settings())
                .setFormer(List.of("zero"))
                .build();
        write(config, before);

        assertThat(new Registration(config, VERSION).enter()).isEqualTo(SINCE);

        assertThat(read(config))
                .isEqualTo(Application.newBuilder(before).setVersion(VERSION).build());
    }

    @Test
    void shouldLeaveTheRecordToAnUpgradeThatIsUnderWay() throws InterruptedException {
        VestnikStreamsConfig config = config("under-way", "one");
        Application begun = Application.newBuilder()
                .setApplicationId("one")
                .setSince(Instant.EPOCH)
                .setUpgrade(new ApplicationUpgrade("one", "two", Admission.BUILDING, List.of(), null))
                .build();
        try (ApplicationWriter upgrade = new ApplicationWriter(config)) {
            upgrade.write(List.of(upgrade.record(begun)));

            assertThat(new Registration(config, VERSION).enter()).isEqualTo(Instant.EPOCH);

            // It was not fenced, so it can go on.
            upgrade.write(List.of(upgrade.record(begun)));
        }
        assertThat(read(config)).isEqualTo(begun);
    }

    @Test
    void shouldAdmitAllInstancesThatStartAtOnceAndOneOfTwoThatDiffer() throws Exception {
        // Often, as brokers answer in several ways to whom another one has come between.
        for (int round = 0; round < ROUNDS; round++) {
            VestnikStreamsConfig config = config("at-once-" + round, "one");
            assertThat(enterAtOnce(config, List.of(VERSION, VERSION, VERSION, VERSION)))
                    .containsOnlyNulls();
        }

        VestnikStreamsConfig other = config("at-odds", "one");
        List<@Nullable Throwable> ends = enterAtOnce(other, List.of(VERSION, version("1.0", "02")));
        assertThat(ends).filteredOn(Objects::isNull).hasSize(1);
        assertThat(ends).filteredOn(Objects::nonNull).singleElement().isInstanceOf(NotAdmittedException.class);
        ApplicationVersion admitted = ends.get(0) == null ? VERSION : version("1.0", "02");
        assertThat(read(other).getVersion()).isEqualTo(admitted);
    }

    private static List<@Nullable Throwable> enterAtOnce(VestnikStreamsConfig config, List<ApplicationVersion> versions)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(versions.size());
        try {
            List<Future<Instant>> starts = new ArrayList<>();
            for (ApplicationVersion version : versions) {
                starts.add(threads.submit(() -> new Registration(config, version).enter()));
            }
            List<@Nullable Throwable> ends = new ArrayList<>();
            for (Future<Instant> start : starts) {
                try {
                    start.get(3, TimeUnit.MINUTES);
                    ends.add(null);
                } catch (ExecutionException e) {
                    ends.add(e.getCause());
                }
            }
            return ends;
        } finally {
            threads.shutdownNow();
        }
    }

    private static ApplicationVersion version(String name, String model) {
        return new ApplicationVersion(name, "aa", List.of(new ApplicationResource("names", model)));
    }

    private static Application read(VestnikStreamsConfig config) {
        return Objects.requireNonNull(ApplicationLog.read(config));
    }

    private static void write(VestnikStreamsConfig config, Application application) {
        try (ApplicationWriter writer = new ApplicationWriter(config)) {
            writer.write(List.of(writer.record(application)));
        }
    }

    /** Configuration of an application in a namespace whose topics are there. */
    private static VestnikStreamsConfig config(String namespace, String id) {
        Topics topics = new Topics("replay." + namespace + ".");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicAdmin.ensure(admin, List.of(topics.applications), 1, (short) 1);
        }
        return new VestnikStreamsConfig(Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "schema.registry.url",
                "mock://registration",
                "vestnik.namespace",
                topics.namespace(),
                "application.id",
                id));
    }
}
