/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.page;

import java.util.stream.IntStream;

/** News of two events: a bridge, which two outlets report and one copies, and two days later a hospital. */
final class BridgeNews {
    static final String BRIDGE_DAY = "2026-03-02T08:00:00Z";
    static final String HOSPITAL_DAY = "2026-03-04T09:00:00Z";
    /** The hour of the {@link #rush}. */
    static final String RUSH_HOUR = "2026-03-03T12";
    /** After the bridge and before the hospital. */
    static final String BETWEEN = "2026-03-03T00:00:00Z";

    static final String BRIDGE_TITLE = "Мост через Яну в Северске откроют в мае";
    static final String HOSPITAL_TITLE = "В Приозёрске заложили детскую больницу";
    static final String QUOTE = "Мост через реку откроется в мае, и первыми по нему пройдут машины скорой помощи";

    private static final String BRIDGE_TEXT =
            "Мост через Яну в Северске откроют в мае, сообщил мэр города Пётр Воронов.\n\n"
                    + "«" + QUOTE
                    + ", подрядчик закончил испытания пролётов на прошлой неделе», – заявил мэр Северска Пётр Воронов."
                    + " По его словам, строители сдали опоры и пролёты моста раньше срока.\n\n"
                    + "Мост через Яну строили четыре года, он свяжет левый берег Северска с вокзалом и больницей. Строительство"
                    + " обошлось городскому бюджету в три миллиарда рублей.";

    private BridgeNews() {}

    /** The bridge as the agency has it. */
    static String original() {
        return Lines.article(
                "bridge-1",
                BRIDGE_DAY,
                "Северский вестник",
                "https://vestnik.example/bridge",
                BRIDGE_TITLE,
                BRIDGE_TEXT);
    }

    /** A report that names its source and changes the words of the quote. */
    static String report() {
        return Lines.article(
                "bridge-2",
                "2026-03-02T09:30:00Z",
                "Речная газета",
                "https://gazeta.example/bridge",
                "В Северске назвали срок открытия моста через Яну",
                "В Северске назвали срок открытия моста через Яну, передаёт ТАСС.\n\n"
                        + "«Мост через реку откроется в мае, и первыми по нему проедут машины скорой помощи», – сказал мэр"
                        + " Пётр Воронов.\n\nСтроители сдали опоры и пролёты моста раньше срока, мост через Яну строили"
                        + " четыре года. Он свяжет левый берег Северска с вокзалом и больницей.");
    }

    /** A copy of the agency's. */
    static String copy() {
        return Lines.article(
                "bridge-3",
                "2026-03-02T10:00:00Z",
                "Новости Яны",
                "https://yana.example/bridge",
                BRIDGE_TITLE,
                BRIDGE_TEXT);
    }

    /** Another copy, which comes later. */
    static String laterCopy() {
        return Lines.article(
                "bridge-4", "2026-03-02T11:00:00Z", "Берег", "https://bereg.example/bridge", BRIDGE_TITLE, BRIDGE_TEXT);
    }

    /** Five outlets on the bridge within an hour, a day after the first. */
    static String[] rush() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(n -> Lines.article(
                        "rush-" + n,
                        RUSH_HOUR + ":0" + n + ":00Z",
                        "Листок " + n,
                        "https://rush.example/" + n,
                        "По мосту через Яну прошла пробная колонна номер " + n,
                        "По мосту через Яну в Северске прошла пробная колонна номер " + n + ".\n\nМост выдержал " + n
                                + " тяжёлых самосвалов, за ними проехали автобусы с испытателями."))
                .toArray(String[]::new);
    }

    /** The other event. */
    static String hospital() {
        return Lines.article(
                "hospital-1",
                HOSPITAL_DAY,
                "Приозёрские новости",
                "https://pn.example/hospital",
                HOSPITAL_TITLE,
                "В Приозёрске заложили первый камень детской больницы на сто двадцать коек.\n\n"
                        + "«Детская больница примет первых маленьких пациентов через два года», – сказала главный врач"
                        + " Ольга Зимина.\n\nНа первом этаже будет приёмное отделение, на втором операционные и палаты.");
    }
}
