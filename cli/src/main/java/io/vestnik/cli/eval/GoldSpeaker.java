/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who said something, as a person marked it.
 *
 * @param name in the nominative; null when the article does not tell
 * @param person whether it is one or several persons with names; else the names must be the same to the word
 * @param aliases other names that are right too
 */
public record GoldSpeaker(@Nullable String name, boolean person, List<String> aliases) {}
