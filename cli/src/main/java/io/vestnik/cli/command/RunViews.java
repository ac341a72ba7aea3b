/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.pipeline.ScratchDirectory;
import io.vestnik.cli.replay.RunDirectory;
import io.vestnik.cli.replay.ViewsAsOf;
import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.consumer.query.QueryStore;
import io.vestnik.consumer.query.ViewKind;

/** The views of a run, as they were known at one time. */
final class RunViews implements ViewSource, AutoCloseable {
    private final ScratchDirectory scratch;
    private final ViewsAsOf views;

    /**
     * Computes the views.
     *
     * @param asOf the time; null for the end of the run
     */
    RunViews(RunDirectory run, @Nullable Instant asOf) throws IOException {
        TablesAsOf tables = TablesAsOf.read(run.mustBeDone().history(), asOf);
        scratch = ScratchDirectory.temporary();
        views = new ViewsAsOf(tables, scratch.path());
    }

    @Override
    public JsonNode get(ViewKind kind, String id) {
        return views.store().get(kind, id).rows().stream()
                .map(QueryStore.Row::view)
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILED, "There is no view of the " + kind.pathName() + " with the id '" + id + "'."));
    }

    @Override
    public ArrayNode list(ViewKind kind, int limit, boolean all, String type) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        views.store()
                .list(kind, ViewSource.request(kind, limit, all, type))
                .rows()
                .forEach(row -> items.add(row.view()));
        return items;
    }

    @Override
    public void close() throws IOException {
        views.close();
        scratch.close();
    }
}
