/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.List;

import io.vestnik.text.desk.utterances.Utterance;

/**
 * What a change of the set of articles changed in the results.
 *
 * @param placements new or changed placements, by article id
 * @param removedPlacements articles that have no placement any more, sorted
 * @param utterances new or changed utterances, by id
 * @param removedUtterances utterances that are no more, sorted by id, as they last were
 */
public record DeskChange(
        List<Placement> placements,
        List<String> removedPlacements,
        List<Utterance> utterances,
        List<Utterance> removedUtterances) {}
