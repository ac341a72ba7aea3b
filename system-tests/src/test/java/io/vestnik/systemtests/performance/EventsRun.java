/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.HdrHistogram.ConcurrentHistogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;

import io.vestnik.consumer.events.EventFilter;
import io.vestnik.consumer.events.EventsClient;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.TopicKind;
import io.vestnik.schemas.avro.TopicUpdate;
import io.vestnik.systemtests.VestnikProcess;

import static org.awaitility.Awaitility.await;

/**
 * Live readers: so many at one instance of the consumer, so many updates a second, each committed by itself. What is measured
 * is the time from when an update is due to when a reader has it, all readers together; and what of it was lost, doubled or
 * out of order.
 */
final class EventsRun implements PerformanceRun {
    private static final int TOPICS = 40;
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration REST_LIMIT = Duration.ofMinutes(1);

    private final Topics topics = Topics.live();

    @Override
    public ObjectNode measure(Bench bench, Settings settings) throws Exception {
        int readers = settings.number("readers", 200, 10);
        int rate = settings.number("rate", 20, 10);
        int seconds = settings.number("seconds", 60, 5);
        settings.checkAllAsked();
        int updates = rate * seconds;
        long[] due = new long[updates];
        ConcurrentHistogram delays = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(10), 3);
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        List<EventsClient> clients = new ArrayList<>();
        try (VestnikProcess consumer = consumer(bench)) {
            URI url = url(consumer);
            String begin = beginning(bench);
            HttpClient http = EventsClient.http();
            List<Callable<Heard>> work = new ArrayList<>();
            for (int reader = 0; reader < readers; reader++) {
                EventsClient client = new EventsClient(
                        new EventsClient.Request(List.of(url), EventFilter.ALL, begin, false, null), http, why -> {});
                clients.add(client);
                work.add(() -> Heard.of(client, due, delays));
            }
            List<Future<Heard>> heard = new ArrayList<>();
            work.forEach(each -> heard.add(threads.submit(each)));
            awaitReaders(url, http, readers);
            Duration before = consumer.cpu();
            send(bench, due, rate);
            long limit = System.nanoTime() + REST_LIMIT.toNanos();
            while (System.nanoTime() < limit && !heard.stream().allMatch(Future::isDone)) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            Duration cpu = consumer.cpu().minus(before);
            clients.forEach(EventsClient::close);
            long lost = 0;
            long doubled = 0;
            long disordered = 0;
            for (Future<Heard> each : heard) {
                Heard all = each.get(1, TimeUnit.MINUTES);
                lost += updates - all.distinct();
                doubled += all.doubled();
                disordered += all.disordered();
            }
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("readers", readers)
                    .put("updatesPerSecond", rate)
                    .put("seconds", seconds)
                    .put("told", delays.getTotalCount())
                    .put("lost", lost)
                    .put("doubled", doubled)
                    .put("outOfOrder", disordered)
                    .put("p50Millis", delays.getValueAtPercentile(50) / 1e3)
                    .put("p99Millis", delays.getValueAtPercentile(99) / 1e3)
                    .put("maxMillis", delays.getMaxValue() / 1e3)
                    .put("consumerCpuSeconds", cpu.toMillis() / 1e3);
        } finally {
            clients.forEach(EventsClient::close);
            threads.shutdownNow();
        }
    }

    @Override
    public String table(ObjectNode measured) {
        StringBuilder table = Figures.table(
                "Readers", "updates a second", "told", "lost", "doubled", "p50", "p99", "max", "consumer's processor");
        Figures.row(
                table,
                "%,d|%,d|%,d|%,d|%,d|%.0f ms|%.0f ms|%.0f ms|%.0f %% of a core",
                measured.get("readers").asInt(),
                measured.get("updatesPerSecond").asInt(),
                measured.get("told").asLong(),
                measured.get("lost").asLong(),
                measured.get("doubled").asLong(),
                measured.get("p50Millis").asDouble(),
                measured.get("p99Millis").asDouble(),
                measured.get("maxMillis").asDouble(),
                100
                        * measured.get("consumerCpuSeconds").asDouble()
                        / measured.get("seconds").asDouble());
        return table.toString();
    }

    private static VestnikProcess consumer(Bench bench) {
        return VestnikProcess.start(
                bench.directory(),
                "consume",
                "--bootstrap",
                bench.cluster().bootstrap(),
                "--registry",
                bench.cluster().registryUrl(),
                "--listen",
                "127.0.0.1:0",
                "--state-dir",
                bench.directory().resolve("consumer").toString(),
                "--json");
    }

    private static URI url(VestnikProcess consumer) throws Exception {
        await("the consumer listens").atMost(START_LIMIT).until(() -> {
            if (!consumer.alive()) {
                throw new AssertionError("The consumer has ended" + consumer.tail());
            }
            return consumer.printed().contains("}");
        });
        return URI.create(
                new ObjectMapper().readTree(consumer.printed()).get("url").asText());
    }

    private String beginning(Bench bench) throws Exception {
        try (Admin admin = bench.admin()) {
            TopicDescription topic = admin.describeTopics(List.of(topics.updates.name()))
                    .allTopicNames()
                    .get()
                    .get(topics.updates.name());
            List<String> offsets = new ArrayList<>();
            topic.partitions().forEach(partition -> offsets.add(partition.partition() + ":0"));
            return String.join(",", offsets) + "@" + topic.topicId();
        }
    }

    private static void awaitReaders(URI url, HttpClient http, int readers) {
        ObjectMapper mapper = new ObjectMapper();
        HttpRequest status = HttpRequest.newBuilder(URI.create(url + "/status")).build();
        await("all readers are there").atMost(START_LIMIT).until(() -> {
            HttpResponse<String> answer = http.send(status, HttpResponse.BodyHandlers.ofString());
            return mapper.readTree(answer.body()).path("readers").asInt() == readers;
        });
    }

    /** Writes each update when it is due, in a transaction of its own. */
    private void send(Bench bench, long[] due, int rate) {
        Map<String, Object> settings = new TreeMap<>(bench.cluster().settings());
        settings.keySet().retainAll(ProducerConfig.configNames());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "events-run");
        try (Serde<TopicUpdate> serde = topics.updates.serde(bench.cluster().settings());
                KafkaProducer<String, TopicUpdate> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), serde.serializer())) {
            producer.initTransactions();
            long begin = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            for (int number = 0; number < due.length; number++) {
                due[number] = begin + TimeUnit.SECONDS.toNanos(1) * number / rate;
            }
            for (int number = 0; number < due.length; number++) {
                while (System.nanoTime() < due[number]) {
                    LockSupport.parkNanos(due[number] - System.nanoTime());
                }
                String topic = TopicIds.outlet("Газета " + number % TOPICS);
                TopicUpdate update = TopicUpdate.newBuilder()
                        .setTopic(topic)
                        .setKind(TopicKind.OUTLET)
                        .setName(TopicIds.id(topic))
                        .setArticles(number + 1)
                        .setArticlesBefore(number)
                        .setQuotes(0)
                        .setQuotesBefore(0)
                        .setOutletCount(1)
                        .build();
                producer.beginTransaction();
                var unused = producer.send(new ProducerRecord<>(topics.updates.name(), topic, update));
                producer.commitTransaction();
            }
        }
    }

    /** What a reader has heard. */
    private record Heard(int distinct, int doubled, int disordered) {
        static Heard of(EventsClient client, long[] due, ConcurrentHistogram delays) throws InterruptedException {
            BitSet numbers = new BitSet();
            Map<String, Integer> last = new TreeMap<>();
            int doubled = 0;
            int disordered = 0;
            while (numbers.cardinality() < due.length) {
                EventsClient.Event event = client.next();
                if (event == null) {
                    break;
                }
                JsonNode update = event.data();
                int number = update.path("articlesBefore").asInt();
                delays.recordValue(Math.max(0, (System.nanoTime() - due[number]) / 1_000));
                doubled += numbers.get(number) ? 1 : 0;
                numbers.set(number);
                Integer before = last.put(update.path("topic").asText(), number);
                disordered += before != null && before > number ? 1 : 0;
            }
            return new Heard(numbers.cardinality(), doubled, disordered);
        }
    }
}
