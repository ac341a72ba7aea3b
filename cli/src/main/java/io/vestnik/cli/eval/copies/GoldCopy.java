/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.copies;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An article of which it is known what it is a copy of.
 *
 * @param id its id
 * @param language its language, by ISO 639-1
 * @param title its title; null when there is none
 * @param group the articles of one text have one group
 * @param relation what it is in its group
 * @param edits what was done to the original, by name; empty when nothing or not known
 */
public record GoldCopy(
        String id, String language, @Nullable String title, String group, Relation relation, List<String> edits) {

    /** What an article is in its group. */
    public enum Relation {
        /** The text that the others of the group were made from. */
        ORIGINAL,
        /** The same text but for edits. */
        COPY,
        /** A part of it. */
        EXCERPT,
        /** One of several texts with the same words and other facts; each is a group of its own. */
        TEMPLATE
    }

    /** Whether it was made from the original of its group. */
    boolean isCopy() {
        return relation == Relation.COPY || relation == Relation.EXCERPT;
    }

    /** The template that it was made by: its group without what follows the last hyphen. */
    String template() {
        int hyphen = group.lastIndexOf('-');
        return hyphen < 0 ? group : group.substring(0, hyphen);
    }
}
