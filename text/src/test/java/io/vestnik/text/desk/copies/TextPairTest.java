/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.text.desk.DeskConfig;
import io.vestnik.text.sketch.Sketcher;

import static org.assertj.core.api.Assertions.assertThat;

class TextPairTest {
    private static final CopyConfig CONFIG = DeskConfig.defaults().copies();
    private static final Sketcher SKETCHER = new Sketcher();
    private static final List<String> PARAGRAPHS = List.of(
            "Паром «Заря» 14 мая сел на мель у острова Кижи, на борту находились 86 пассажиров и 9 членов экипажа.",
            "По словам капитана Егора Лунина, судно отклонилось от фарватера из-за густого тумана. «Мы сразу дали сигнал и"
                    + " спустили шлюпки», — сказал он.",
            "Спасатели прибыли из Петрозаводска через 40 минут. Всех людей переправили на берег, врачи осмотрели"
                    + " шестерых, помощь в больнице понадобилась одной женщине.",
            "Прокуратура Карелии начала проверку. Паром построен в 1978 году, последний ремонт прошёл в 2015-м. Судоходная"
                    + " компания «Онего» обещает снять его с мели до пятницы и вернуть деньги за билеты.");
    private static final String TEXT = String.join("\n", PARAGRAPHS);
    private static final String TEMPLATE =
            "Индекс биржи вырос на %s процента и закрылся на отметке %s пункта. Лидером торгов стали бумаги компании «%s», они"
                    + " подорожали на %s процента. Объём сделок за день превысил средний показатель месяца, участники рынка"
                    + " ждали решения регулятора по ключевой ставке и следили за внешним фоном.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ПЕТРОЗАВОДСК, 14 мая — РИА Новости. %s",
                "Фото: пресс-служба МЧС\n%s",
                "%s\nЧитайте также:\nВ Туле открыли сквер\nНазван лучший тренер года",
                "%s\n© 2026 «Вестник». Все права защищены. При перепечатке ссылка обязательна.",
                "%s\n— передаёт ТАСС со ссылкой на региональное управление МЧС.",
                "%s Подробности уточняются. Редакция следит за развитием событий."
            })
    void shouldSeeACopyUnderWhatOutletsAdd(String frame) {
        assertCopy(frame.formatted(TEXT));
    }

    @Test
    void shouldSeeACopyUnderOtherTypography() {
        assertCopy(TEXT.replace('«', '"').replace('»', '"').replace('—', '-').replace('ё', 'е'));
        assertCopy(TEXT.replace("«", "&laquo;")
                .replace("»", "&raquo;")
                .replace(" — ", "&nbsp;&mdash; ")
                .replace(" 14", "&#160;14"));
        assertCopy(TEXT.replace(" 14 ", "\u00a014\u00a0").replace("фарватера", "фарва\u00adтера"));
        assertCopy(TEXT.replace("капитана", "капита\u0301на").replace("тумана", "тума\u0301на"));
        assertCopy(TEXT.replace('о', 'o').replace('а', 'a').replace('Е', 'E'));
        assertCopy(PARAGRAPHS.get(0).toUpperCase(java.util.Locale.ROOT)
                + "\n"
                + String.join("\n", PARAGRAPHS.subList(1, 4)));
    }

    @Test
    void shouldSeeACopyOfMovedAndLeftOutParagraphs() {
        List<String> moved = new ArrayList<>(PARAGRAPHS);
        Collections.swap(moved, 1, 3);
        assertCopy(String.join("\n", moved));
        assertCopy(String.join("\n", PARAGRAPHS.subList(0, 3)));
        assertThat(pair(TEXT, String.join("\n", PARAGRAPHS.subList(0, 2))).copy())
                .as("less than half")
                .isFalse();
    }

    @Test
    void shouldSeeAMisspeltCopyThatSharesHalfOfItsShingles() {
        String misspelt = TEXT.replace("капитана", "капитапа")
                .replace("отклонилось", "отклоилось")
                .replace("густого", "гус7ого")
                .replace("спустили", "спустлии")
                .replace("прибыли", "прибилы")
                .replace("людей", "людеей")
                .replace("осмотрели", "оснотрели")
                .replace("понадобилась", "понадобилаь")
                .replace("построен", "постоен")
                .replace("обещает", "обещщает")
                .replace("находились", "наводились")
                .replace("Лунина", "Лунипа");

        TextPair pair = pair(TEXT, misspelt);

        assertThat(pair.similarity()).isBetween(CONFIG.containment(), 650);
        assertThat(pair.copy()).isTrue();
    }

    @Test
    void shouldNotSeeACopyInATextHalfOfWhichIsNew() {
        String report =
                "Очевидцы рассказали, что вода поднялась почти до палубы и дети плакали от страха весь час, пока шлюпки"
                        + " ходили к берегу. Жители посёлка принесли тёплые одеяла, чай и хлеб, а учитель открыл школу для ночлега."
                        + " Местный рыбак утверждает, что буй у отмели не горит с прошлой осени и жалобы остались без ответа.";
        String other = PARAGRAPHS.get(0) + "\n" + report + "\n" + PARAGRAPHS.get(2);

        TextPair pair = pair(TEXT, other);

        assertThat(pair.similarity()).isGreaterThan(CONFIG.containment());
        assertThat(pair.copy()).isFalse();
        assertThat(pair.template()).isFalse();
    }

    @Test
    void shouldTellTemplatesFromCopies() {
        TextPair pair = pair(
                TEMPLATE.formatted("0,42", "2871,15", "Полюс", "3,1"),
                TEMPLATE.formatted("1,07", "2902,83", "Магнит", "2,4"));

        assertThat(pair.similarity()).isGreaterThan(600);
        assertThat(pair.copy()).isFalse();
        assertThat(pair.template()).isTrue();
        assertThat(pair.otherEvents()).isTrue();
    }

    @Test
    void shouldLetATemplateSpeakAgainstOneEvent() {
        Copies copies = new Copies(CONFIG);
        TextNode one = new TextNode("a", 0, SKETCHER.sketch(TEMPLATE.formatted("0,42", "2871,15", "Полюс", "3,1")));
        TextNode other = new TextNode("b", 0, SKETCHER.sketch(TEMPLATE.formatted("1,07", "2902,83", "Магнит", "2,4")));

        assertThat(copies.overlap(one, other)).isNegative().isEqualTo(copies.overlap(other, one));
        assertThat(copies.overlap(one, one)).isEqualTo(1000);
    }

    @Test
    void shouldTellTemplatesWithFewOtherFactsFromCopies() {
        String missing = "Пропал человек! %s, %s лет. Вышел из дома и не вернулся. Любую информацию просят сообщить по"
                + " телефону 112 или на горячую линию поискового отряда 8-800-700-54-52.";

        assertThat(pair(missing.formatted("Олег Зуев", "41"), missing.formatted("Пётр Малышев", "67"))
                        .copy())
                .isFalse();
        assertThat(pair(missing.formatted("Олег Зуев", "41"), missing.formatted("Олег Зуев", "41"))
                        .copy())
                .isTrue();
    }

    @Test
    void shouldReadNumbersInWordsAndDaysAsFacts() {
        String closure =
                "Движение по мосту закроют в %s на %s часов, сообщили дорожники. Объезд пойдёт через соседний район,"
                        + " автобусы изменят путь, водителей просят заранее выбирать дорогу и следить за знаками. Пешеходов"
                        + " пропускать будут по временному настилу вдоль перил.";

        assertThat(pair(closure.formatted("среду", "пять"), closure.formatted("субботу", "восемь"))
                        .copy())
                .isFalse();
    }

    @Test
    void shouldTakeACorrectedFigureForACopy() {
        assertCopy(TEXT.replace("86 пассажиров", "87 пассажиров"));
    }

    @Test
    void shouldNotTakeATextWithMoreOtherFiguresForACopyButForDerived() {
        TextPair pair = pair(
                TEXT, TEXT.replace("86", "91").replace("40 минут", "55 минут").replace("шестерых", "восемь"));

        assertThat(pair.copy()).isFalse();
        assertThat(pair.mayDerive(pair.similarity(), CONFIG)).isTrue();
    }

    @Test
    void shouldTakeAMisspeltNameForTheSame() {
        FactPair facts = FactPair.of(
                node("В суд приехал Харитонов с защитником."), node("В суд приехал Харитонво с защитником."));

        assertThat(facts.alikeNames()).isEqualTo(1);
        assertThat(facts.unlikeNames()).isZero();
        assertThat(FactPair.of(node("В суд приехал Харитонов с защитником."), node("В суд приехал Ким с защитником."))
                        .unlikeNames())
                .isEqualTo(1);
    }

    @Test
    void shouldSayTheSameOfTextsWithoutWords() {
        assertThat(pair("", "…").copy()).isTrue();
        assertThat(pair("", TEXT).copy()).isFalse();
    }

    /** Who is asked first makes no difference, whatever words two texts share. */
    @Property(tries = 300)
    void shouldBeSymmetric(@ForAll int seed, @ForAll @IntRange(min = 1, max = 60) int words) {
        String left = shuffled(seed, words);
        String right = shuffled(seed + 1, words + seed % 2);

        assertThat(pair(left, right)).isEqualTo(pair(right, left));
    }

    private static String shuffled(int seed, int words) {
        Random random = new Random(seed);
        String[] all = TEXT.split(" ", -1);
        int from = random.nextInt(10);
        return IntStream.range(0, words)
                .mapToObj(i -> all[(from + i) % all.length] + (random.nextInt(8) == 0 ? random.nextInt(9) : ""))
                .collect(Collectors.joining(" "));
    }

    private static void assertCopy(String text) {
        assertThat(pair(TEXT, text).copy()).as(text).isTrue();
        assertThat(pair(text, TEXT).copy()).as(text).isTrue();
    }

    private static TextPair pair(String left, String right) {
        return TextPair.of(node(left), node(right), CONFIG);
    }

    private static TextNode node(String text) {
        return new TextNode("a", 0, SKETCHER.sketch(text));
    }
}
