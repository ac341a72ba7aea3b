/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import io.vestnik.text.Analysis;
import io.vestnik.text.Document;
import io.vestnik.text.sketch.Sketcher;
import io.vestnik.text.sketch.TermWeigher;

/**
 * What {@link FakeAnalyzer} reads from its marks, with the sketch and the terms that the real analyzer would give: fast,
 * and enough for the real desk to find copies, stories and utterances.
 */
final class SketchingAnalyzer {
    private static final Sketcher SKETCHER = new Sketcher();
    private static final TermWeigher RUSSIAN = TermWeigher.of("ru");
    private static final TermWeigher ENGLISH = TermWeigher.of("en");

    private SketchingAnalyzer() {}

    static Analysis analyze(Document document) {
        Analysis marked = FakeAnalyzer.analyze(document);
        TermWeigher terms = marked.language().equals("en") ? ENGLISH : RUSSIAN;
        return new Analysis(
                marked.language(),
                marked.length(),
                marked.mentions(),
                marked.quotes(),
                marked.credits(),
                SKETCHER.sketch(document.text()),
                terms.weigh(document.text(), document.title()),
                marked.theme(),
                marked.themeTerms());
    }
}
