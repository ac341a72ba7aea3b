/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.admission;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Application;
import io.vestnik.schemas.avro.ApplicationUpgrade;

/**
 * Decides whether an application may write the tables. The first one that is started may; from then on only that one, or
 * the one that an upgrade has put in its place, and with what its tables were built with.
 */
public final class Admission {
    /** An upgrade builds; the one that writes the tables goes on. */
    public static final String BUILDING = "BUILDING";
    /** Neither the old nor the new application may run. */
    public static final String SWITCHING = "SWITCHING";
    /** The rows that differ are being written. */
    public static final String WRITING = "WRITING";
    /** The new application may run; what the old one has left behind is being removed. */
    public static final String REMOVING = "REMOVING";

    private Admission() {}

    /**
     * Admits an application.
     *
     * @param record which application writes the tables; null when nobody has said
     * @param id application.id of the one that asks
     * @param own what its results depend on
     * @return what it says was known then at the earliest
     * @throws NotAdmittedException when it may not
     */
    public static Instant check(@Nullable Application record, String id, ResultBasis own) {
        if (record == null) {
            return Instant.EPOCH;
        }
        ApplicationUpgrade upgrade = record.getUpgrade();
        if (upgrade != null && !upgrade.getPhase().equals(REMOVING)) {
            checkUpgrade(id, upgrade);
        }
        if (!id.equals(record.getApplicationId())) {
            throw new NotAdmittedException("The tables are written by the application " + record.getApplicationId()
                    + (record.getFormer().contains(id) ? ", which has taken the place of " + id : "") + ", not by " + id
                    + ". Start that one with --application-id " + record.getApplicationId()
                    + ResultBasis.asSettings(record.getSettings()) + ", or make another one with 'vestnik upgrade'.");
        }
        checkBasis(id, ResultBasis.of(record), own);
        return record.getSince();
    }

    /**
     * The record with what it does not say yet of the application that writes the tables.
     *
     * @param record null when nobody has said which it is; the one that asks is, then
     * @param id application.id of one that was admitted
     * @param own what its results depend on
     * @return null when there is nothing to add, or an upgrade is under way, which writes the record itself
     */
    static @Nullable Application completed(@Nullable Application record, String id, ResultBasis own) {
        if (record != null
                && (record.getUpgrade() != null || ResultBasis.of(record).isKnown())) {
            return null;
        }
        Application.Builder completed = record == null
                ? Application.newBuilder().setApplicationId(id).setSince(Instant.EPOCH)
                : Application.newBuilder(record);
        return completed.setSettings(own.settings()).setVersion(own.version()).build();
    }

    private static void checkUpgrade(String id, ApplicationUpgrade upgrade) {
        if (id.equals(upgrade.getTo())) {
            throw new NotAdmittedException("The upgrade that builds " + id + " has not ended. Run 'vestnik upgrade"
                    + " --application-id " + id + "' again; it goes on where it was.");
        }
        if (id.equals(upgrade.getFrom()) && !upgrade.getPhase().equals(BUILDING)) {
            throw new NotAdmittedException("The application " + upgrade.getTo() + " is taking the place of " + id
                    + ". Run 'vestnik upgrade --application-id " + upgrade.getTo()
                    + "' again to its end, and start that one.");
        }
    }

    private static void checkBasis(String id, ResultBasis built, ResultBasis own) {
        List<String> differences = own.differences(built);
        if (!differences.isEmpty()) {
            String version = own.otherVersion(built);
            throw new NotAdmittedException("The tables of " + id + " were built with something else than is here: "
                    + String.join("; ", differences) + ". Start it as it was"
                    + (version == null ? "" : " (version " + version + ")")
                    + ", or make another application with 'vestnik upgrade'.");
        }
    }
}
