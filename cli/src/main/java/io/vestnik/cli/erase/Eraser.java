/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.correct.CorrectionLog;
import io.vestnik.cli.erase.Applications.Application;
import io.vestnik.cli.pipeline.Offsets;
import io.vestnik.cli.pipeline.Quiescence;
import io.vestnik.producer.ArticlePublisher;
import io.vestnik.producer.ObservedAt;
import io.vestnik.schemas.Cleanup;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.TopicAdmin;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.Erasure;

/**
 * Erases articles from all that brokers keep. Every step can be done again, so an erasure that was broken off is ended by
 * beginning it anew: the log of record, which says what is to be looked for, is rewritten last.
 */
public final class Eraser {
    private final Map<String, Object> settings;
    private final Topics topics;
    private final Duration limit;
    private final Clock clock;
    private final EraseListener listener;

    /**
     * An eraser.
     *
     * @param settings of clients and serdes; {@code bootstrap.servers} and {@code schema.registry.url} are needed
     * @param topics the topics of the namespace
     * @param limit how long to wait for the applications, and for the brokers, at most
     * @param clock tells when an erasure was begun and done
     */
    public Eraser(Map<String, ?> settings, Topics topics, Duration limit, Clock clock, EraseListener listener) {
        this.settings = new TreeMap<>(settings);
        this.topics = topics;
        this.limit = limit;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Erases articles.
     *
     * @throws CommandFailure when an id is unknown or an application does not run: nothing was done then; or when the
     *     applications do not come to an end, or others write into the logs all the time
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    public EraseReport erase(Collection<String> articleIds) throws InterruptedException {
        try (Admin admin = Admin.create(settings);
                PartitionReader reader = PartitionReader.committed(settings);
                PartitionReader uncommitted = PartitionReader.uncommitted(settings)) {
            TopicAdmin.ensure(admin, topics.all(), 0, (short) -1);
            try (ErasureLog log = new ErasureLog(topics.erasures, settings)) {
                return erase(articleIds, admin, reader, uncommitted, log);
            }
        }
    }

    /**
     * Lets erased articles be published again.
     *
     * @return those of them that were erased
     */
    public List<String> lift(Collection<String> articleIds) {
        try (ArticlePublisher publisher = publisher();
                ErasureLog log = new ErasureLog(topics.erasures, settings)) {
            List<String> lifted = publisher.lift(articleIds);
            lifted.forEach(log::lifted);
            return lifted;
        }
    }

    private EraseReport erase(
            Collection<String> articleIds,
            Admin admin,
            PartitionReader reader,
            PartitionReader uncommitted,
            ErasureLog log)
            throws InterruptedException {
        TopicSettings topicSettings = new TopicSettings(admin);
        Map<String, Erasure> known = log.read(reader);
        known.forEach((articleId, erasure) -> {
            if (!erasure.getSettings().isEmpty()) {
                topicSettings.restore(erasure.getSettings());
                log.begun(List.of(articleId), erasure.getBegunAt(), Map.of());
            }
        });
        checkNoUpgrade(admin);
        List<Application> applications = Applications.of(admin, topics);
        checkRunning(applications);

        listener.step("Looking for what the articles say");
        ErasedArticles erased = new ErasedArticles(topics, new TreeSet<>(articleIds));
        erased.learn(reader, settings);
        Map<String, String> already = already(erased, known);
        Set<String> ids = new TreeSet<>(articleIds);
        ids.removeAll(already.keySet());
        if (ids.isEmpty()) {
            return new EraseReport(Map.of(), already, 0, 0, Set.of(), List.of());
        }
        Instant begunAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        log.begun(ids, begunAt, Map.of());

        listener.step("Taking back what was made of them");
        try (ArticlePublisher publisher = publisher()) {
            publisher.erase(ids, begunAt);
        }
        try (ErasedCorrections corrections = new ErasedCorrections(topics.corrections, erased, settings)) {
            List<Correction> retractions = corrections.retractions(reader, begunAt);
            if (!retractions.isEmpty()) {
                new CorrectionLog(settings, topics).write(retractions, transactionalId("corrections"));
            }
        }
        settle(applications);
        Remnants remnants = new Remnants(topics, erased, settings);
        remnants.find(reader);
        if (remnants.rows() > 0) {
            remnants.write(settings, transactionalId("remnants"));
            settle(applications);
        }

        Set<String> all = cleanable(applications);
        Map<String, @Nullable String> before = topicSettings.own(all, names());
        log.begun(ids, begunAt, before);
        int rewritten;
        int cleaned;
        Set<String> pending;
        try (LogFilters filters = new LogFilters(topics, erased, remnants.utterances(), settings);
                SegmentCut cut = new SegmentCut(settings, transactionalId("cut"), clock);
                LogRewriter rewriter = new LogRewriter(settings, transactionalId("copy"), reader)) {
            topicSettings.set(all, TopicSettings.CLEAN);
            ClosedSegments segments = new ClosedSegments(topicSettings, cut, before);
            Map<TopicPartition, Long> begins = segments.close(reader.partitions(tables(applications)));
            Map<TopicPartition, Long> logs = new Logs(topics, reader, segments, listener).rewrite(filters, rewriter);
            settle(applications);

            listener.step("Waiting for the brokers to delete and to clean");
            // Kafka Streams deletes there too: what is closed only now is still there to be seen deleted.
            Map<TopicPartition, Long> passed = segments.close(reader.partitions(repartitions(applications)));
            Cleaning cleaning = new Cleaning(admin, uncommitted, begins);
            cleaning.delete(passed);
            cleaning.delete(of(logs, topic -> !topic.equals(topics.articles.name())));
            // What an erasure that was broken off looks for is told by the log of record, so that goes last.
            cleaning.delete(of(logs, topics.articles.name()::equals));
            rewritten = logs.size();
            cleaned = begins.size();
            pending = cleaning.await(limit);
        } finally {
            topicSettings.restore(before);
            log.begun(ids, begunAt, Map.of());
        }
        if (pending.isEmpty()) {
            log.done(ids, begunAt, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
        Map<String, Long> events = new TreeMap<>();
        ids.forEach(articleId -> events.put(articleId, erased.events(articleId)));
        return new EraseReport(
                events,
                already,
                rewritten,
                cleaned,
                pending,
                applications.stream().map(Application::id).toList());
    }

    /** Articles that were erased and have not come back. */
    private static Map<String, String> already(ErasedArticles erased, Map<String, Erasure> known) {
        Map<String, String> already = new TreeMap<>();
        List<String> unknown = new ArrayList<>();
        for (String articleId : erased.ids()) {
            Erasure erasure = known.get(articleId);
            if (erased.events(articleId) == 0) {
                if (erasure == null) {
                    unknown.add(articleId);
                } else if (erasure.getDoneAt() != null) {
                    already.put(articleId, erasure.getDoneAt().toString());
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The log holds no article " + String.join(", ", unknown) + "; nothing was erased. The id of a file"
                            + " is its name with extension, or its path below the directory that was named.");
        }
        return already;
    }

    /** What an upgrade builds holds the articles too, in topics and states that nobody would look into here. */
    private void checkNoUpgrade(Admin admin) throws InterruptedException {
        String staging = topics.namespace() + "upgrade.";
        for (String topic : Offsets.get(admin.listTopics().names())) {
            if (topic.startsWith(staging)) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "An upgrade is under way, which has topic " + topic
                                + ". End it with 'vestnik upgrade', or give it"
                                + " up with 'vestnik upgrade --abandon', and erase then; nothing was erased.");
            }
        }
    }

    private static void checkRunning(List<Application> applications) {
        List<String> stopped = applications.stream()
                .filter(application -> !application.running())
                .map(Application::id)
                .toList();
        if (!stopped.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "Nothing was erased: no instance runs of " + String.join(" and ", stopped)
                            + ", which must take back what was made of the articles. Start it and erase again; if it"
                            + " is given up for good, remove its group and its topics first.");
        }
    }

    /** Waits until the applications have nothing left to do. */
    private void settle(List<Application> applications) throws InterruptedException {
        if (applications.isEmpty()) {
            return;
        }
        Map<String, List<Topic<?>>> groups = new TreeMap<>();
        applications.forEach(application -> groups.put(application.id(), List.of()));
        try (Quiescence quiescence = new Quiescence(String.valueOf(settings.get("bootstrap.servers")), groups)) {
            Map<String, Long> left = quiescence.await(limit, () -> true);
            if (!left.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "The applications have not taken everything back within " + limit.toSeconds() + " s; left to"
                                + " do: " + left + ". The erasure is not done; see that they run, and erase again.");
            }
        }
    }

    private static Map<TopicPartition, Long> of(Map<TopicPartition, Long> partitions, Predicate<String> topics) {
        Map<TopicPartition, Long> of = new TreeMap<>(SegmentCut.ORDER);
        of.putAll(partitions);
        of.keySet().removeIf(partition -> !topics.test(partition.topic()));
        return of;
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(TopicSettings.CLEAN.keySet());
        names.addAll(TopicSettings.CLOSE_SEGMENTS.keySet());
        return names;
    }

    private Set<String> cleanable(List<Application> applications) {
        Set<String> all = new TreeSet<>(tables(applications));
        all.addAll(repartitions(applications));
        all.addAll(Logs.names(topics));
        return all;
    }

    /** What applications write over: tables and changelogs. */
    private Set<String> tables(List<Application> applications) {
        Set<String> tables = new TreeSet<>();
        for (Topic<?> topic : topics.all()) {
            if (topic.cleanup() == Cleanup.COMPACT && !topic.equals(topics.erasures)) {
                tables.add(topic.name());
            }
        }
        applications.forEach(application -> tables.addAll(application.changelogs()));
        return tables;
    }

    /** What they pass through. */
    private static Set<String> repartitions(List<Application> applications) {
        Set<String> topics = new TreeSet<>();
        applications.forEach(application -> topics.addAll(application.repartitions()));
        return topics;
    }

    private ArticlePublisher publisher() {
        return ArticlePublisher.open(settings, topics, transactionalId("publish"), ObservedAt.assumed(), clock);
    }

    private String transactionalId(String step) {
        return topics.namespace() + ArticlePublisher.ERASING_TRANSACTIONAL_ID + "-" + step;
    }
}
