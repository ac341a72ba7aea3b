/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.mapping;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Credit;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.Mention;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.QuoteKind;
import io.vestnik.schemas.avro.Sketch;
import io.vestnik.schemas.avro.Span;
import io.vestnik.schemas.avro.SpeakerType;
import io.vestnik.schemas.avro.Term;

/** What a text says, between the records of the text analysis and those on the wire. Both ways lose nothing. */
public final class AnalysisMapping {
    private AnalysisMapping() {}

    /** The analysis of the text part: all but the article's own facts and the firsts of quotes. */
    public static io.vestnik.text.Analysis toText(Analysis analysis) {
        return new io.vestnik.text.Analysis(
                analysis.getLanguage(),
                analysis.getLength(),
                analysis.getMentions().stream().map(AnalysisMapping::toText).toList(),
                analysis.getQuotes().stream().map(AnalysisMapping::toText).toList(),
                analysis.getCredits().stream()
                        .map(c -> new io.vestnik.text.Credit(c.getBegin(), c.getEnd(), c.getText(), c.getOutlet()))
                        .toList(),
                toText(analysis.getSketch()),
                analysis.getTerms().stream()
                        .map(t -> new io.vestnik.text.Term(t.getTerm(), t.getWeight()))
                        .toList(),
                analysis.getTheme(),
                List.copyOf(analysis.getThemeTerms()));
    }

    static List<Mention> mentions(List<io.vestnik.text.Mention> mentions) {
        List<Mention> mapped = new ArrayList<>(mentions.size());
        for (io.vestnik.text.Mention m : mentions) {
            mapped.add(new Mention(
                    m.begin(),
                    m.end(),
                    EntityType.valueOf(m.type().name()),
                    m.text(),
                    m.name(),
                    m.entityId(),
                    m.generic(),
                    m.position().label()));
        }
        return mapped;
    }

    static List<Credit> credits(List<io.vestnik.text.Credit> credits) {
        List<Credit> mapped = new ArrayList<>(credits.size());
        for (io.vestnik.text.Credit c : credits) {
            mapped.add(new Credit(c.begin(), c.end(), c.text(), c.outlet()));
        }
        return mapped;
    }

    static List<Term> terms(List<io.vestnik.text.Term> terms) {
        List<Term> mapped = new ArrayList<>(terms.size());
        for (io.vestnik.text.Term t : terms) {
            mapped.add(new Term(t.term(), t.weight()));
        }
        return mapped;
    }

    static List<Span> spans(List<io.vestnik.text.Span> spans) {
        List<Span> mapped = new ArrayList<>(spans.size());
        for (io.vestnik.text.Span s : spans) {
            mapped.add(new Span(s.begin(), s.end()));
        }
        return mapped;
    }

    static Quote quote(io.vestnik.text.Quote quote, java.time.Instant firstObservedAt) {
        return Quote.newBuilder()
                .setBegin(quote.begin())
                .setEnd(quote.end())
                .setKind(QuoteKind.valueOf(quote.kind().name()))
                .setText(quote.text())
                .setParts(spans(quote.parts()))
                .setSpeaker(quote.speaker())
                .setSpeakerType(speakerType(quote.speakerType()))
                .setSpeakerEntity(quote.speakerEntity())
                .setMention(quote.mention())
                .setCue(quote.cue())
                .setEvidence(quote.evidence())
                .setFirstObservedAt(firstObservedAt)
                .build();
    }

    static Sketch sketch(io.vestnik.text.Sketch sketch) {
        ByteBuffer shingles = ByteBuffer.allocate(sketch.shingles().length * Long.BYTES);
        shingles.asLongBuffer().put(sketch.shingles());
        return new Sketch(
                sketch.recipe(),
                sketch.words(),
                ByteBuffer.wrap(sketch.minhash()),
                shingles,
                ByteBuffer.wrap(sketch.places()));
    }

    static io.vestnik.text.Sketch toText(Sketch sketch) {
        LongBuffer longs = sketch.getShingles().duplicate().asLongBuffer();
        long[] shingles = new long[longs.remaining()];
        longs.get(shingles);
        return new io.vestnik.text.Sketch(
                sketch.getRecipe(), sketch.getWords(), bytes(sketch.getMinhash()), shingles, bytes(sketch.getPlaces()));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    static io.vestnik.text.Mention toText(Mention mention) {
        return new io.vestnik.text.Mention(
                mention.getBegin(),
                mention.getEnd(),
                io.vestnik.text.EntityType.valueOf(mention.getType().name()),
                mention.getText(),
                mention.getName(),
                mention.getEntityId(),
                mention.getGeneric(),
                io.vestnik.text.MentionPosition.of(mention.getPosition()));
    }

    private static io.vestnik.text.Quote toText(Quote quote) {
        SpeakerType type = quote.getSpeakerType();
        return new io.vestnik.text.Quote(
                quote.getBegin(),
                quote.getEnd(),
                io.vestnik.text.QuoteKind.valueOf(quote.getKind().name()),
                quote.getText(),
                quote.getParts().stream()
                        .map(s -> new io.vestnik.text.Span(s.getBegin(), s.getEnd()))
                        .toList(),
                quote.getSpeaker(),
                type == null ? null : io.vestnik.text.SpeakerType.valueOf(type.name()),
                quote.getSpeakerEntity(),
                quote.getMention(),
                quote.getCue(),
                quote.getEvidence());
    }

    private static @Nullable SpeakerType speakerType(io.vestnik.text.@Nullable SpeakerType type) {
        return type == null ? null : SpeakerType.valueOf(type.name());
    }
}
