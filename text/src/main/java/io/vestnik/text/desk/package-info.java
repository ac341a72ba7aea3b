/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The desk's pure algorithms: which article is a copy of which, which was written from which, what belongs to one story,
 * which quotes are one utterance. Every answer is a function of the set of articles held, never of the order in which
 * they came.
 *
 * <p>Reading order: {@link io.vestnik.text.desk.Desk} holds {@link io.vestnik.text.desk.DeskArticle}s; every change of
 * the set gives a {@link io.vestnik.text.desk.DeskChange}.
 */
package io.vestnik.text.desk;
