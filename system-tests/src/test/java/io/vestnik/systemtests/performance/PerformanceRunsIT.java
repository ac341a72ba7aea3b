/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each performance run does its work, in its short form, and says what it has measured. How much that is, is not judged. */
@Timeout(900)
class PerformanceRunsIT {
    @TempDir
    static Path directory;

    @ParameterizedTest
    @CsvSource({
        "throughput, /parts/PASS_THROUGH/cpuMillisPerArticle",
        "throughput, /parts/WHOLE/costToPassThrough",
        "throughput, /parts/WHOLE/costToOffline",
        "latency, /rates/0/coverage/p50Millis",
        "latency, /rates/0/updates/p999Millis",
        "questions, /stories",
        "questions, /questions/0/p99Millis",
        "questions, /questions/5/count",
        "recovery, /shapes/0/kills/0/silenceSeconds",
        "restore, /sizes/1/startWithoutState/restored/desk-articles/rows",
        "restore, /sizes/1/topicBytes/news.history.v1",
        "restore, /sizes/1/storeBytes/coverage-members",
        "growth, /steps/2/cpuMillisPerArticle",
        "growth, /heapGrowth",
        "events, /p99Millis"
    })
    void shouldMeasure(String run, String figure) throws Exception {
        Path file = directory.resolve(run + ".json");
        if (!file.toFile().exists()) {
            assertThat(PerformanceRuns.run(run, directory, new Settings("form=short")))
                    .startsWith("| ")
                    .doesNotContain("NaN", "null");
        }
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.get("run").asText()).isEqualTo(run);
        assertThat(json.get("form").asText()).isEqualTo("short");
        assertThat(json.get("measured").at(figure).asDouble()).as(figure).isPositive();
    }

    @Test
    void shouldCountEveryArticleOnce() throws Exception {
        shouldMeasure("latency", "/rates/0/articles");
        JsonNode rate = new ObjectMapper()
                .readTree(directory.resolve("latency.json").toFile())
                .at("/measured/rates/0");
        assertThat(rate.at("/coverage/count").asInt())
                .isEqualTo(rate.get("articles").asInt());
        assertThat(rate.at("/updates/count").asInt())
                .isEqualTo(rate.get("articles").asInt());
    }

    @Test
    void shouldTellEveryReaderEachUpdateOnce() throws Exception {
        shouldMeasure("events", "/p50Millis");
        JsonNode told = new ObjectMapper()
                .readTree(directory.resolve("events.json").toFile())
                .get("measured");
        assertThat(told.get("told").asLong())
                .isEqualTo(told.get("readers").asLong()
                        * told.get("updatesPerSecond").asLong()
                        * told.get("seconds").asLong());
        assertThat(told.get("lost").asLong()).isZero();
        assertThat(told.get("doubled").asLong()).isZero();
        assertThat(told.get("outOfOrder").asLong()).isZero();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "VESTNIK_CHROMIUM", matches = "true", disabledReason = "needs a browser")
    void shouldTimeThePage() throws Exception {
        shouldMeasure("questions", "/page/0/medianMillis");
        shouldMeasure("questions", "/page/1/maxMillis");
    }

    @Test
    void shouldRefuseSettingsThatMeanNothing() {
        assertThatThrownBy(() -> new Settings("form=long")).hasMessage("form is full or short, not long");
        assertThatThrownBy(() -> new Settings("twenty")).hasMessage("twenty is not of the form name=value");
        Settings settings = new Settings("pears=5", "articles=many");
        assertThatThrownBy(settings::checkAllAsked).hasMessageContaining("pears");
        assertThatThrownBy(() -> settings.number("articles", 1, 1)).hasMessage("articles is a whole number, not many");
    }
}
