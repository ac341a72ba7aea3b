/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a text stands among the texts that it shares words with.
 *
 * @param copyOf original of the copy group; null for an original
 * @param copyKind kind of copy; null for an original
 * @param copyShare similarity to the original in thousandths; null for an original
 * @param derivedFrom texts that this one was written from, largest share first, equal shares by id
 */
public record CopyPlace(
        @Nullable String copyOf,
        @Nullable CopyKind copyKind,
        @Nullable Integer copyShare,
        List<Derivation> derivedFrom) {}
