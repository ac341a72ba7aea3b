/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.consumer.query.ListRequest;
import io.vestnik.consumer.query.ViewKind;

/** Who is asked for views. */
interface ViewSource {
    /**
     * One view.
     *
     * @throws CommandFailure when there is none, or it cannot be told
     */
    JsonNode get(ViewKind kind, String id) throws InterruptedException;

    /**
     * The first views of a list, those of most articles first.
     *
     * @param limit how many at most
     * @param all of utterances also those that a single article carries
     * @param type of coverage only topics of this type; empty = all
     * @throws CommandFailure when they cannot be told
     */
    ArrayNode list(ViewKind kind, int limit, boolean all, String type) throws InterruptedException;

    /**
     * What is asked for by a list.
     *
     * @throws CommandFailure when it is wrong
     */
    static ListRequest request(ViewKind kind, int limit, boolean all, String type) {
        try {
            return ListRequest.of(kind, "", limit, all, type);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "--" + e.getMessage(), e);
        }
    }
}
