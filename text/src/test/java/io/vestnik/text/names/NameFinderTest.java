/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import io.vestnik.text.EntityIds;
import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.SpanCheck;
import io.vestnik.text.lang.SourceText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class NameFinderTest {
    private static final NameFinder FINDER = NameFinder.standard();

    private static ArticleEntities find(String text) {
        return FINDER.find(SourceText.of(text), null, "ru");
    }

    private static List<String> names(String text, EntityType type) {
        return find(text).mentions().stream()
                .filter(m -> m.type() == type)
                .map(Mention::name)
                .toList();
    }

    @Test
    void shouldJoinTheShortNamesOfAPersonToTheFullOne() {
        assertThat(names(
                        "Вчера Игоря Савельева встретили в порту. Савельев молчал. И.Савельев уехал с Савельевым-младшим.",
                        EntityType.PER))
                .startsWith("Игорь Савельев", "Игорь Савельев", "Игорь Савельев");
    }

    @Test
    void shouldNotJoinAShortNameThatFitsTwoPersons() {
        assertThat(names("Пришли Игорь Громов и Павел Громов. Громов заговорил первым.", EntityType.PER))
                .containsExactly("Игорь Громов", "Павел Громов", "Громов");
    }

    @Test
    void shouldKeepAManAndAWomanOfOneSurnameApart() {
        assertThat(names(
                        "Анна Петрова и Олег Петров приехали вместе. Петрову наградили. Петровой вручили орден.",
                        EntityType.PER))
                .contains("Анна Петрова", "Олег Петров")
                .endsWith("Анна Петрова");
    }

    @Test
    void shouldReadChineseNamesWhole() {
        assertThat(names("Переговоры с Си Цзиньпином прошли в Тяньцзине. Приехал и Ван И.", EntityType.PER))
                .containsExactly("Си Цзиньпин", "Ван И");
    }

    @Test
    void shouldPutNamesIntoTheNominative() {
        assertThat(names("В Тяньцзине и Рязанской области об этом знают.", EntityType.LOC))
                .containsExactly("Тяньцзинь", "Рязанская область");
        assertThat(names("Слово дали Сергею Шойгу и Марии Захаровой.", EntityType.PER))
                .containsExactly("Сергей Шойгу", "Мария Захарова");
    }

    @Test
    void shouldJoinAliases() {
        assertThat(names("Послы РФ и Российской Федерации, КНР и Китайской Народной Республики.", EntityType.LOC))
                .containsExactly("Россия", "Россия", "Китай", "Китай");
        assertThat(names("На саммите Шанхайской организации сотрудничества глава ЦБ выступил от ШОС.", EntityType.ORG))
                .containsExactly("ШОС", "Банк России", "ШОС");
    }

    @Test
    void shouldReadNamesInMarksAfterTheirKind() {
        assertThat(names(
                        "Об этом пишет РИА «Свежий Ветер», а завод «Маяк» молчит. Фильм «Маяна» снят.", EntityType.ORG))
                .containsExactly("Свежий Ветер", "Маяк");
    }

    @Test
    void shouldMarkCommonInstitutionsGeneric() {
        assertThat(find("Накануне правительство и полиция ответили.").mentions())
                .allMatch(Mention::generic)
                .extracting(Mention::name)
                .containsExactly("правительство", "полиция");
    }

    @Test
    void shouldResolveAnOfficeToThePersonWhomTheArticleGivesItTo() {
        ArticleEntities entities = find("Об этом сказал помощник президента Олег Громов. Президент РФ Иван Лунин "
                + "встретился с председателем КНР Ли Цзянем. Потом помощник президента ушёл. "
                + "Президент России улыбался, а председатель Китайской Народной Республики молчал.");
        assertThat(entities.roles().stream()
                        .map(entities::resolve)
                        .filter(Objects::nonNull)
                        .map(Entity::name))
                .containsExactly("Олег Громов", "Иван Лунин", "Ли Цзянь", "Олег Громов", "Иван Лунин", "Ли Цзянь");
    }

    @Test
    void shouldGiveBothOfTwoOfficesJoinedByADashToOnePerson() {
        ArticleEntities entities = find("Вице-премьер – министр торговли Егор Быстров открыл рынок.");
        assertThat(entities.roles())
                .extracting(RolePhrase::head, role -> Objects.requireNonNull(entities.resolve(role))
                        .name())
                .containsExactly(tuple("вице-премьер", "Егор Быстров"), tuple("министр", "Егор Быстров"));
    }

    @Test
    void shouldNotJoinOfficesOverAComma() {
        ArticleEntities entities = find("Приехал вице-премьер, министр торговли Егор Быстров ушёл.");
        assertThat(entities.roles()).extracting(RolePhrase::attachedTo).startsWith((String) null);
    }

    @Test
    void shouldNotResolveAnOfficeOfSeveral() {
        ArticleEntities entities = find(
                "Депутат Олег Громов и депутат Иван Лунин пришли. Позже депутат ушёл, а главы государств остались.");
        List<RolePhrase> alone =
                entities.roles().stream().filter(r -> r.attachedTo() == null).toList();
        assertThat(alone).isNotEmpty().allMatch(r -> entities.resolve(r) == null);
    }

    @Test
    void shouldSupplyOnlyTheIdOfAnOfficeHolder() {
        RolePhrase role = find("Президент Франции отказался.").roles().get(0);
        assertThat(Offices.get().holder(role, LocalDate.of(2024, 5, 1)))
                .isEqualTo(EntityIds.of(EntityType.PER, "Эмманюэль Макрон"));
        assertThat(Offices.get().holder(role, LocalDate.of(2010, 5, 1))).isNull();
    }

    @Test
    void shouldTakeFullNamesFromTheTitle() {
        ArticleEntities entities =
                FINDER.find(SourceText.of("Громов заявил, что уходит."), SourceText.of("Олег Громов уходит"), "ru");
        assertThat(entities.mentions()).extracting(Mention::name).containsExactly("Олег Громов");
    }

    @Test
    void shouldTakeInitialsOnEitherSide() {
        assertThat(find("Приехали В.Громов, Ю. В. Лунин и Савельев И. А.\nПозже Савельев ушёл.")
                        .mentions())
                .extracting(Mention::text)
                .containsExactly("В.Громов", "Ю. В. Лунин", "Савельев И. А.", "Савельев");
    }

    @Test
    void shouldReadASyllableThatIsAWordOfItsOwn() {
        assertThat(find("Об этом говорили с товарищем Ван И по телефону.").mentions())
                .extracting(Mention::text)
                .containsExactly("Ван И");
    }

    @Test
    void shouldTakeBothMarksOfANameOrNone() {
        assertThat(find("Компания «Заря» закрыта. Концерн \"Светоч\" открыт.").mentions())
                .extracting(Mention::text)
                .containsExactly("Заря", "Светоч");
    }

    @Test
    void shouldReadListedNamesAtFullLength() {
        assertThat(find("Саммит Шанхайской организации сотрудничества открылся.")
                        .mentions())
                .extracting(Mention::text)
                .containsExactly("Шанхайской организации сотрудничества");
    }

    @Test
    void shouldInventNoNamesInALanguageItDoesNotRead() {
        assertThat(FINDER.find(SourceText.of("Владимир"), null, "und").mentions())
                .isEmpty();
    }

    @Property(tries = 300)
    void shouldReadAnythingWithoutFailing(@ForAll("texts") String string) {
        SourceText text = SourceText.of(string);
        ArticleEntities entities = FINDER.find(text, text, "ru");
        SpanCheck.mentions(text, entities.mentions());
        assertThat(entities.mentions())
                .isEqualTo(FINDER.find(SourceText.of(string), text, "ru").mentions());
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> word = Arbitraries.of(
                "президент",
                "Президент",
                "РФ",
                "России",
                "Владимир",
                "Громова",
                "И.",
                "В.",
                "«",
                "»",
                "\"",
                "Си",
                "МИД",
                "и",
                "по",
                "имени",
                "им.",
                ",",
                ".",
                "(",
                ")",
                "аль-",
                "бин",
                "Ван",
                "-",
                "–",
                "\n",
                "Google",
                "a.ru",
                "ООО",
                "области",
                "Рязанской",
                "\uD800",
                "😀",
                "е\u0301",
                "\u200B",
                "экс-",
                "1-й");
        Arbitrary<String> phrases = word.list().ofMaxSize(40).map(words -> String.join(" ", words));
        return Arbitraries.oneOf(
                phrases, word.list().ofMaxSize(20).map(words -> String.join("", words)), Arbitraries.strings());
    }
}
