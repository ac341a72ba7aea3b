/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.admission;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.avro.Application;
import io.vestnik.schemas.avro.ApplicationVersion;
import io.vestnik.streams.config.VestnikStreamsConfig;

/**
 * An application that writes the tables, as its instances say it of themselves: they ask whether they may, and write down
 * what its tables are built with, where that is not known yet.
 */
public final class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final long PAUSE_MS = 500;
    private static final int TRIES = 60;

    private final VestnikStreamsConfig config;
    private final String id;
    private final ResultBasis own;

    /**
     * One instance.
     *
     * @param version of which it is
     */
    public Registration(VestnikStreamsConfig config, ApplicationVersion version) {
        this.config = config;
        this.id = config.getString(ApplicationSettings.APPLICATION_ID);
        this.own = ResultBasis.of(config, version);
    }

    /**
     * Asks whether the instance may write the tables.
     *
     * @return what it says was known then at the earliest
     * @throws NotAdmittedException when it may not
     */
    public Instant check() {
        return Admission.check(ApplicationLog.read(config), id, own);
    }

    /**
     * The same at its start: what the record does not say yet is added to it, and another version is told of.
     *
     * @return as {@link #check}
     * @throws NotAdmittedException when it may not
     * @throws TimeoutException when others write the record all the time
     */
    public Instant enter() throws InterruptedException {
        Application record = ApplicationLog.read(config);
        for (int tries = 0; tries < TRIES; tries++) {
            Instant since = Admission.check(record, id, own);
            if (Admission.completed(record, id, own) == null || complete()) {
                tell(record);
                return since;
            }
            // Another instance, or an upgrade, has come between; what it writes is waited for.
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            record = ApplicationLog.read(config);
        }
        throw new TimeoutException("Others write all the time which application writes the tables. Start it again.");
    }

    /** Adds what the record does not say; false when another writer has come between. */
    private boolean complete() {
        try (ApplicationWriter writer = new ApplicationWriter(config)) {
            // Read again: from here on nobody else can write it.
            Application record = ApplicationLog.read(config);
            Admission.check(record, id, own);
            Application completed = Admission.completed(record, id, own);
            if (completed != null) {
                writer.write(List.of(writer.record(completed)));
                LOG.info("The tables are those of {} from now on", completed);
            }
            return true;
        } catch (ProducerFencedException e) {
            return false;
        }
    }

    private void tell(@Nullable Application record) {
        String version = record == null ? null : own.otherVersion(ResultBasis.of(record));
        if (version != null) {
            LOG.warn(
                    "The tables of {} were built with version {}. Models and steps are the same here; where this version"
                            + " computes anything else with them, tables are a mixture until 'vestnik upgrade' is run.",
                    id,
                    version);
        }
    }
}
