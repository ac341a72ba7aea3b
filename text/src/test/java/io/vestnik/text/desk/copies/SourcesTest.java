/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.desk.DeskConfig;
import io.vestnik.text.desk.index.Relations;
import io.vestnik.text.sketch.Sketcher;

import static org.assertj.core.api.Assertions.assertThat;

class SourcesTest {
    private static final Sketcher SKETCHER = new Sketcher();
    private static final String FERRY =
            "Паром сел на мель у северного острова, людей переправили на берег в шлюпках, никто не"
                    + " пострадал. Капитан объяснил случившееся густым туманом и неисправным буем.";
    private static final String FAIR = "На ярмарку съехались мастера из девяти областей, они привезли кружево, посуду и"
            + " деревянные игрушки. Торговля на площади продлится до воскресенья.";
    private static final String TIGER =
            "Ночью из городского зоопарка сбежал тигр, охотники с собаками обошли весь лес и"
                    + " нашли зверя спящим в сарае у лесника. Хищника усыпили, осмотрели и вернули в клетку без единой царапины.";
    private static final String OWN =
            "Читатели спрашивали нас, чем закончились истории прошлой недели, и мы обзвонили всех, кто"
                    + " мог ответить, а потом съездили посмотреть своими глазами.";

    private final Copies copies = new Copies(DeskConfig.defaults().copies());

    @Test
    void shouldNameEachTextThatADigestIsMadeOf() {
        TextNode ferry = put("ferry", 1, FERRY);
        TextNode fair = put("fair", 2, FAIR);
        TextNode tiger = put("tiger", 3, TIGER);
        TextNode digest = put("digest", 9, String.join("\n", FERRY, FAIR, TIGER));

        assertThat(sources(digest)).containsExactlyInAnyOrder("ferry", "fair", "tiger");
        assertThat(List.of(ferry, fair, tiger))
                .allSatisfy(part -> assertThat(sources(part)).isEmpty());
    }

    @Test
    void shouldPointFromAnExcerptToTheLongTextThatWasThereBefore() {
        TextNode whole = put("whole", 1, String.join("\n", FERRY, FAIR, TIGER));
        TextNode part = put("part", 5, FAIR);

        assertThat(sources(part)).containsExactly("whole");
        assertThat(sources(whole)).isEmpty();
    }

    @Test
    void shouldNameTheOriginalAndNotItsCopies() {
        TextNode report = put("report", 9, OWN + "\n" + TIGER);
        put("a-copy", 5, "ТУЛА. ТАСС — " + TIGER + "\n" + FAIR);
        put("original", 3, TIGER + "\n" + FAIR);

        assertThat(sources(report)).containsExactly("original");
    }

    @Test
    void shouldTakeTheEarlierOfTwoTextsOfLikeLengthForTheSource() {
        TextNode later = put("later", 9, TIGER + "\n" + FAIR);
        TextNode earlier = put("earlier", 3, FERRY + "\n" + TIGER + "\n" + OWN.substring(0, 60));

        assertThat(sources(later)).containsExactly("earlier");
        assertThat(sources(earlier)).isEmpty();
    }

    @Test
    void shouldSayWhichStretchesWereTakenOver() {
        put("source", 1, TIGER + "\n" + FAIR);
        TextNode report = put("report", 9, OWN + "\n" + TIGER);

        Derivation derivation = copies.place(report).derivedFrom().get(0);

        assertThat(derivation.spans()).singleElement().satisfies(span -> {
            assertThat(span.begin()).isEqualTo(OWN.length() + 1);
            assertThat(span.end()).isEqualTo(OWN.length() + TIGER.length());
        });
        assertThat(derivation.share()).isBetween(400, 600);
    }

    @Test
    void shouldNotDeriveFromASharedTail() {
        put("first", 1, FERRY + "\n" + FAIR);
        TextNode second = put("second", 2, TIGER + "\n" + FAIR);

        assertThat(sources(second)).isEmpty();
    }

    @Test
    void shouldNotDeriveOneOfATemplateFromAnother() {
        String rates =
                "Курс доллара вырос на %s рубля и составил %s рубля. Курс евро опустился на %s рубля, до %s рубля."
                        + " Значения действуют с завтрашнего дня и публикуются без обязательства покупать или продавать валюту.";
        put("monday", 1, rates.formatted("0,31", "71,20", "0,16", "80,02"));
        TextNode tuesday = put("tuesday", 2, rates.formatted("0,08", "71,28", "0,44", "79,58"));

        assertThat(copies.place(tuesday).copyOf()).isNull();
        assertThat(sources(tuesday)).isEmpty();
    }

    private TextNode put(String id, long time, String text) {
        TextNode node = new TextNode(id, time, SKETCHER.sketch(text));
        copies.replace(null, node, new Relations<>());
        return node;
    }

    private List<String> sources(TextNode node) {
        return copies.place(node).derivedFrom().stream()
                .map(Derivation::articleId)
                .toList();
    }
}
