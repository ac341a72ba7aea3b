/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.upgrade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.schemas.avro.Application;
import io.vestnik.schemas.avro.ApplicationUpgrade;
import io.vestnik.streams.admission.Admission;
import io.vestnik.streams.admission.ApplicationLog;
import io.vestnik.streams.admission.ResultBasis;
import io.vestnik.streams.config.VestnikStreamsConfig;

/** The record of who writes the tables, as an upgrade changes it from phase to phase. */
final class UpgradeLedger {
    private final UpgradeWriter writer;
    private @Nullable Application record;

    /** Reads the record. The writer must be open, so that nobody else changes it from here on. */
    UpgradeLedger(UpgradeWriter writer, VestnikStreamsConfig config) {
        this.writer = writer;
        this.record = ApplicationLog.read(config);
    }

    /** The application that writes the tables; null when nobody has said. */
    @Nullable String live() {
        return record == null ? null : record.getApplicationId();
    }

    /** The upgrade that is under way; null when there is none. */
    @Nullable ApplicationUpgrade upgrade() {
        return record == null ? null : record.getUpgrade();
    }

    /** The phase of the upgrade that is under way. */
    String phase() {
        return Objects.requireNonNull(upgrade(), "an upgrade is under way").getPhase();
    }

    /** Since when what the new application says is known; as it was written with the phase. */
    Instant since() {
        return current().getSince();
    }

    /** Whether an application was there before. */
    boolean isFormer(String applicationId) {
        return record != null && record.getFormer().contains(applicationId);
    }

    /** Where an application differs from the one that writes the tables, for a person; empty when it does not. */
    List<String> differences(ResultBasis other) {
        return other.differences(ResultBasis.of(current()));
    }

    /** An upgrade begins. */
    void begin(UpgradePlan plan) {
        Application.Builder begun = record == null
                ? Application.newBuilder().setApplicationId(plan.from()).setSince(Instant.EPOCH)
                : Application.newBuilder(record);
        put(
                begun.setUpgrade(new ApplicationUpgrade(
                                plan.from(),
                                plan.to(),
                                Admission.BUILDING,
                                plan.basis().settings(),
                                plan.basis().version()))
                        .build(),
                List.of());
    }

    /** From now on neither application may run. */
    void switching() {
        put(phase(Admission.SWITCHING).build(), List.of());
    }

    /**
     * The rows follow.
     *
     * @param since when what the new application says is known
     * @param told what is written in the same transaction
     */
    void writing(Instant since, List<ProducerRecord<byte[], byte[]>> told) {
        put(phase(Admission.WRITING).setSince(since).build(), told);
    }

    /** The new application may run. */
    void switched() {
        ApplicationUpgrade upgrade = Objects.requireNonNull(upgrade());
        put(
                phase(Admission.REMOVING)
                        .setApplicationId(upgrade.getTo())
                        .setSettings(upgrade.getSettings())
                        .setVersion(upgrade.getVersion())
                        .setFormer(formerAnd(upgrade.getFrom()))
                        .build(),
                List.of());
    }

    /** The upgrade is over. */
    void end() {
        put(Application.newBuilder(current()).setUpgrade(null).build(), List.of());
    }

    /** The upgrade is given up; what it was to build is not built again. */
    void abandon() {
        ApplicationUpgrade upgrade = Objects.requireNonNull(upgrade());
        put(
                Application.newBuilder(current())
                        .setUpgrade(null)
                        .setFormer(formerAnd(upgrade.getTo()))
                        .build(),
                List.of());
    }

    /**
     * Makes sure that an upgrade is the one that is under way.
     *
     * @param plan what it is; the application that it replaces is the one that is known
     * @throws CommandFailure when it is another one
     */
    void mustBe(@Nullable String from, UpgradePlan plan) {
        ApplicationUpgrade upgrade = Objects.requireNonNull(upgrade());
        boolean same = upgrade.getTo().equals(plan.to())
                && (from == null || upgrade.getFrom().equals(from));
        List<String> differences = plan.basis().differences(ResultBasis.of(upgrade));
        if (!same || !differences.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "An upgrade from " + upgrade.getFrom() + " to " + upgrade.getTo() + " is under way ("
                            + upgrade.getPhase() + ")"
                            + (differences.isEmpty() ? "" : " with something else: " + String.join("; ", differences))
                            + ". Bring it to its end with" + command(upgrade)
                            + (upgrade.getPhase().equals(Admission.BUILDING)
                                    ? ", or give it up with 'vestnik upgrade --abandon'."
                                    : "; it cannot be given up any more."));
        }
    }

    /** The command that goes on with an upgrade, with a blank in front. */
    static String command(ApplicationUpgrade upgrade) {
        return " 'vestnik upgrade --application-id " + upgrade.getTo() + ResultBasis.asSettings(upgrade.getSettings())
                + "'";
    }

    private Application.Builder phase(String phase) {
        ApplicationUpgrade upgrade = Objects.requireNonNull(upgrade());
        return Application.newBuilder(current())
                .setUpgrade(
                        ApplicationUpgrade.newBuilder(upgrade).setPhase(phase).build());
    }

    private List<String> formerAnd(String applicationId) {
        TreeSet<String> former = new TreeSet<>(current().getFormer());
        former.add(applicationId);
        return List.copyOf(former);
    }

    private Application current() {
        return Objects.requireNonNull(record, "there is a record");
    }

    private void put(Application next, List<ProducerRecord<byte[], byte[]>> told) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(told);
        records.add(writer.record(next));
        writer.write(records);
        record = next;
    }
}
