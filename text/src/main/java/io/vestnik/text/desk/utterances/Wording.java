/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.desk.index.Node;

/**
 * Quotes of about one time that have the same words and the same attribution: all that is compared of them is compared
 * once, for the first. A sentence that thousands carry costs no more than one. The natural order is that of the first
 * quotes; another first quote makes another wording.
 */
final class Wording extends Node {
    /** The first of the quotes, which does not change. */
    private final QuoteNode head;

    /** The quotes in canonical order. */
    private final List<QuoteNode> quotes;

    /** Wordings that render the same words, or contest them, with the alignment. */
    final TreeMap<Wording, Alignment> links = new TreeMap<>();

    /** Ids of the utterances that the quotes are in: mostly one, several for a turn, some of them perhaps twice. */
    List<String> utterances = List.of();

    /** The walk that was here last. */
    long visited;

    /** Number of its stretch while utterances are grouped; below 0 for a turn that is cut. */
    int place = -1;

    Wording(List<QuoteNode> quotes) {
        this(quotes, Collections.min(quotes));
    }

    private Wording(List<QuoteNode> quotes, QuoteNode head) {
        super(head.id(), head.time(), head.index());
        this.head = head;
        this.quotes = new ArrayList<>(quotes);
        Collections.sort(this.quotes);
        ((ArrayList<QuoteNode>) this.quotes).trimToSize();
    }

    QuoteNode head() {
        return head;
    }

    List<QuoteNode> quotes() {
        return quotes;
    }

    /** Adds a quote that comes after the first. */
    void add(QuoteNode node) {
        int at = Collections.binarySearch(quotes, node);
        if (at >= -1) {
            throw new IllegalStateException(node + " is in the wording already or comes before its first");
        }
        quotes.add(-at - 1, node);
    }

    /** Takes away a quote that is not the first. */
    void remove(QuoteNode node) {
        int at = Collections.binarySearch(quotes, node);
        if (at <= 0) {
            throw new IllegalStateException(node + " is not in the wording or is its first");
        }
        quotes.remove(at);
    }

    void addUtterance(String id) {
        if (utterances.isEmpty()) {
            utterances = List.of(id);
        } else {
            utterances = utterances.size() == 1 ? new ArrayList<>(utterances) : utterances;
            utterances.add(id);
        }
    }

    boolean isTurn() {
        return head.isTurn();
    }

    boolean isIndirect() {
        return head.isIndirect();
    }

    long[] keys() {
        return head.keys;
    }

    /** The wording that renders most of the same words, the first of equal ones; null when none does. */
    @Nullable Wording nearest() {
        Wording nearest = null;
        int most = -1;
        for (Map.Entry<Wording, Alignment> link : links.entrySet()) {
            if (link.getValue().bond() == Alignment.Bond.SAME && link.getValue().weight() > most) {
                nearest = link.getKey();
                most = link.getValue().weight();
            }
        }
        return nearest;
    }
}
