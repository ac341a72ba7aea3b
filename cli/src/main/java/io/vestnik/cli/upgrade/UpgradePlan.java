/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.upgrade;

import java.nio.file.Path;
import java.util.Map;

import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.Topics;
import io.vestnik.streams.OwnVersion;
import io.vestnik.streams.admission.ResultBasis;
import io.vestnik.streams.config.StreamsProperties;
import io.vestnik.streams.config.VestnikStreamsConfig;

/**
 * What is replaced by what.
 *
 * @param from application id of the one that writes the tables
 * @param target configuration of the one that takes its place
 */
record UpgradePlan(String from, VestnikStreamsConfig target) {
    /** Application id of the one that takes the place. */
    String to() {
        return target.getString(ApplicationSettings.APPLICATION_ID);
    }

    /** What the results of the one that takes its place depend on: it is of the version that runs. */
    ResultBasis basis() {
        return ResultBasis.of(target, OwnVersion.get());
    }

    /** The topics that readers read. */
    Topics live() {
        return new Topics(target.namespace());
    }

    /** The topics that the new application builds its tables in. */
    Topics staged() {
        return Topics.staged(target.namespace(), staging());
    }

    /** What stands in front of their names. */
    String staging() {
        return target.namespace() + "upgrade." + to() + ".";
    }

    /** Addresses of the brokers. */
    String bootstrap() {
        return String.join(",", target.getList(VestnikStreamsConfig.BOOTSTRAP_SERVERS_CONFIG));
    }

    /** Properties of serdes. */
    Map<String, Object> serde() {
        return StreamsProperties.serde(target);
    }

    /** Where the state of the new application is kept on this machine. */
    Path state() {
        return Path.of(target.getString(VestnikStreamsConfig.STATE_DIR_CONFIG)).resolve(to());
    }
}
