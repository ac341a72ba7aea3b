/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.pipeline.Calls;
import io.vestnik.cli.pipeline.ScratchDirectory;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.TopicAdmin;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ApplicationUpgrade;
import io.vestnik.streams.admission.Admission;
import io.vestnik.streams.config.VestnikStreamsConfig;

/** Begins upgrades, finds the one that is under way, and gives it up. */
public final class Upgrades implements AutoCloseable {
    private final Admin admin;
    private final UpgradeWriter writer;
    private final UpgradeLedger ledger;
    private final VestnikStreamsConfig target;

    /**
     * Looks at the topics of a namespace, and keeps any other upgrade of it from going on.
     *
     * @param clients properties of clients that give up soon
     * @param target configuration of the application that takes the place
     * @throws CommandFailure when there is nothing to upgrade
     */
    public Upgrades(Map<String, Object> clients, VestnikStreamsConfig target) {
        this.target = target;
        this.admin = Admin.create(clients);
        UpgradeWriter opened = null;
        try {
            mustHaveTopics();
            opened = new UpgradeWriter(target);
            this.ledger = new UpgradeLedger(opened, target);
            this.writer = opened;
        } catch (RuntimeException e) {
            if (opened != null) {
                opened.close();
            }
            admin.close();
            throw e;
        }
    }

    /**
     * Begins an upgrade, or goes on with the one that is under way.
     *
     * @param from application id of the one that is replaced; null for the one that is known to write the tables
     * @return null when the target writes the tables already
     * @throws CommandFailure when it cannot begin, or another one is under way
     */
    public @Nullable Upgrade open(@Nullable String from, UpgradeListener listener) throws IOException {
        ApplicationUpgrade underWay = ledger.upgrade();
        if (underWay != null) {
            UpgradePlan plan = new UpgradePlan(underWay.getFrom(), target);
            ledger.mustBe(from, plan);
            return new Upgrade(admin, writer, ledger, plan, listener);
        }
        String to = target.getString(ApplicationSettings.APPLICATION_ID);
        if (to.equals(ledger.live())) {
            List<String> differences = ledger.differences(new UpgradePlan(to, target).basis());
            if (differences.isEmpty()) {
                return null;
            }
            throw unusable(to + " writes the tables already, with something else: " + String.join("; ", differences)
                    + ". Name another --application-id.");
        }
        UpgradePlan plan = new UpgradePlan(replaced(from), target);
        mustBePossible(plan);
        removeState(plan.state());
        ledger.begin(plan);
        listener.step(UpgradeListener.Step.BEGUN);
        return new Upgrade(admin, writer, ledger, plan, listener);
    }

    /**
     * Gives the upgrade up that is under way, whatever it builds: what it has built is removed.
     *
     * @return the application that was being built
     * @throws CommandFailure when there is none, or it has begun to switch
     */
    public String abandon() throws IOException {
        ApplicationUpgrade upgrade = ledger.upgrade();
        if (upgrade == null) {
            throw unusable("No upgrade is under way; there is nothing to give up.");
        }
        if (!upgrade.getPhase().equals(Admission.BUILDING)) {
            throw unusable("The upgrade to " + upgrade.getTo()
                    + " has begun to switch and cannot be given up any more. Bring it to its end with"
                    + UpgradeLedger.command(upgrade) + ".");
        }
        Map<String, Object> settings = new TreeMap<>(target.originals());
        settings.put(ApplicationSettings.APPLICATION_ID, upgrade.getTo());
        UpgradePlan plan = new UpgradePlan(upgrade.getFrom(), new VestnikStreamsConfig(settings));
        Remains remains = new Remains(admin, plan.target());
        remains.remove(plan.to());
        remains.removeNamespace(plan.staging());
        removeState(plan.state());
        ledger.abandon();
        return plan.to();
    }

    private void mustHaveTopics() {
        Topics live = new Topics(target.namespace());
        if (!Calls.get(admin.listTopics().names()).contains(live.articles.name())) {
            throw unusable("There is nothing to upgrade on this cluster: it has no topic " + live.articles.name()
                    + ". Check --bootstrap and --namespace.");
        }
        TopicAdmin.ensure(admin, List.of(live.applications), 0, target.replication());
    }

    private String replaced(@Nullable String from) {
        String live = ledger.live();
        if (live == null) {
            return from == null ? VestnikStreamsConfig.APPLICATION_ID_DEFAULT : from;
        }
        if (from != null && !from.equals(live)) {
            throw unusable("The tables are written by " + live + ", not by " + from + ".");
        }
        return live;
    }

    private void mustBePossible(UpgradePlan plan) {
        if (plan.to().equals(plan.from())) {
            throw unusable("The new application needs an --application-id other than that of the old one, "
                    + plan.from() + ".");
        }
        if (ledger.isFormer(plan.to())) {
            throw unusable("The application id " + plan.to() + " was used before, and state of it may be left on some"
                    + " machine; name one that is new.");
        }
        Remains remains = new Remains(admin, target);
        if (!remains.exists(plan.from())) {
            throw unusable("No application " + plan.from() + " has worked on this cluster. Name the one that writes the"
                    + " tables with --from.");
        }
        if (remains.exists(plan.to()) || remains.hasNamespace(plan.staging())) {
            throw unusable("The application id " + plan.to() + " is in use on this cluster; name one that is new.");
        }
    }

    private static void removeState(Path state) throws IOException {
        if (Files.exists(state)) {
            ScratchDirectory.remove(state);
        }
    }

    private static CommandFailure unusable(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }

    @Override
    public void close() {
        writer.close();
        admin.close();
    }
}
