package io.vestnik.streams;

import java.time.Instant;

import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.schemas.avro.ClaimedTime;
import io.vestnik.schemas.avro.ObservedAtBasis;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.schemas.avro.TimePrecision;
import io.vestnik.text.EntityIds;

/** Article events for tests; times in minutes after midnight of 2026-01-01. */
final class Events {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Events() {}

    static Instant minute(int minute) {
        return START.plusSeconds(minute * 60L);
    }

    static ArticleEvent version(String id, int minute, String text) {
        return version(id, minute, text, "ru");
    }

    static ArticleEvent version(String id, int minute, String text, String language) {
        ArticleContent content = ArticleContent.newBuilder()
                .setText(text)
                .setTitle("Title of " + id)
                .setOutlet(Outlet.newBuilder()
                        .setName("Outlet " + id.charAt(0))
                        .setBasis("field")
                        .build())
                .setClaimedAt(claimed(text))
                .setLanguage(language)
                .build();
        return event(id, minute).setKind(ArticleEventKind.VERSION)
                .setContent(content)
                // Everything else in the content follows from the id and these two.
                .setContentHash(EntityIds.hash(text + language))
                .build();
    }

    /** A claimed time that goes with the text, as equal texts are to be equal versions in these tests. */
    private static ClaimedTime claimed(String text) {
        return new ClaimedTime(minute(text.length() % 10), TimePrecision.MINUTE, "field", null);
    }

    static ArticleEvent retraction(String id, int minute) {
        return event(id, minute).setKind(ArticleEventKind.RETRACTION).build();
    }

    private static ArticleEvent.Builder event(String id, int minute) {
        return ArticleEvent.newBuilder()
                .setArticleId(id)
                .setObservedAt(minute(minute))
                .setObservedAtBasis(ObservedAtBasis.GIVEN)
                .setOrigin("jsonl");
    }
}
