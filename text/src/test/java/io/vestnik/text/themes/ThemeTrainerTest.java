/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.themes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.text.themes.ThemeTrainer.Example;
import io.vestnik.text.themes.ThemeTrainer.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ThemeTrainerTest {
    private static final ThemeLexicon LEXICON = ThemeLexicon.parse(List.of("[water]", "ru: паром залив", "en: ferry"));
    private static final Settings SETTINGS = new Settings(2, 0.1, 200);

    private static Example example(String text, Theme theme) {
        return new Example(ThemeTexts.article("ru", null, text), theme);
    }

    private static List<Example> examples() {
        return List.of(
                example("Паром сломался у берега, люди ждали.", Theme.SOCIETY),
                example("Залив замёрз, люди вышли на лёд.", Theme.SOCIETY),
                example("Хлеб подешевел, пекарни довольны.", Theme.ECONOMY),
                example("Хлеб везут в пекарни с завода.", Theme.ECONOMY));
    }

    private static ThemeModel train(List<Example> examples) {
        return new ThemeTrainer(LEXICON, SETTINGS).train(examples);
    }

    private static byte[] bytes(ThemeModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(bytes);
        return bytes.toByteArray();
    }

    @Test
    void shouldLearnWordsAndClasses() {
        ThemeClassifier classifier = new ThemeClassifier(train(examples()), LEXICON);

        assertThat(classifier
                        .read(ThemeTexts.article("ru", null, "Пекарни пекут хлеб."))
                        .theme())
                .isEqualTo(Theme.ECONOMY);
        assertThat(classifier.read(ThemeTexts.article("ru", null, "Новый паром.")))
                .isEqualTo(new ArticleTheme(Theme.SOCIETY, List.of("паром")));
    }

    @Test
    void shouldCarryAClassIntoALanguageWithoutExamples() {
        ThemeClassifier classifier = new ThemeClassifier(train(examples()), LEXICON);

        assertThat(classifier
                        .read(ThemeTexts.article("en", null, "The ferry leaves."))
                        .theme())
                .isEqualTo(Theme.SOCIETY);
    }

    @Test
    void shouldGiveTheSameBytesForTheSameExamples() throws IOException {
        assertThat(bytes(train(examples()))).isEqualTo(bytes(train(examples())));
        assertThat(train(examples()).digest()).isEqualTo(train(examples()).digest());

        List<Example> more = new ArrayList<>(examples());
        more.add(example("Люди ждали хлеб.", Theme.SOCIETY));
        assertThat(bytes(train(more))).isNotEqualTo(bytes(train(examples())));
    }

    @Test
    void shouldFindTheSameWeightsInAnyOrderButForRounding() {
        List<Example> turned = new ArrayList<>(examples());
        Collections.reverse(turned);
        ThemeModel one = train(examples());
        ThemeModel other = train(turned);

        int[] weights = one.weights("w хлеб");
        int[] others = other.weights("w хлеб");
        assertThat(weights).isNotNull();
        assertThat(others).isNotNull();
        for (int i = 0; weights != null && others != null && i < weights.length; i++) {
            assertThat(weights[i]).isBetween(others[i] - 1, others[i] + 1);
        }
    }

    @Test
    void shouldReadWhatItWrote() throws IOException {
        ThemeModel model = train(examples());

        ThemeModel read = ThemeModel.read(new ByteArrayInputStream(bytes(model)));

        assertThat(bytes(read)).isEqualTo(bytes(model));
        assertThat(read.digest()).isEqualTo(model.digest());
        assertThat(read.size()).isEqualTo(model.size()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "names\n",
                "vestnik-themes-1\tsociety\n",
                "HEADER\nw слово\t1\n",
                "HEADER\nw слово\t1\t2\t3\t4\t5\t6\t7\tx\n"
            })
    void shouldRefuseWhatIsNoModel(String file) {
        String header =
                "vestnik-themes-1\tsociety\teconomy\ttechnology\tsports\tentertainment\tscience\tother\tnot_news";
        byte[] bytes = file.replace("HEADER", header).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ThemeModel.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("not a model of themes: ");
    }

    @Test
    void shouldRefuseToLearnFromNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> train(List.of()));
        Example german = new Example(ThemeTexts.article("de", null, "Die Fähre."), Theme.SOCIETY);
        assertThatIllegalArgumentException().isThrownBy(() -> train(List.of(german)));
    }

    @Test
    void shouldRefuseALexiconWithLinesOfNoLanguageOrClass() {
        assertThatIllegalArgumentException().isThrownBy(() -> ThemeLexicon.parse(List.of("ru: паром")));
        assertThatIllegalArgumentException().isThrownBy(() -> ThemeLexicon.parse(List.of("[water]", "паром")));
    }

    @Test
    void shouldShipALexiconThatWordsOfBothLanguagesShare() {
        ThemeLexicon lexicon = ThemeLexicon.standard();

        assertThat(lexicon.classes()).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        for (String language : List.of("ru", "en")) {
            ThemeLexicon.Words words = lexicon.words(language);
            assertThat(words).isNotNull();
            if (words != null) {
                assertThat(words.classes(language.equals("ru") ? "футбол" : "football"))
                        .containsExactly(lexicon.classes().indexOf("football"));
                assertThat(words.classes("ьъ")).isEmpty();
            }
        }
    }
}
