/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.admission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.avro.Application;
import io.vestnik.schemas.avro.ApplicationSetting;
import io.vestnik.schemas.avro.ApplicationUpgrade;
import io.vestnik.streams.config.DeskSettings;
import io.vestnik.streams.config.VestnikStreamsConfig;

/**
 * Decides whether an application may write the tables. Until the first upgrade every one may, as nobody has said which it
 * is; from then on only the one that the upgrade has made, with the settings that its state was built with.
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

    private static final List<String> RESULT_SETTINGS = List.of(
            DeskSettings.WINDOW_CONFIG,
            DeskSettings.STORY_SPAN_CONFIG,
            DeskSettings.DISORDER_CONFIG,
            DeskSettings.RETENTION_CONFIG,
            VestnikStreamsConfig.ARTICLE_MAX_BYTES_CONFIG);

    private Admission() {}

    /**
     * Admits an application.
     *
     * @param record which application writes the tables; null when nobody has said
     * @param config of the one that asks
     * @return what it says was known then at the earliest
     * @throws NotAdmittedException when it may not
     */
    public static Instant check(@Nullable Application record, VestnikStreamsConfig config) {
        if (record == null) {
            return Instant.EPOCH;
        }
        String id = config.getString(ApplicationSettings.APPLICATION_ID);
        ApplicationUpgrade upgrade = record.getUpgrade();
        if (upgrade != null && !upgrade.getPhase().equals(REMOVING)) {
            checkUpgrade(id, upgrade);
        }
        if (!id.equals(record.getApplicationId())) {
            throw new NotAdmittedException("The tables are written by the application " + record.getApplicationId()
                    + (record.getFormer().contains(id) ? ", which has taken the place of " + id : "") + ", not by " + id
                    + ". Start that one with --application-id " + record.getApplicationId()
                    + asSettings(record.getSettings()) + ", or make another one with 'vestnik upgrade'.");
        }
        checkSettings(record, config);
        return record.getSince();
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

    private static void checkSettings(Application record, VestnikStreamsConfig config) {
        SortedMap<String, String> own = new TreeMap<>();
        settings(config).forEach(setting -> own.put(setting.getName(), setting.getValue()));
        List<String> different = new ArrayList<>();
        for (ApplicationSetting setting : record.getSettings()) {
            String value = own.get(setting.getName());
            if (value != null && !value.equals(setting.getValue())) {
                different.add(setting.getName() + " is " + value + " here and was " + setting.getValue());
            }
        }
        if (!different.isEmpty()) {
            throw new NotAdmittedException("The tables of " + record.getApplicationId()
                    + " were built with other settings: " + String.join("; ", different)
                    + ". Start it with those, or make another application with 'vestnik upgrade'.");
        }
    }

    /** The settings that the results of an application depend on, by name. */
    public static List<ApplicationSetting> settings(VestnikStreamsConfig config) {
        return RESULT_SETTINGS.stream()
                .sorted()
                .map(name -> new ApplicationSetting(
                        name, String.valueOf(config.values().get(name))))
                .toList();
    }

    /** Settings other than the defaults, as options of a command, with a blank in front of each. */
    public static String asSettings(List<ApplicationSetting> settings) {
        StringBuilder options = new StringBuilder();
        for (ApplicationSetting setting : settings) {
            Object standard = VestnikStreamsConfig.definition().defaultValues().get(setting.getName());
            if (!setting.getValue().equals(String.valueOf(standard))) {
                options.append(" --set ").append(setting.getName()).append('=').append(setting.getValue());
            }
        }
        return options.toString();
    }
}
