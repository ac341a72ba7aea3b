/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.page;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import picocli.CommandLine;

import io.vestnik.cli.VestnikCli;
import io.vestnik.cli.pipeline.LocalPipeline;
import io.vestnik.cli.pipeline.Summary;
import io.vestnik.producer.ArticlePublisher;
import io.vestnik.producer.ArticleSource;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;
import io.vestnik.systemtests.News;

import static org.assertj.core.api.Assertions.assertThat;

/** All parts of Vestnik in this process, with the page. */
final class PagePipeline implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final LocalPipeline pipeline;

    private PagePipeline(LocalPipeline pipeline) {
        this.pipeline = pipeline;
    }

    static PagePipeline start(Path directory) throws InterruptedException {
        return new PagePipeline(LocalPipeline.start(directory, 2, "127.0.0.1:0"));
    }

    /** Address of the page, without a slash at its end. */
    String url() {
        return pipeline.queryUrl();
    }

    /** Publishes articles that bear their times, and waits until the consumer shows them. */
    PagePipeline publish(String... lines) throws IOException, InterruptedException {
        return publish(News.jsonLines(List.of(lines)));
    }

    /** The same from any source. */
    PagePipeline publish(ArticleSource source) throws IOException, InterruptedException {
        send(source);
        return settle();
    }

    /** Waits until the consumer shows all that was published and said. */
    PagePipeline settle() throws InterruptedException {
        pipeline.awaitQuiescence(LIMIT);
        pipeline.views(Summary.of(pipeline.tables(), pipeline.topics(), pipeline.settings()), LIMIT);
        return this;
    }

    /** Runs {@code vestnik} on it; what it has printed. */
    String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                VestnikCli.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        Map<String, Object> settings = pipeline.settings();
        Stream<String> addresses = Stream.of(
                "--bootstrap",
                String.valueOf(settings.get("bootstrap.servers")),
                "--registry",
                String.valueOf(settings.get("schema.registry.url")));
        int status =
                command.execute(Stream.concat(Stream.of(arguments), addresses).toArray(String[]::new));
        assertThat(status).as(err.toString()).isZero();
        return out.toString().strip();
    }

    private void send(ArticleSource source) throws IOException, InterruptedException {
        try (ArticlePublisher publisher = ArticlePublisher.open(
                        pipeline.settings(), pipeline.topics(), null, ObservedAt.assumed(), Clock.systemUTC());
                source) {
            PublishReport report = publisher.publish(source, PublishListener.NONE);
            assertThat(report.refusals()).isEmpty();
        }
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
