/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.mapping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.vestnik.schemas.avro.CopyKind;
import io.vestnik.schemas.avro.Derivation;
import io.vestnik.schemas.avro.DiffOp;
import io.vestnik.schemas.avro.DiffPiece;
import io.vestnik.schemas.avro.PairCorrection;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.QuoteKind;
import io.vestnik.schemas.avro.StoryLink;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.schemas.avro.UtteranceConflict;
import io.vestnik.schemas.avro.UtteranceMember;
import io.vestnik.schemas.avro.VariantKind;
import io.vestnik.text.desk.utterances.UtteranceFirst;

/** What a desk says, as rows. */
public final class DeskMapping {
    private DeskMapping() {}

    /** The row of a placement. */
    public static Placement placement(String language, io.vestnik.text.desk.Placement placement) {
        io.vestnik.text.desk.copies.CopyKind kind = placement.copyKind();
        return Placement.newBuilder()
                .setArticleId(placement.articleId())
                .setContentHash(placement.contentHash())
                .setLanguage(language)
                .setCopyOf(placement.copyOf())
                .setCopyKind(kind == null ? null : CopyKind.valueOf(kind.name()))
                .setCopyShare(placement.copyShare())
                .setDerivedFrom(derivations(placement.derivedFrom()))
                .setStory(placement.story())
                .setThread(placement.thread())
                .setStoryLinks(links(placement.storyLinks()))
                .setTheme(placement.theme())
                .setThemeTerms(placement.themeTerms())
                .setLate(placement.late())
                .setCorrections(pairs(placement.corrections()))
                .build();
    }

    /** The row of an utterance. */
    public static Utterance utterance(io.vestnik.text.desk.utterances.Utterance utterance) {
        List<io.vestnik.text.desk.utterances.UtteranceMember> members = utterance.members();
        io.vestnik.text.desk.utterances.UtteranceMember source = members.get(0);
        UtteranceFirst first = utterance.firstObserved();
        UtteranceFirst claimed = utterance.firstClaimed();
        return Utterance.newBuilder()
                .setUtteranceId(utterance.id())
                .setLanguage(utterance.language())
                .setSpeaker(utterance.speaker())
                .setSpeakerEntity(utterance.speakerEntity())
                .setText(source.text())
                .setSourceArticleId(source.articleId())
                .setSourceBegin(source.begin())
                .setSourceEnd(source.end())
                .setMembers(members.size())
                .setArticles((int) members.stream()
                        .map(io.vestnik.text.desk.utterances.UtteranceMember::articleId)
                        .distinct()
                        .count())
                .setOutlets(members.stream()
                        .map(io.vestnik.text.desk.utterances.UtteranceMember::outlet)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList())
                .setFirstObservedAt(Instant.ofEpochMilli(first.time()))
                .setFirstObservedIn(first.articleId())
                .setFirstClaimedAt(claimed == null ? null : Instant.ofEpochMilli(claimed.time()))
                .setFirstClaimedIn(claimed == null ? null : claimed.articleId())
                .setConflicts(conflicts(utterance.conflicts()))
                .build();
    }

    /** The row of a member of an utterance. */
    public static UtteranceMember member(String utteranceId, io.vestnik.text.desk.utterances.UtteranceMember member) {
        Long claimedAt = member.claimedAt();
        return UtteranceMember.newBuilder()
                .setUtteranceId(utteranceId)
                .setArticleId(member.articleId())
                .setBegin(member.begin())
                .setEnd(member.end())
                .setQuoteKind(QuoteKind.valueOf(member.quoteKind().name()))
                .setVariant(VariantKind.valueOf(member.variant().name()))
                .setText(member.text())
                .setDiff(diff(member.diff()))
                .setSpeaker(member.speaker())
                .setMention(member.mention())
                .setCue(member.cue())
                .setEvidence(member.evidence())
                .setOutlet(member.outlet())
                .setTitle(member.title())
                .setFirstObservedAt(Instant.ofEpochMilli(member.firstObservedAt()))
                .setClaimedAt(claimedAt == null ? null : Instant.ofEpochMilli(claimedAt))
                .build();
    }

    private static List<Derivation> derivations(List<io.vestnik.text.desk.copies.Derivation> derivations) {
        List<Derivation> mapped = new ArrayList<>(derivations.size());
        for (io.vestnik.text.desk.copies.Derivation d : derivations) {
            mapped.add(new Derivation(d.articleId(), d.share(), AnalysisMapping.spans(d.spans())));
        }
        return mapped;
    }

    private static List<StoryLink> links(List<io.vestnik.text.desk.stories.StoryLink> links) {
        List<StoryLink> mapped = new ArrayList<>(links.size());
        for (io.vestnik.text.desk.stories.StoryLink link : links) {
            mapped.add(
                    new StoryLink(link.articleId(), link.similarity(), List.copyOf(link.shared()), link.correction()));
        }
        return mapped;
    }

    private static List<PairCorrection> pairs(List<io.vestnik.text.PairCorrection> pairs) {
        return pairs.stream()
                .map(pair -> new PairCorrection(pair.id(), pair.kind().name(), pair.articleId()))
                .toList();
    }

    private static List<UtteranceConflict> conflicts(
            List<io.vestnik.text.desk.utterances.UtteranceConflict> conflicts) {
        List<UtteranceConflict> mapped = new ArrayList<>(conflicts.size());
        for (io.vestnik.text.desk.utterances.UtteranceConflict conflict : conflicts) {
            mapped.add(new UtteranceConflict(
                    conflict.speaker(),
                    conflict.speakerEntity(),
                    conflict.articleId(),
                    conflict.begin(),
                    conflict.utteranceId()));
        }
        return mapped;
    }

    private static List<DiffPiece> diff(List<io.vestnik.text.desk.utterances.DiffPiece> pieces) {
        List<DiffPiece> mapped = new ArrayList<>(pieces.size());
        for (io.vestnik.text.desk.utterances.DiffPiece piece : pieces) {
            mapped.add(new DiffPiece(DiffOp.valueOf(piece.op().name()), piece.text()));
        }
        return mapped;
    }
}
