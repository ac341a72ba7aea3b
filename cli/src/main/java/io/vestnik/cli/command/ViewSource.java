/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.vestnik.consumer.query.ViewKind;

/** Who is asked for views. */
interface ViewSource {
    /**
     * One view.
     *
     * @throws io.vestnik.cli.CommandFailure when there is none, or it cannot be told
     */
    JsonNode get(ViewKind kind, String id) throws InterruptedException;

    /**
     * The first views of a list, those of most articles first.
     *
     * @param limit how many at most
     * @param all of utterances also those that a single article carries
     * @param type of coverage only topics of this type; empty = all
     * @throws io.vestnik.cli.CommandFailure when they cannot be told
     */
    ArrayNode list(ViewKind kind, int limit, boolean all, String type) throws InterruptedException;
}
