/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.io.ByteArrayOutputStream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Says how a reader begins: where it is, or with a reset. A snapshot is made after its vector is taken: what was told before
 * the vector is in the rows, as an update is committed together with them, and what comes later is told. An update may be
 * in both, which does no harm, as it says what is and not what was added.
 */
final class Openings {
    private final UpdateLog log;
    private final Snapshots snapshots;
    private final EventMeters meters;

    /** Why a reader has to begin anew. */
    enum Reason {
        ASKED("asked", "You have asked for it."),
        MALFORMED("malformed", "The id is none: "),
        OTHER_TOPIC(
                "other-topic", "The id is of another topic: that of the updates was made anew since, or is another."),
        EXPIRED("expired", "The log does not reach back to the id."),
        AHEAD("ahead", "The id is ahead of the log, which has lost its end since.");

        private final String code;
        private final String detail;

        Reason(String code, String detail) {
            this.code = code;
            this.detail = detail;
        }
    }

    Openings(UpdateLog log, Snapshots snapshots, EventMeters meters) {
        this.log = log;
        this.snapshots = snapshots;
        this.meters = meters;
    }

    Opening of(Window window, EventFilter filter, String lastEventId, boolean snapshot) {
        if (lastEventId.isEmpty()) {
            return snapshot ? reset(window, filter, Reason.ASKED, "") : at(window.newest(), filter, false);
        }
        OffsetVector asked;
        try {
            asked = OffsetVector.parse(lastEventId);
        } catch (IllegalArgumentException e) {
            return reset(window, filter, Reason.MALFORMED, e.getMessage() + ".");
        }
        OffsetVector newest = window.newest();
        if (!asked.topicId().equals(newest.topicId()) || asked.partitions() > newest.partitions()) {
            return reset(window, filter, Reason.OTHER_TOPIC, "");
        }
        OffsetVector from = asked.widen(newest.partitions());
        if (window.numberFor(from) >= 0 && newest.reaches(from)) {
            return at(from, filter, false);
        }
        UpdateLog.Bounds bounds = log.bounds();
        if (!bounds.end().topicId().equals(from.topicId())) {
            return reset(window, filter, Reason.OTHER_TOPIC, "");
        }
        if (!from.reaches(bounds.begin())) {
            return reset(window, filter, Reason.EXPIRED, "");
        }
        if (!bounds.end().reaches(from)) {
            return reset(window, filter, Reason.AHEAD, "");
        }
        return at(from, filter, window.numberFor(from) < 0);
    }

    private static Opening at(OffsetVector from, EventFilter filter, boolean catchesUp) {
        return new Opening(filter, from, new String(Frames.opening(from), UTF_8), catchesUp);
    }

    private Opening reset(Window window, EventFilter filter, Reason reason, String more) {
        OffsetVector from = window.newest();
        ObjectNode snapshot = snapshots.of(filter);
        if (reason != Reason.ASKED) {
            meters.reset();
        }
        snapshot.put("reason", reason.code).put("detail", reason.detail + more);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(Frames.retry());
        frame.writeBytes(Frames.reset(snapshot, from));
        return new Opening(filter, from, frame.toString(UTF_8), false);
    }
}
