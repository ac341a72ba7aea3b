/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

import java.util.LinkedHashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.vestnik.text.EntityType;

import static org.assertj.core.api.Assertions.assertThat;

class TagsTest {
    /** Every tag with what may follow it, in letters: begin, inside, end, single, generic begin and inside, outside. */
    @Test
    void shouldAllowTheTransitionsOfTheScheme() {
        for (int before = 0; before < Tags.COUNT; before++) {
            for (int after = 0; after < Tags.COUNT; after++) {
                assertThat(Tags.mayFollow(before, after))
                        .as("%s then %s", name(before), name(after))
                        .isEqualTo(expected(name(before), name(after)));
            }
        }
    }

    private static boolean expected(String before, String after) {
        String type = before.substring(1);
        return switch (before.charAt(0)) {
            case 'B', 'I' -> after.equals("I" + type) || after.equals("E" + type);
            case 'G' -> !after.matches("[IE].*");
            default -> after.matches("[BSO].*") || after.equals("G");
        };
    }

    /** G and Gi are those of institutions. */
    private static String name(int tag) {
        if (tag == Tags.OUTSIDE) {
            return "O";
        }
        if (tag == Tags.GENERIC_BEGIN) {
            return "G";
        }
        if (tag == Tags.GENERIC_INSIDE) {
            return "Gi";
        }
        return "BIES".charAt(tag % Tags.PER_TYPE) + EntityType.values()[tag / Tags.PER_TYPE].name();
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveBackTheTypeAndThePlaceOfANamesTokens(EntityType type) {
        for (int length = 1; length <= 6; length++) {
            int before = Tags.OUTSIDE;
            for (int i = 0; i < length; i++) {
                int tag = Tags.of(type, i, length);
                assertThat(Tags.type(tag)).isEqualTo(type);
                assertThat(Tags.isName(tag)).isTrue();
                assertThat(Tags.isGeneric(tag)).isFalse();
                assertThat(Tags.continues(tag)).isEqualTo(i > 0);
                assertThat(Tags.mayFollow(before, tag)).isTrue();
                assertThat(Tags.mayFollow(tag, Tags.OUTSIDE)).isEqualTo(i == length - 1);
                assertThat(Tags.mayFollow(tag, Tags.of(type, 0, 1))).isEqualTo(i == length - 1);
                before = tag;
            }
        }
    }

    @Test
    void shouldGiveBackWhatIsCommonNoun() {
        int before = Tags.OUTSIDE;
        for (int i = 0; i < 4; i++) {
            int tag = Tags.ofGeneric(i);
            assertThat(Tags.type(tag)).isEqualTo(EntityType.ORG);
            assertThat(Tags.isName(tag)).isTrue();
            assertThat(Tags.isGeneric(tag)).isTrue();
            assertThat(Tags.continues(tag)).isEqualTo(i > 0);
            assertThat(Tags.mayFollow(before, tag)).isTrue();
            assertThat(Tags.mayFollow(tag, Tags.OUTSIDE)).isTrue();
            before = tag;
        }
        assertThat(Tags.isName(Tags.OUTSIDE)).isFalse();
        assertThat(Tags.isGeneric(Tags.OUTSIDE)).isFalse();
        assertThat(Tags.continues(Tags.OUTSIDE)).isFalse();
    }

    @Test
    void shouldHaveATagOfItsOwnForEveryPlaceOfEveryType() {
        Set<Integer> tags = new LinkedHashSet<>();
        for (EntityType type : EntityType.values()) {
            tags.add(Tags.of(type, 0, 1));
            for (int i = 0; i < 3; i++) {
                tags.add(Tags.of(type, i, 3));
            }
        }
        tags.add(Tags.OUTSIDE);
        tags.add(Tags.ofGeneric(0));
        tags.add(Tags.ofGeneric(1));

        assertThat(tags).hasSize(Tags.COUNT);
        assertThat(Tags.COUNT).isLessThanOrEqualTo(Tags.STRIDE);
        assertThat(Tags.ALL).isEqualTo(tags.stream().mapToInt(tag -> 1 << tag).sum());
    }
}
