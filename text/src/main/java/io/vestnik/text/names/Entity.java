/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.lang.Reading.Gender;

/**
 * A person, place or organization of one article with every mention of it.
 *
 * @param id as in {@link Mention#entityId()}
 * @param type kind of the entity
 * @param name canonical name in the nominative
 * @param gender grammatical gender, of persons the sex; null when it cannot be told
 * @param generic true for a common-noun institution
 * @param mentions its mentions in the order of the text; empty for one that only the title names
 */
public record Entity(
        String id, EntityType type, String name, @Nullable Gender gender, boolean generic, List<Mention> mentions) {}
