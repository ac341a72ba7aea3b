/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.ArrayList;
import java.util.List;

import io.vestnik.text.lang.Recent;

/**
 * Words and speakers of the quotes that a change looks at. Words are read from the quotes when they are asked for and
 * forgotten after the change: at rest a quote keeps only hashes, and once it was compared a speaker that it shares with
 * others.
 */
final class Shelf {
    /** Logarithm of the speakers that are shared by the quotes that name them alike. */
    private static final int SPEAKER_BITS = 12;

    private final WordStock stock;
    private final List<QuoteNode> taken = new ArrayList<>();
    private final Recent<SpeakerName> speakers = new Recent<>(SPEAKER_BITS);

    Shelf(WordStock stock) {
        this.stock = stock;
    }

    /** Takes a quote that was just read: most are compared with others at once. */
    void take(QuoteNode node) {
        taken.add(node);
    }

    QuoteWords words(QuoteNode node) {
        QuoteWords words = node.words;
        if (words == null) {
            words = QuoteWords.of(node.quote, stock);
            node.words = words;
            taken.add(node);
        }
        return words;
    }

    SpeakerName speaker(QuoteNode node) {
        SpeakerName speaker = node.speaker;
        if (speaker == null) {
            String who = QuoteNode.who(node.quote);
            speaker = speakers.get(who);
            if (speaker == null) {
                speaker = SpeakerName.of(node.quote, stock);
                speakers.put(who, speaker);
            }
            node.speaker = speaker;
        }
        return speaker;
    }

    void clear() {
        for (QuoteNode node : taken) {
            node.words = null;
        }
        taken.clear();
    }
}
