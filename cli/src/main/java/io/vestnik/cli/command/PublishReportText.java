/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vestnik.producer.PublishReport;

/** Prints what became of published items, for a person or a program. */
final class PublishReportText {
    private PublishReportText() {}

    /** Prints one line of counts, or one JSON object. */
    static void print(PublishReport report, PrintWriter out, boolean json) {
        if (json) {
            out.println(json(report));
        } else {
            out.printf(
                    "%d published, %d new versions, %d unchanged, %d retracted, %d refused%n",
                    report.published(),
                    report.newVersions(),
                    report.unchanged(),
                    report.retracted(),
                    report.refusedInAll());
            if (report.refusedInAll() > 0) {
                out.println("What was refused is in the dead letters: vestnik dlq list");
            }
        }
        out.flush();
    }

    private static ObjectNode json(PublishReport report) {
        ObjectNode object = JsonNodeFactory.instance
                .objectNode()
                .put("published", report.published())
                .put("newVersions", report.newVersions())
                .put("unchanged", report.unchanged())
                .put("retracted", report.retracted());
        ObjectNode refused = object.putObject("refused");
        report.refused().forEach((reason, count) -> refused.put(reason.name(), count));
        ArrayNode refusals = object.putArray("refusals");
        for (PublishReport.Refusal refusal : report.refusals()) {
            refusals.addObject()
                    .put("place", refusal.place())
                    .put("reason", refusal.reason().name())
                    .put("message", refusal.message());
        }
        return object;
    }
}
