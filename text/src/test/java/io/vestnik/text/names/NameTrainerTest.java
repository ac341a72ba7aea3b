/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.EntityType;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.lang.Token;
import io.vestnik.text.names.NameTrainer.AnnotatedText;
import io.vestnik.text.names.NameTrainer.Name;
import io.vestnik.text.names.NameTrainer.Scheme;
import io.vestnik.text.names.tagging.TagModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NameTrainerTest {
    private static final Morphology MORPHOLOGY = Morphology.russian();
    private static final NameTrainer TRAINER =
            new NameTrainer(MORPHOLOGY, new NameTrainer.Settings(14, 12, 0.05, 0.5, 2, 4));

    /** Names in brackets after the first letter of their type: P[Анна Ёлкина]. */
    private static final List<String> PROPER = List.of(
            "🦊 P[Анна Ёлкина] приехала в L[Рязань]. Утром P[Ёлкина] встретила гостей.",
            "Пекарня «O[Колосок]» открылась в L[Туле]. Её хозяин P[Олег Дёмин] печёт хлеб.",
            "Вчера P[Пётр Лосев] уехал из L[Казани], где работала «O[Заря]».",
            "Правительство обсудило дороги. P[Ирина Громова] живёт в L[Самаре].",
            "Полиция нашла лодку. Лодку потерял P[Егор Сомов] из L[Твери].",
            "Фабрика «O[Восход]» шьёт пальто. P[Нина Орлова] купила одно в L[Омске].");

    private static final List<String> INSTITUTIONS = List.of(
            "O[Правительство] обсудило мосты. P[Павел Рыбин] приехал в L[Пермь].",
            "O[Полиция] нашла велосипед. Его потеряла P[Вера Зимина] из L[Вологды].",
            "Вчера O[полиция] задержала вора, а O[правительство] молчало.",
            "Завод «O[Маяк]» в L[Уфе] строит лодки, сообщила P[Ольга Белова].",
            "Мост проверит O[правительство], сказал P[Иван Кротов] в L[Пскове].",
            "O[Полиция] искала кота, которого потерял P[Лев Дубов].");

    private static AnnotatedText annotated(String marked, Scheme scheme) {
        StringBuilder text = new StringBuilder();
        List<Name> names = new ArrayList<>();
        int begin = 0;
        EntityType type = EntityType.PER;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            int length = text.codePointCount(0, text.length());
            if (i + 1 < marked.length() && marked.charAt(i + 1) == '[') {
                type = c == 'P' ? EntityType.PER : c == 'L' ? EntityType.LOC : EntityType.ORG;
                begin = length;
                i++;
            } else if (c == ']') {
                names.add(new Name(begin, length, type));
            } else {
                text.append(c);
            }
        }
        return new AnnotatedText(text.toString(), names, scheme);
    }

    private static List<AnnotatedText> proper() {
        return PROPER.stream().map(text -> annotated(text, Scheme.PROPER_NAMES)).toList();
    }

    private static List<AnnotatedText> institutions() {
        return INSTITUTIONS.stream()
                .map(text -> annotated(text, Scheme.WITH_INSTITUTIONS))
                .toList();
    }

    private static List<AnnotatedText> both() {
        List<AnnotatedText> texts = new ArrayList<>(proper());
        texts.addAll(institutions());
        return texts;
    }

    private static List<AnnotatedText> bothAnd(String text, Name... names) {
        List<AnnotatedText> texts = new ArrayList<>(both());
        for (int i = 0; i < 4; i++) {
            texts.add(new AnnotatedText(text, List.of(names), Scheme.PROPER_NAMES));
        }
        return texts;
    }

    /** Names as type and words, generic ones in small letters. */
    private static List<String> find(TagModel model, String text) {
        SourceText source = SourceText.of(text);
        List<Token> tokens = source.tokens();
        WordForms forms = new WordForms(MORPHOLOGY, model);
        return new LearnedRecognizer(model, forms)
                .recognize(new Scan(source, forms)).stream()
                        .map(span -> (span.generic() ? "generic" : span.type().name()) + " "
                                + text.substring(
                                        text.offsetByCodePoints(
                                                0, tokens.get(span.firstToken()).begin()),
                                        text.offsetByCodePoints(
                                                0,
                                                tokens.get(span.endToken() - 1).end())))
                        .toList();
    }

    private static byte[] bytes(TagModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    @Test
    void shouldFindTheNamesThatItLearned() {
        TagModel model = TRAINER.train(both());

        for (AnnotatedText text : proper()) {
            assertThat(find(model, text.text()).stream()
                            .filter(name -> !name.startsWith("generic"))
                            .toList())
                    .isEqualTo(expected(text));
        }
        assertThat(find(model, "🦊 Утром Вера Лосева встретила гостей."))
                .as("one that was not there")
                .containsExactly("PER Вера Лосева");
    }

    private static List<String> expected(AnnotatedText text) {
        String written = text.text();
        return text.names().stream()
                .map(name -> name.type() + " "
                        + written.substring(
                                written.offsetByCodePoints(0, name.begin()), written.offsetByCodePoints(0, name.end())))
                .toList();
    }

    @Test
    void shouldGiveTheSameBytesForTheSameTexts() throws IOException {
        assertThat(bytes(TRAINER.train(both()))).isEqualTo(bytes(TRAINER.train(both())));
    }

    @Test
    void shouldMarkInstitutionsAsGenericThatOneSchemeMarksAndTheOtherLeavesOut() {
        TagModel model = TRAINER.train(both());

        assertThat(find(model, "Вчера полиция задержала вора, а правительство молчало."))
                .containsExactly("generic полиция", "generic правительство");
        assertThat(find(model, "Полиция нашла лодку.")).containsExactly("generic Полиция");
    }

    @Test
    void shouldLearnFromOneSchemeAlone() {
        TagModel proper = TRAINER.train(proper());
        assertThat(find(proper, "Вчера Пётр Лосев уехал из Казани.")).containsExactly("PER Пётр Лосев", "LOC Казани");
        assertThat(find(proper, "Полиция нашла лодку.")).isEmpty();

        TagModel institutions = TRAINER.train(institutions());
        assertThat(find(institutions, "Полиция искала кота, которого потерял Лев Дубов."))
                .containsExactly("generic Полиция", "PER Лев Дубов");
    }

    @Test
    void shouldRefuseToLearnFromNothing() {
        assertThatThrownBy(() -> TRAINER.train(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no text to learn names from");
    }

    @Test
    void shouldTakeTextsWithoutNamesAndWithoutWords() {
        List<AnnotatedText> texts = List.of(
                new AnnotatedText("", List.of(), Scheme.PROPER_NAMES),
                new AnnotatedText(" \n… 🦊", List.of(), Scheme.WITH_INSTITUTIONS),
                new AnnotatedText("Шёл тихий снег.", List.of(), Scheme.WITH_INSTITUTIONS));

        assertThat(find(TRAINER.train(texts), "Шёл тихий снег.")).isEmpty();
    }

    @Test
    void shouldTakeTheLongestOfNamesThatOverlap() {
        String text = "Гостей встретила гостиница Речной Двор Тихая Пристань.";
        Name inner = new Name(27, 33, EntityType.LOC);
        Name outer = new Name(27, 38, EntityType.ORG);
        Name crossing = new Name(34, 53, EntityType.PER);

        TagModel model = TRAINER.train(bothAnd(text, outer));
        assertThat(find(model, text)).containsExactly("ORG Речной Двор");
        assertThat(find(TRAINER.train(bothAnd(text, inner, outer)), text)).containsExactly("ORG Речной Двор");
        assertThat(find(TRAINER.train(bothAnd(text, outer, inner)), text)).containsExactly("ORG Речной Двор");
        assertThat(find(TRAINER.train(bothAnd(text, outer, crossing)), text))
                .containsExactly("PER Двор Тихая Пристань");
    }

    @Test
    void shouldTakeNamesThatEndWithinATokenWholeAndLeaveOutThoseWithin() {
        String text = "Гостей встретила гостиница Речной Двор в порту.";

        assertThat(find(TRAINER.train(bothAnd(text, new Name(27, 36, EntityType.ORG))), text))
                .containsExactly("ORG Речной Двор");
        assertThat(find(TRAINER.train(bothAnd(text, new Name(29, 32, EntityType.ORG))), text))
                .isEmpty();
    }

    @Test
    void shouldTakeANameThatLiesOverTheEndOfASentence() {
        String text = "Спектакль начался. Зал встал.";

        assertThat(TRAINER.train(bothAnd(text, new Name(10, 22, EntityType.ORG))))
                .isNotNull();
    }
}
