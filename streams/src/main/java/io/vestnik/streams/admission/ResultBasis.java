/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Application;
import io.vestnik.schemas.avro.ApplicationSetting;
import io.vestnik.schemas.avro.ApplicationUpgrade;
import io.vestnik.schemas.avro.ApplicationVersion;
import io.vestnik.streams.config.DeskSettings;
import io.vestnik.streams.config.VestnikStreamsConfig;

/**
 * What the results of an application depend on besides the events: its settings, its models and other frozen resources,
 * and the steps of its topologies. The name of its version is there to be told; what a version computes otherwise with the
 * same resources and steps shows in none of these.
 *
 * @param settings by name; empty when they are not known
 * @param version null when it is not known
 */
public record ResultBasis(
        List<ApplicationSetting> settings, @Nullable ApplicationVersion version) {
    private static final List<String> RESULT_SETTINGS = List.of(
            DeskSettings.WINDOW_CONFIG,
            DeskSettings.STORY_SPAN_CONFIG,
            DeskSettings.DISORDER_CONFIG,
            DeskSettings.RETENTION_CONFIG,
            VestnikStreamsConfig.ARTICLE_MAX_BYTES_CONFIG);

    /** So many resources are named at most. */
    private static final int NAMED = 3;
    /** So many digits of a digest tell two resources apart. */
    private static final int DIGITS = 12;

    /** Copies the list. */
    public ResultBasis {
        settings = List.copyOf(settings);
    }

    /** That of a version with a configuration. */
    public static ResultBasis of(VestnikStreamsConfig config, ApplicationVersion version) {
        return new ResultBasis(
                RESULT_SETTINGS.stream()
                        .sorted()
                        .map(name -> new ApplicationSetting(
                                name, String.valueOf(config.values().get(name))))
                        .toList(),
                version);
    }

    /** That of the application that writes the tables. */
    public static ResultBasis of(Application application) {
        return new ResultBasis(application.getSettings(), application.getVersion());
    }

    /** That of an application that is being built. */
    public static ResultBasis of(ApplicationUpgrade upgrade) {
        return new ResultBasis(upgrade.getSettings(), upgrade.getVersion());
    }

    /** Whether all of it is known. */
    boolean isKnown() {
        return !settings.isEmpty() && version != null;
    }

    /**
     * Where this one differs from the one that tables were built with, for a person. What is not known does not differ.
     *
     * @return what is here and what was there, of each setting and resource, the latter up to a number; empty when the
     *     tables can be gone on with
     */
    public List<String> differences(ResultBasis built) {
        List<String> differences = new ArrayList<>();
        SortedMap<String, String> own = new TreeMap<>();
        settings.forEach(setting -> own.put(setting.getName(), setting.getValue()));
        for (ApplicationSetting setting : built.settings) {
            String value = own.get(setting.getName());
            if (value != null && !value.equals(setting.getValue())) {
                differences.add(setting.getName() + " is " + value + " here and was " + setting.getValue());
            }
        }
        if (version != null && built.version != null) {
            addResources(resources(version), resources(built.version), differences);
            if (!version.getTopology().equals(built.version.getTopology())) {
                differences.add("the topologies have other steps here");
            }
        }
        return differences;
    }

    /** Name of the version that tables were built with, when that is another one; null when it is the same or not known. */
    public @Nullable String otherVersion(ResultBasis built) {
        if (version == null || built.version == null) {
            return null;
        }
        String name = built.version.getName();
        return name.equals(version.getName()) ? null : name;
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

    private static void addResources(Map<String, String> own, Map<String, String> built, List<String> differences) {
        List<String> all = new ArrayList<>();
        own.forEach((path, digest) -> {
            String was = built.get(path);
            if (was == null) {
                all.add(path + " was not there");
            } else if (!was.equals(digest)) {
                all.add(path + " is " + brief(digest) + " here and was " + brief(was));
            }
        });
        built.keySet().stream().filter(path -> !own.containsKey(path)).forEach(path -> all.add(path + " is not here"));
        differences.addAll(all.subList(0, Math.min(NAMED, all.size())));
        if (all.size() > NAMED) {
            differences.add((all.size() - NAMED) + " more models or lists differ");
        }
    }

    private static SortedMap<String, String> resources(ApplicationVersion version) {
        SortedMap<String, String> resources = new TreeMap<>();
        version.getResources().forEach(resource -> resources.put(resource.getPath(), resource.getSha256()));
        return resources;
    }

    private static String brief(String digest) {
        return digest.substring(0, Math.min(DIGITS, digest.length()));
    }
}
