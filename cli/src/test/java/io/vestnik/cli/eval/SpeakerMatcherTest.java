/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpeakerMatcherTest {
    private static GoldSpeaker speaker(@Nullable String name, boolean person, String... aliases) {
        return new GoldSpeaker(name, person, List.of(aliases));
    }

    @ParameterizedTest
    @CsvSource({
        "Анна Ёлкина, АННА ЕЛКИНА",
        "Анна Ёлкина, Ёлкина",
        "Анна Ёлкина, А. Ёлкина",
        "Анна Ёлкина, Ёлкина Анна",
        "Анна Ёлкина, Анна Ильинична Ёлкина",
        "Анна Ильинична Ёлкина, Анна Ёлкина",
        "Ильдар Каримов, Ильдар Салават оглы Каримов",
        "'Иван Лунин, Пётр Тихий', 'П. Тихий и Лунин'",
        "'Иван Лунин,\u00A0, Пётр Тихий', 'Тихий, Лунин'",
        "ΟΔΥΣΣΕΥΣ Λόγος, Οδυσσευς Λόγος",
        "İlham Дэн, i\u0307lham Дэн",
    })
    void shouldTakeForTheSamePerson(String gold, String found) {
        assertThat(SpeakerMatcher.isSame(speaker(gold, true), found)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Анна Ёлкина, Мария Ёлкина",
        "Анна Ёлкина, Анна",
        "Ёлкина, Анна Ёлкина",
        "А. Ёлкина, Анна Ёлкина",
        "Ли Ван, Лин Ван",
        "'Иван Лунин, Пётр Тихий', Иван Лунин",
        "Иван Лунин, 'Иван Лунин, Пётр Тихий'",
        "'Иван Лунин, Пётр Тихий', 'Иван Лунин, Пётр Громкий'",
        "Мэри О’Хара, О’Хара",
    })
    void shouldTakeForOthers(String gold, String found) {
        assertThat(SpeakerMatcher.isSame(speaker(gold, true), found)).isFalse();
    }

    @Test
    void shouldCompareRolesAndOrganizationsToTheWord() {
        assertThat(SpeakerMatcher.isSame(speaker("мэрия Лесогорска", false), "Мэрия Лесогорска!"))
                .isTrue();
        assertThat(SpeakerMatcher.isSame(speaker("мэрия Лесогорска", false), "Лесогорска"))
                .isFalse();
        assertThat(SpeakerMatcher.isSame(speaker("мэрия Лесогорска", false, "мэрия города"), "мэрия города"))
                .isTrue();
    }

    @Test
    void shouldCountOnlyBothOpenAsRight() {
        assertThat(SpeakerMatcher.isSame(speaker(null, true), null)).isTrue();
        assertThat(SpeakerMatcher.isSame(speaker("", true), null)).isTrue();
        assertThat(SpeakerMatcher.isSame(speaker(null, true), "Лунин")).isFalse();
        assertThat(SpeakerMatcher.isSame(speaker("Лунин", true), null)).isFalse();
    }
}
