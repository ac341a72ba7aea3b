/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

/** Where in an article a name stands. */
public enum MentionPosition {
    /** In the running text, the title included. */
    BODY("body"),
    /** In the place, day and agency before the first sentence: «МОСКВА, 4 фев — РИА Новости.», "LONDON (Reuters) -". */
    DATELINE("dateline"),
    /** Where the text says who wrote, photographed or sent it: «Автор: Имя Фамилия», "By NAME SURNAME". */
    BYLINE("byline");

    private final String label;

    MentionPosition(String label) {
        this.label = label;
    }

    /** The position as records and JSON have it. */
    public String label() {
        return label;
    }

    /** The position with the label; {@link #BODY} for a label that this version does not know. */
    public static MentionPosition of(String label) {
        for (MentionPosition position : values()) {
            if (position.label.equals(label)) {
                return position;
            }
        }
        return BODY;
    }
}
