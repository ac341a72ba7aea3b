/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.names.tagging.TagModel;

/**
 * Reads Russian names: a learned model says where they stand, the article and the lists complete what it left, and the
 * linker says what they mean.
 */
public final class RussianNames implements NameReader {
    private static final String MODEL = "names-ru.model.gz";

    private final WordForms forms;
    private final LearnedRecognizer recognizer;
    private final EntityLinker linker;

    /** Makes a reader over a dictionary and a model. */
    public RussianNames(Morphology morphology, TagModel model) {
        this.forms = new WordForms(morphology, model);
        this.recognizer = new LearnedRecognizer(model, forms);
        this.linker = new EntityLinker(morphology);
    }

    /** The reader with the model of this version, whose card is docs/models/names-ru.md. */
    public static RussianNames standard(Morphology morphology) {
        try (InputStream raw = RussianNames.class.getResourceAsStream(MODEL)) {
            if (raw == null) {
                throw new IllegalStateException("resource " + MODEL + " is missing from the jar of the text module");
            }
            return new RussianNames(
                    morphology, TagModel.read(new BufferedInputStream(new GZIPInputStream(raw), 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + MODEL, e);
        }
    }

    @Override
    public ArticleEntities find(SourceText text, @Nullable SourceText title) {
        Scan scan = new Scan(text, forms);
        Completion completion = new Completion();
        Scan titleScan = title == null ? null : new Scan(title, forms);
        List<NameSpan> titleSpans = List.of();
        if (titleScan != null) {
            titleSpans = completion.complete(titleScan, recognizer.recognize(titleScan));
            completion.learn(titleScan, titleSpans);
        }
        List<NameSpan> spans = recognizer.recognize(scan);
        // Twice over the text: a surname may stand before the full name that makes it one.
        completion.learn(scan, spans);
        return linker.link(scan, completion.complete(scan, spans), titleScan, titleSpans);
    }
}
