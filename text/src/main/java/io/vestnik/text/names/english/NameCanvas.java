/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.english;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;

/** The units of a text with the names found in them so far. */
final class NameCanvas {
    private final EnglishText text;
    private final @Nullable FoundName[] at;
    /** Units that belong to the name of a thing of no sought kind, which no later rule may take. */
    private final boolean[] barred;

    NameCanvas(EnglishText text) {
        this.text = text;
        this.at = new FoundName[text.size()];
        this.barred = new boolean[text.size()];
    }

    EnglishText text() {
        return text;
    }

    int size() {
        return at.length;
    }

    EnglishText.Unit unit(int i) {
        return text.unit(i);
    }

    boolean isFree(int i) {
        return i >= 0 && i < at.length && at[i] == null && !barred[i];
    }

    @Nullable FoundName nameAt(int i) {
        return i >= 0 && i < at.length ? at[i] : null;
    }

    boolean isOf(int i, EntityType type) {
        FoundName name = nameAt(i);
        return name != null && name.type() == type;
    }

    void add(int first, int end, EntityType type, boolean generic) {
        FoundName name = new FoundName(first, end, type, generic);
        for (int i = first; i < end; i++) {
            at[i] = name;
        }
    }

    void bar(int first, int end) {
        for (int i = first; i < end; i++) {
            barred[i] = true;
        }
    }

    boolean isBarred(int i) {
        return i >= 0 && i < barred.length && barred[i];
    }

    /** The folded word at an index; empty outside the text. */
    String key(int i) {
        return i >= 0 && i < at.length ? text.unit(i).key() : "";
    }

    /** Whether the unit has any of the bits; false outside the text. */
    boolean is(int i, int mask) {
        return i >= 0 && i < at.length && text.unit(i).is(mask);
    }

    /** A word with a capital, or one of mixed case that begins small: eBay. */
    boolean isCapital(int i) {
        return i >= 0 && i < at.length && text.unit(i).word() && text.unit(i).capital();
    }

    /** Whether only white space stands between the unit and the one before it. */
    boolean follows(int i) {
        return i > 0 && i < at.length && text.unit(i).begin() - text.unit(i - 1).fullEnd() <= 1;
    }

    List<FoundName> names() {
        List<FoundName> names = new ArrayList<>();
        FoundName last = null;
        for (FoundName name : at) {
            if (name != null && name != last) {
                names.add(name);
            }
            last = name;
        }
        return names;
    }
}
