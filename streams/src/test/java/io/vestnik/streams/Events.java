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
                .setClaimedAt(new ClaimedTime(minute(minute - 5), TimePrecision.MINUTE, "field", null))
                .setLanguage(language)
                .build();
        return event(id, minute).setKind(ArticleEventKind.VERSION)
                .setContent(content)
                // The claimed time is left out of the hash, as versions of one text are to be equal in these tests.
                .setContentHash(EntityIds.hash(text + language))
                .build();
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
