/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

/**
 * Two articles that were judged, with the files that they are in.
 *
 * @param a an article
 * @param b another one
 * @param same whether they are about one event
 * @param kind what makes them alike when they are not, as {@code person}
 * @param weight what the pair counts in a training
 */
public record LabelledPair(ArticleId a, ArticleId b, boolean same, String kind, double weight) {
    /**
     * An article by its place.
     *
     * @param file the file, without {@code .jsonl}, below the directory of the data
     * @param id its id there
     */
    public record ArticleId(String file, String id) {}
}
