/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.TimePrecision;

import static org.assertj.core.api.Assertions.assertThat;

class JsonLinesSourceTest {
    private static final int CAP = 1000;

    @Test
    void shouldReadTheFieldsOfAnArticle() throws IOException {
        SourceItem.Version version = (SourceItem.Version) single(
                "{\"id\":\"x/1\",\"text\":\" Текст.\\n\",\"title\":\"Заголовок\",\"url\":\"https://www.Sever.example/1\","
                        + "\"source\":\"Северный край\",\"claimedAt\":\"2025-03-01T10:20:00+03:00\","
                        + "\"observedAt\":\"2025-03-01T08:00:00.123Z\",\"language\":\"ru-RU\",\"extra\":[1]}");

        assertThat(version.articleId()).isEqualTo("x/1");
        assertThat(version.observedAt()).isEqualTo(Instant.parse("2025-03-01T08:00:00.123Z"));
        ArticleContent content = version.content();
        assertThat(content.getText()).isEqualTo(" Текст.\n");
        assertThat(content.getTitle()).isEqualTo("Заголовок");
        assertThat(content.getTitleSpan()).isNull();
        assertThat(content.getUrl()).isEqualTo("https://www.Sever.example/1");
        assertThat(content.getLanguage()).isEqualTo("ru");
        assertThat(Objects.requireNonNull(content.getOutlet()).getName()).isEqualTo("Северный край");
        assertThat(content.getOutlet().getHost()).isEqualTo("sever.example");
        assertThat(Objects.requireNonNull(content.getClaimedAt()).getAt())
                .isEqualTo(Instant.parse("2025-03-01T07:20:00Z"));
        assertThat(content.getClaimedAt().getPrecision()).isEqualTo(TimePrecision.SECOND);
        assertThat(content.getClaimedAt().getBasis()).isEqualTo("field");
    }

    @Test
    void shouldReadFromTheTextWhatNoFieldTells() throws IOException {
        ArticleContent content = ((SourceItem.Version)
                        single("{\"id\":\"1\",\"text\":\"10:20 01.03.2025\\nЗаголовок о снеге\\n\\nТекст.\"}"))
                .content();

        assertThat(content.getTitle()).isEqualTo("Заголовок о снеге");
        assertThat(content.getTitleSpan()).isNotNull();
        assertThat(Objects.requireNonNull(content.getClaimedAt()).getBasis()).isEqualTo("header-line");
    }

    @Test
    void shouldReadARetraction() throws IOException {
        SourceItem item = single("{\"id\":\"1\",\"retracted\":true,\"observedAt\":\"2025-03-01\"}");

        assertThat(item).isInstanceOfSatisfying(SourceItem.Retraction.class, retraction -> {
            assertThat(retraction.articleId()).isEqualTo("1");
            assertThat(retraction.observedAt()).isEqualTo(Instant.parse("2025-02-28T21:00:00Z"));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"id\":\"1\"|BAD_JSON",
                "[1]|BAD_JSON",
                "\"x\"|BAD_JSON",
                "{\"id\":\"1\",\"text\":\"a\"} x|BAD_JSON",
                "{\"id\":\"1\",\"id\":\"2\",\"text\":\"a\"}|BAD_JSON",
                "{\"text\":\"a\"}|MISSING_FIELD",
                "{\"id\":\" \",\"text\":\"a\"}|MISSING_FIELD",
                "{\"id\":\"1\"}|MISSING_FIELD",
                "{\"id\":\"1\",\"text\":null}|MISSING_FIELD",
                "{\"id\":1,\"text\":\"a\"}|BAD_FIELD",
                "{\"id\":\"1\",\"text\":[\"a\"]}|BAD_FIELD",
                "{\"id\":\"1\",\"text\":\"a\",\"title\":5}|BAD_FIELD",
                "{\"id\":\"1\",\"text\":\"a\",\"observedAt\":\"soon\"}|BAD_FIELD",
                "{\"id\":\"1\",\"text\":\"a\",\"observedAt\":1700000000}|BAD_FIELD",
                "{\"id\":\"1\",\"text\":\"a\",\"claimedAt\":\"2025-02-30\"}|BAD_FIELD",
                "{\"id\":\"1\",\"text\":\"a\",\"language\":\"Russian\"}|BAD_FIELD",
                "{\"id\":\"1\",\"text\":\"a\",\"retracted\":\"yes\"}|BAD_FIELD",
                "{\"id\":\"a\\u0000b\",\"text\":\"a\"}|BAD_FIELD",
                "{\"id\":\"1\",\"text\":\" \\n\"}|EMPTY",
                "{\"id\":\"1\",\"text\":\"a\\u0000b\"}|BINARY",
                "{\"id\":\"1\",\"text\":\"a\\ud800b\"}|NOT_UTF8",
            })
    void shouldRefuseABrokenLineAndGoOn(String line, String reason) throws IOException {
        List<SourceItem> items = read(line + "\n\n{\"id\":\"good\",\"text\":\"b\"}\n");

        assertThat(items).hasSize(2);
        assertThat(items.get(0)).isInstanceOfSatisfying(SourceItem.Rejection.class, rejection -> {
            assertThat(rejection.reason()).hasToString(reason);
            assertThat(rejection.place()).isEqualTo("test.jsonl:1");
            assertThat(rejection.message()).isNotBlank();
            assertThat(new String(rejection.input().head(), StandardCharsets.UTF_8))
                    .isEqualTo(line);
        });
        assertThat(items.get(1)).isInstanceOfSatisfying(SourceItem.Version.class, version -> assertThat(version.place())
                .isEqualTo("test.jsonl:3"));
    }

    @Test
    void shouldRefuseATextOverTheCapByItsBytes() throws IOException {
        assertThat(single("{\"id\":\"1\",\"text\":\"" + "я".repeat(CAP / 2) + "\"}"))
                .isInstanceOf(SourceItem.Version.class);
        assertThat(single("{\"id\":\"1\",\"text\":\"" + "я".repeat(CAP / 2) + "a\"}"))
                .isInstanceOfSatisfying(
                        SourceItem.Rejection.class, r -> assertThat(r.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void shouldPassOverALineThatIsTooLongToBeKept() throws IOException {
        String filler = "x".repeat(1_000_000);

        List<SourceItem> items = read("{\"id\":\"1\",\"text\":\"" + filler + "\"}\n{\"id\":\"2\",\"text\":\"b\"}");

        assertThat(items.get(0)).isInstanceOfSatisfying(SourceItem.Rejection.class, rejection -> {
            assertThat(rejection.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(rejection.input().length()).isEqualTo(filler.length() + 20L);
            assertThat(rejection.input().head()).hasSize(64 * 1024);
        });
        assertThat(items.get(1)).isInstanceOf(SourceItem.Version.class);
    }

    @Test
    void shouldPassOverAByteOrderMarkAndCarriageReturns() throws IOException {
        List<SourceItem> items = read("\uFEFF{\"id\":\"1\",\"text\":\"a\"}\r\n\r\n{\"id\":\"2\",\"text\":\"b\"}\r\n");

        assertThat(items).hasSize(2).allMatch(SourceItem.Version.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-03-01|2025-02-28T21:00:00Z|DAY",
                "2025-03-01T10:20|2025-03-01T07:20:00Z|MINUTE",
                "2025-03-01 10:20:30Z|2025-03-01T10:20:30Z|SECOND",
                "'Sat, 01 Mar 2025 10:20:30 +0300'|2025-03-01T07:20:30Z|SECOND",
                "1 марта 2025|2025-02-28T21:00:00Z|DAY",
            })
    void shouldReadTheFormsOfTimesInFields(String field, String at, String precision) throws IOException {
        SourceItem item = single("{\"id\":\"1\",\"text\":\"a\",\"publishedAt\":\"" + field + "\"}");

        ArticleContent content = ((SourceItem.Version) item).content();
        assertThat(Objects.requireNonNull(content.getClaimedAt()).getAt()).isEqualTo(Instant.parse(at));
        assertThat(content.getClaimedAt().getPrecision()).hasToString(precision);
    }

    @Test
    void shouldTakeTheHostOfTheAddressForTheOutletWhenNothingElseNamesIt() throws IOException {
        ArticleContent content = ((SourceItem.Version) single(
                        "{\"id\":\"1\",\"text\":\"NEW YORK (AP) — Snow fell.\",\"url\":\"https://news.example/1\"}"))
                .content();

        assertThat(Objects.requireNonNull(content.getOutlet()).getName()).isEqualTo("news.example");
        assertThat(content.getOutlet().getBasis()).isEqualTo("field");
    }

    private static SourceItem single(String line) throws IOException {
        List<SourceItem> items = read(line);
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static List<SourceItem> read(String lines) throws IOException {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        List<SourceItem> items = new ArrayList<>();
        try (JsonLinesSource source =
                new JsonLinesSource(new ByteArrayInputStream(bytes), "test.jsonl", ZoneId.of("Europe/Moscow"), CAP)) {
            SourceItem item = source.next();
            while (item != null) {
                if (!(item instanceof SourceItem.Pause)) {
                    items.add(item);
                }
                item = source.next();
            }
        }
        return items;
    }
}
