/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.text.Mention;
import io.vestnik.text.MentionPosition;
import io.vestnik.text.lang.SourceText;

import static org.assertj.core.api.Assertions.assertThat;

class MentionPositionsTest {
    private static final NameFinder FINDER = NameFinder.standard();

    private static final String NEWS = """
            Мост через Лесную закрыли до весны, его опоры размыло паводком ещё в сентябре.
            Объезд займёт около часа, автобусы пустят через соседний посёлок, где дорогу уже подсыпали щебнем.
            Работы оценили в девять миллионов рублей, деньги выделит область, подрядчика выберут до конца месяца.
            """;
    private static final String ENGLISH_NEWS = """
            The bridge over the river will stay closed until spring, as a flood washed out two of its piers.
            A detour takes about an hour, and buses will use the old road, which has been covered with gravel.
            The work will cost nine million, and a contractor will be chosen by the end of the month.
            """;

    private static List<String> marked(MentionPosition position, String language, @Nullable String title, String text) {
        SourceText outside = title == null ? null : SourceText.of(title);
        return FINDER.find(SourceText.of(text), outside, language).mentions().stream()
                .filter(m -> m.position() == position)
                .map(Mention::text)
                .toList();
    }

    private static List<String> datelines(String text) {
        return marked(MentionPosition.DATELINE, "ru", null, text);
    }

    private static List<String> bylines(String text) {
        return marked(MentionPosition.BYLINE, "ru", null, text);
    }

    private static List<String> englishDatelines(String text) {
        return marked(MentionPosition.DATELINE, "en", null, text);
    }

    private static List<String> englishBylines(String text) {
        return marked(MentionPosition.BYLINE, "en", null, text);
    }

    @Test
    void shouldReadThePlaceAndTheAgencyOfADateline() {
        assertThat(datelines("МОСКВА, 4 октября. /ТАСС/. " + NEWS)).containsExactly("МОСКВА", "ТАСС");
        assertThat(datelines("МОСКВА, 4 окт — РИА Новости. " + NEWS)).containsExactly("МОСКВА", "РИА Новости");
        assertThat(datelines("Москва. 4 октября. INTERFAX.RU - " + NEWS)).containsExactly("Москва");
        assertThat(datelines("ЛОНДОН, 4 октября (Рейтер) - " + NEWS)).containsExactly("ЛОНДОН", "Рейтер");
        assertThat(datelines("Мост закрыли\n\nМИНСК, 4 октября 2026 года. /Корр. ТАСС/. " + NEWS))
                .containsExactly("МИНСК", "ТАСС");
    }

    @Test
    void shouldTakeTheCorrespondentBesideTheAgencyForTheAuthor() {
        String text = "МОСКВА, 4 окт — РИА Новости, Мария Лескова. " + NEWS;

        assertThat(datelines(text)).containsExactly("МОСКВА", "РИА Новости");
        assertThat(bylines(text)).containsExactly("Мария Лескова");
    }

    @Test
    void shouldReadEnglishDatelines() {
        assertThat(englishDatelines("LONDON (Reuters) - " + ENGLISH_NEWS)).containsExactly("LONDON", "Reuters");
        assertThat(englishDatelines("WASHINGTON, Nov 5 (AP) — " + ENGLISH_NEWS)).containsExactly("WASHINGTON", "AP");
        assertThat(englishDatelines("PARIS, Nov. 2 — " + ENGLISH_NEWS)).containsExactly("PARIS");
        assertThat(englishDatelines("TOKYO (Nov 14): " + ENGLISH_NEWS)).containsExactly("TOKYO");
        assertThat(englishDatelines("NAIROBI -- " + ENGLISH_NEWS)).containsExactly("NAIROBI");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Москва, 4 октября — день, когда мост закрыли.",
                "Москва (Россия) - город у реки, как говорит ТАСС.",
                "Москва - Минск: поезда пойдут чаще.",
                "РОССИЯ — СЕРБИЯ 2:1.",
                "4 октября ТАСС сообщил о мосте в Москве.",
                "Олег Лескин, 4 октября — ТАСС. Так подписали снимок.",
                "Москва, Сбербанк - об этом говорили долго.",
            })
    void shouldNotTakeASentenceForADateline(String text) {
        assertThat(datelines(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "London - the capital, said Reuters, was quiet.",
                "LONDON - PARIS: trains will run more often.",
                "London (population nine million) - a city on the river.",
                "USA - Canada talks go on.",
            })
    void shouldNotTakeAnEnglishSentenceForADateline(String text) {
        assertThat(englishDatelines(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Автор: Мария Лескова",
                "Текст: Мария Лескова",
                "Текст и фото: Мария Лескова",
                "Фото: Мария Лескова",
                "Фото: © Мария Лескова",
                "Источник фото: Мария Лескова",
                "Подготовила Мария Лескова",
                "Беседовала Мария Лескова",
                "Материал подготовила Мария Лескова",
                "Мария Лескова, Lenta.ru",
                "Мария Лескова",
                "Автор Мария Лескова",
                "Мария Лескова\n© 2026, Вестник",
            })
    void shouldReadTheBylineBelowAText(String line) {
        assertThat(bylines(NEWS + line)).containsExactly("Мария Лескова");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Автор: Мария Лескова",
                "Корреспондент: Мария Лескова",
                "Мария Лескова, Lenta.ru",
                "Мария Лескова"
            })
    void shouldReadTheBylineBelowATitle(String line) {
        assertThat(bylines("Мост закрыли до весны\n\n" + line + "\n\n" + NEWS)).containsExactly("Мария Лескова");
    }

    @Test
    void shouldReadABylineAtTheEndOfALine() {
        assertThat(bylines(NEWS.strip() + " Автор: Мария Лескова")).containsExactly("Мария Лескова");
        assertThat(bylines(NEWS.strip() + " Фото: Мария Лескова / ТАСС")).containsExactly("Мария Лескова", "ТАСС");
        assertThat(bylines(NEWS.strip() + " Москва, Мария Лескова © 2026, Вестник"))
                .containsExactly("Москва", "Мария Лескова");
        assertThat(englishBylines(ENGLISH_NEWS.strip() + " — AFP")).containsExactly("AFP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"By Mary Holt", "By Mary Holt, Daily.com", "by Mary Holt", "Words by Mary Holt", "Mary Holt"})
    void shouldReadEnglishBylines(String line) {
        assertThat(englishBylines("Bridge closed until spring\n" + line + "\n" + ENGLISH_NEWS))
                .containsExactly("Mary Holt");
    }

    @Test
    void shouldReadAnEnglishBylineInCapitals() {
        assertThat(englishBylines("Bridge closed until spring\nBy MARY HOLT\n" + ENGLISH_NEWS))
                .containsExactly("MARY HOLT");
    }

    @Test
    void shouldReadWhoReportedAndEdited() {
        assertThat(englishBylines(
                        ENGLISH_NEWS + "(Reporting by John Carver in Paris and Mary Holt; editing by Peter Stone)"))
                .containsExactly("John Carver", "Paris", "Mary Holt", "Peter Stone");
        assertThat(englishBylines("Bridge closed\nBy Mary Holt, Associated Press\n" + ENGLISH_NEWS))
                .containsExactly("Mary Holt", "Associated Press");
    }

    @Test
    void shouldTakeANameOnTheFirstLineForTheAuthorOnlyBelowATitle() {
        assertThat(bylines("Мария Лескова\n" + NEWS)).isEmpty();
        assertThat(marked(MentionPosition.BYLINE, "ru", "Мост закрыли", "Мария Лескова\n" + NEWS))
                .containsExactly("Мария Лескова");
        assertThat(marked(MentionPosition.BYLINE, "ru", "Лескова о мосте", "Мария Лескова\n" + NEWS))
                .isEmpty();
    }

    @Test
    void shouldNotTakeAPersonOfTheNewsForTheAuthor() {
        assertThat(bylines("Мост закрыли\nМария Лескова\n" + NEWS + "Об этом сказала Лескова."))
                .isEmpty();
        assertThat(bylines("Ушёл мастер\nОлег Лескин\nОн родился в Минске в семье плотника. " + NEWS))
                .isEmpty();
        assertThat(bylines("Ушёл мастер\nОлег Лескин\nХудожник (1941) строил мосты. " + NEWS))
                .isEmpty();
        assertThat(bylines("О мостах\nОлег Лескин\n— Когда откроют?\n— Весной.\n" + NEWS))
                .isEmpty();
        assertThat(bylines("Голоса\nОлег Лескин\n" + NEWS + "Мария Громова\n" + NEWS))
                .isEmpty();
        assertThat(
                        bylines(
                                NEWS
                                        + "Рано или поздно всё откроют, как писал поэт: «Весна придёт, и лёд сойдёт сам».\nОлег Лескин"))
                .isEmpty();
    }

    @Test
    void shouldNotTakeACaptionForACredit() {
        assertThat(bylines("Фото: Олег Лескин\n" + NEWS + "Лескину вручили ключ."))
                .isEmpty();
        assertThat(bylines("Фото: Олег Лескин у моста через реку\n" + NEWS)).isEmpty();
        assertThat(bylines("Фото: Москва\n" + NEWS)).isEmpty();
        assertThat(bylines(NEWS + "Источник: ТАСС")).isEmpty();
    }

    @Test
    void shouldNotTakeAListForABylineOrASentence() {
        assertThat(bylines(NEWS + "Книга: Мосты\nАвтор: Олег Лескин\nЦена: 500 рублей"))
                .isEmpty();
        assertThat(englishBylines("By Monday, London will be quiet.\n" + ENGLISH_NEWS))
                .isEmpty();
        assertThat(englishBylines("The bridge designed by Mary Holt\n" + ENGLISH_NEWS))
                .isEmpty();
    }

    @Test
    void shouldNotMeanTheAuthorByAShortName() {
        String text = "Автор: Павел Громов\n" + NEWS + "Министр Громов приедет на мост.";
        List<Mention> mentions = FINDER.find(SourceText.of(text), null, "ru").mentions();

        assertThat(mentions).extracting(Mention::name).contains("Павел Громов", "Громов");
    }

    @Test
    void shouldNotMeanTheAuthorByAnEnglishSurname() {
        String text = "By Mary Holt\n" + ENGLISH_NEWS + "Minister Holt will come to the bridge.";
        List<Mention> mentions = FINDER.find(SourceText.of(text), null, "en").mentions();

        assertThat(mentions).extracting(Mention::name).containsExactly("Mary Holt", "Holt");
    }
}
