/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.article;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Analysis;

/**
 * A change of an article's analysis. It stays within the task of the article, so it is never written.
 *
 * @param analysis what the current version says; null when the article is retracted
 * @param rank version rank, by which the merge tells which answer of a desk belongs to it. It depends on the order of
 *     arrival, so it stands in no row
 */
public record AnalysisChange(@Nullable Analysis analysis, long rank) {}
