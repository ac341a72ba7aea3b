/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.desk.copies.CopyKind;
import io.vestnik.text.desk.copies.Derivation;

import static io.vestnik.text.desk.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

class DeskTest {
    private static final String BRIDGE = "Губернатор области Иван Петров открыл в субботу новый мост через реку Вятку. "
            + "Строительство заняло четыре года и обошлось бюджету в 12 миллиардов рублей. "
            + "Движение по старой переправе закроют в понедельник, 9 июня, сообщили в дорожной службе Кирова. "
            + "Старая переправа служила городу с 1962 года и давно требовала ремонта. ";
    private static final String MORE =
            "По новому мосту смогут проезжать до сорока тысяч машин в сутки, подсчитали проектировщики. "
                    + "Рядом устроят набережную с велосипедной дорожкой и смотровой площадкой для туристов. "
                    + "Средства на благоустройство выделят из областного бюджета до конца года. ";
    private static final long DAY = 86_400_000L;

    private final Desk desk = new Desk("ru");

    @Test
    void shouldFindACopyUnderOtherTypographyAndAChangedSentence() {
        desk.put(article("b").at(2).says(BRIDGE + MORE).build());
        desk.put(article("a")
                .at(5)
                .says("КИРОВ. ТАСС — "
                        + (BRIDGE + MORE).replace("в субботу", "вчера").replace("е", "ё"))
                .build());

        Placement copy = placement("a");
        assertThat(copy.copyOf()).isEqualTo("b");
        assertThat(copy.copyKind()).isEqualTo(CopyKind.NEAR);
        assertThat(copy.copyShare()).isBetween(800, 999);
        assertThat(copy.story()).isEqualTo(placement("b").story());
        assertThat(placement("b").copyOf()).isNull();
    }

    @Test
    void shouldCarryTheThemeAndTellItsChange() {
        desk.put(
                article("a").says(BRIDGE).about("society", "мост", "новый мост").build());
        assertThat(placement("a").theme()).isEqualTo("society");
        assertThat(placement("a").themeTerms()).containsExactly("мост", "новый мост");

        assertThat(desk.put(article("a").says(BRIDGE).about("economy", "мост").build())
                        .placements())
                .singleElement()
                .satisfies(changed -> assertThat(changed.theme()).isEqualTo("economy"));

        desk.put(article("b").says(MORE).build());
        assertThat(placement("b").theme()).isNull();
        assertThat(placement("b").themeTerms()).isEmpty();
        assertThat(Desk.late(article("c").says(MORE).about("society", "мост").build())
                        .theme())
                .isEqualTo("society");
    }

    @Test
    void shouldTellExactCopiesAndExcerpts() {
        desk.put(article("whole").at(1).says(BRIDGE + MORE).build());
        desk.put(article("exact").at(2).says(BRIDGE + MORE).build());
        desk.put(article("part").at(3).says(BRIDGE).build());

        assertThat(placement("exact").copyKind()).isEqualTo(CopyKind.EXACT);
        assertThat(placement("exact").copyShare()).isEqualTo(1000);
        assertThat(placement("part").copyKind()).isEqualTo(CopyKind.EXCERPT);
        assertThat(placement("part").copyOf()).isEqualTo("whole");
        assertThat(placement("part").derivedFrom()).isEmpty();
    }

    @Test
    void shouldNotTakeATemplateWithOtherFactsForACopy() {
        String template = "Курс доллара на %s составил %s рубля, сообщил Банк России. Евро подорожал до %s рубля. "
                + "Курсы иностранных валют устанавливаются по рабочим дням без обязательства покупать или продавать "
                + "указанные валюты по данному курсу. Объём торгов достиг %s миллиарда.";
        desk.put(article("a")
                .at(1)
                .says(template.formatted("4 ноября", "63,62", "70,60", "2,8"))
                .build());
        desk.put(article("b")
                .at(2)
                .says(template.formatted("5 ноября", "64,01", "71,14", "3,1"))
                .build());

        assertThat(desk.placements()).extracting(Placement::copyOf).containsOnlyNulls();
    }

    @Test
    void shouldMakeTheNextOneTheOriginalWhenTheOriginalIsRetracted() {
        desk.put(article("a").at(1).says(BRIDGE).build());
        desk.put(article("b").at(2).says(BRIDGE).build());
        desk.put(article("c").at(3).says(BRIDGE).build());
        String story = placement("c").story();

        DeskChange change = desk.remove("a");

        assertThat(change.removedPlacements()).containsExactly("a");
        assertThat(change.placements()).extracting(Placement::articleId).containsExactly("b", "c");
        assertThat(placement("b").copyOf()).isNull();
        assertThat(placement("c").copyOf()).isEqualTo("b");
        assertThat(placement("c").story())
                .isNotEqualTo(story)
                .isEqualTo(placement("b").story());
    }

    @Test
    void shouldPointFromAReportToTheTextItWasWrittenFrom() {
        String report = "Так в Кирове завершилась главная стройка последних лет, за которой следила вся страна. "
                + "Корреспондент побывал на церемонии и поговорил с жителями, которые ждали этого дня. ";
        desk.put(article("source").at(9).says(BRIDGE + MORE).build());
        desk.put(article("report")
                .at(1)
                .says(report + BRIDGE.substring(0, 160) + report)
                .build());
        desk.put(article("other").at(1).says(report.replace("Кирове", "Омске")).build());

        assertThat(placement("report").derivedFrom())
                .extracting(Derivation::articleId)
                .contains("source");
        assertThat(placement("report").copyOf()).isNull();
        assertThat(placement("source").derivedFrom()).isEmpty();
        assertThat(placement("other").derivedFrom())
                .extracting(Derivation::articleId)
                .doesNotContain("source");
    }

    @Test
    void shouldRelateNothingBeyondTheWindow() {
        desk.put(article("a").at(0).says(BRIDGE).build());
        desk.put(article("b").at(7 * DAY).says(BRIDGE).build());
        desk.put(article("c").at(7 * DAY + 1).says(BRIDGE + MORE).build());

        assertThat(placement("b").copyOf()).isEqualTo("a");
        assertThat(placement("c").copyOf()).isNotEqualTo("a");
    }

    @Test
    void shouldSayWhyArticlesAreOneStory() {
        desk.put(article("a")
                .at(1)
                .title("В Кирове открыли мост через Вятку")
                .says(BRIDGE)
                .build());
        desk.put(article("b")
                .at(2)
                .title("Новый мост через Вятку в Кирове открыт")
                .says("В Кирове губернатор Петров открыл мост через Вятку. Стройка длилась четыре года.")
                .build());
        desk.put(article("c")
                .at(3)
                .title("Склад сгорел в Вологде")
                .says("Пожар на складе потушили утром.")
                .build());

        assertThat(placement("b").story()).isEqualTo(placement("a").story());
        assertThat(placement("a").storyLinks()).isEmpty();
        assertThat(placement("b").storyLinks()).singleElement().satisfies(link -> {
            assertThat(link.articleId()).isEqualTo("a");
            assertThat(link.shared()).contains("мост", "вятка");
        });
        assertThat(placement("c").story()).isNotEqualTo(placement("a").story());
        assertThat(placement("c").storyLinks()).isEmpty();
    }

    @Test
    void shouldChangeNothingForAnUnknownArticle() {
        desk.put(article("a").at(1).says(BRIDGE).build());

        assertThat(desk.remove("b")).isEqualTo(new DeskChange(List.of(), List.of(), List.of(), List.of()));
        assertThat(desk.put(article("a").at(1).says(BRIDGE).build()))
                .isEqualTo(new DeskChange(List.of(), List.of(), List.of(), List.of()));
        assertThat(desk.holds("b")).isFalse();
    }

    private Placement placement(String id) {
        return desk.placements().stream()
                .filter(placement -> placement.articleId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
