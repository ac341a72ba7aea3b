/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.List;

/** Tells how a rendering compares to the best source. What was told stays while the source is the same. */
final class MemberTeller {
    private final Shelf shelf;

    MemberTeller(Shelf shelf) {
        this.shelf = shelf;
    }

    UtteranceMember tell(Rendering rendering, Rendering source) {
        QuoteNode node = rendering.node();
        if (rendering.part()) {
            return compare(rendering, source);
        }
        UtteranceMember told = node.told;
        if (told == null || !source.equals(node.toldAgainst)) {
            told = compare(rendering, source);
            node.told = told;
            node.toldAgainst = source;
        }
        return told;
    }

    private UtteranceMember compare(Rendering rendering, Rendering source) {
        QuoteNode node = rendering.node();
        if (rendering.equals(source)) {
            return member(rendering, VariantKind.SOURCE, List.of());
        }
        if (!rendering.part() && !source.part() && node.spoken == source.node().spoken) {
            return member(rendering, VariantKind.VERBATIM, List.of());
        }
        WordDiff diff = WordDiff.between(shelf.words(source.node()), source, shelf.words(node), rendering);
        VariantKind kind = diff.kind();
        return member(rendering, kind, kind == VariantKind.VERBATIM ? List.of() : diff.pieces());
    }

    private UtteranceMember member(Rendering rendering, VariantKind variant, List<DiffPiece> diff) {
        QuoteNode node = rendering.node();
        return new UtteranceMember(
                node.article.articleId(),
                rendering.begin(),
                rendering.end(),
                node.quote.kind(),
                variant,
                rendering.part()
                        ? shelf.words(node).text(rendering.from(), rendering.to())
                        : QuoteWords.text(node.quote),
                diff,
                node.quote.speaker(),
                node.quote.mention(),
                node.quote.cue(),
                node.quote.evidence(),
                node.article.outlet(),
                node.article.title(),
                node.observedAt(),
                node.article.claimedAt());
    }
}
