/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.error;

import java.util.Map;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.serde.AvroSerde;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorHandlersTest {
    private static final Map<String, String> CONFIG =
            Map.of("schema.registry.url", "mock://handlers", DeadLetterRecords.NAMESPACE_PROPERTY, "replay.R1.");
    private static final String ARTICLES = "replay.R1.news.articles.v1";

    private final BadArticleHandler handler = new BadArticleHandler();

    ErrorHandlersTest() {
        handler.configure(CONFIG);
    }

    private record Context(String topic) implements ErrorHandlerContext {
        @Override
        public int partition() {
            return 3;
        }

        @Override
        public long offset() {
            return 17;
        }

        @Override
        public Headers headers() {
            return new RecordHeaders();
        }

        @Override
        public String processorNodeId() {
            return "node";
        }

        @Override
        public TaskId taskId() {
            return new TaskId(0, 3);
        }

        @Override
        public long timestamp() {
            return 1;
        }

        @Override
        public byte[] sourceRawKey() {
            return new byte[] {'k'};
        }

        @Override
        public byte[] sourceRawValue() {
            return new byte[] {1, 2, 3};
        }
    }

    private static BadArticleException bad() {
        return new BadArticleException(BadArticleException.Reason.FUTURE, "too early");
    }

    private ProcessingExceptionHandler.Response handle(String topic, Exception exception) {
        return handler.handleError(new Context(topic), new Record<>("k", "v", 1), exception);
    }

    @Test
    void shouldSendABadArticleToTheDeadLettersOfItsNamespaceAndGoOn() {
        ProcessingExceptionHandler.Response response = handle(ARTICLES, bad());

        assertThat(response.result()).isEqualTo(ProcessingExceptionHandler.Result.RESUME);
        ProducerRecord<byte[], byte[]> sent = response.deadLetterQueueRecords().get(0);
        assertThat(sent.topic()).isEqualTo("replay.R1.news.dead-letters.v1");
        DeadLetter letter =
                AvroSerde.of(DeadLetter.class, CONFIG).deserializer().deserialize("x", sent.value());
        assertThat(letter.getReason()).isEqualTo("FUTURE");
        assertThat(letter.getOrigin()).isEqualTo(ARTICLES + "-3@17");
        assertThat(letter.getKey()).isEqualTo("k");
        assertThat(letter.getLength()).isEqualTo(3);
    }

    static Stream<Exception> faults() {
        return Stream.of(
                new IllegalStateException("a bug"),
                new SerializationException("no typed error of the data"),
                new RuntimeException(new NullPointerException()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void shouldEndTheProcessOnAnythingElse(Exception fault) {
        assertThat(handle(ARTICLES, fault).result()).isEqualTo(ProcessingExceptionHandler.Result.FAIL);
    }

    @Test
    void shouldEndTheProcessOnABadRecordThatOnlyThisApplicationWrites() {
        assertThat(handle(Topics.live().analyses.name(), bad()).result())
                .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
        BadRecordHandler reading = new BadRecordHandler();
        reading.configure(CONFIG);
        assertThat(reading.handleError(
                                new Context("app-desk-repartition"),
                                new org.apache.kafka.clients.consumer.ConsumerRecord<>(
                                        "app-desk-repartition", 0, 0, new byte[0], new byte[] {9}),
                                bad())
                        .result())
                .isEqualTo(DeserializationExceptionHandler.Result.FAIL);
    }

    @Test
    void shouldEndTheProcessWhenAResultCannotBeSent() {
        ProductionExceptionHandler.Response response = new FailedSendHandler()
                .handleError(
                        new Context(ARTICLES),
                        new ProducerRecord<>("t", new byte[0], new byte[0]),
                        new RecordTooLargeException());

        assertThat(response.result()).isEqualTo(ProductionExceptionHandler.Result.FAIL);
    }
}
