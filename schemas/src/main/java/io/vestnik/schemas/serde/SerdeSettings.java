/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The properties of the serde; those of the registry have Confluent's names and defaults. */
public final class SerdeSettings extends AbstractConfig {
    /** Addresses of the registry. */
    public static final String URL = "schema.registry.url";
    /** Whether the serializer registers what it writes with. */
    public static final String AUTO_REGISTER = "auto.register.schemas";
    /** Whether the serializer writes with the subject's latest schema. */
    public static final String USE_LATEST = "use.latest.version";
    /** Where name and password come from. */
    public static final String AUTH_SOURCE = "basic.auth.credentials.source";
    /** Name and password. */
    public static final String AUTH_USER_INFO = "basic.auth.user.info";
    /** Attempts after the first. */
    public static final String MAX_RETRIES = "max.retries";
    /** First pause between attempts. */
    public static final String RETRY_WAIT_MS = "retries.wait.ms";
    /** Greatest pause between attempts. */
    public static final String RETRY_MAX_WAIT_MS = "retries.max.wait.ms";
    /** Time to connect. */
    public static final String CONNECT_TIMEOUT_MS = "http.connect.timeout.ms";
    /** Time to answer. */
    public static final String READ_TIMEOUT_MS = "http.read.timeout.ms";

    private static final String REGISTRY_PREFIX = "schema.registry.";

    static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    URL,
                    ConfigDef.Type.LIST,
                    ConfigDef.NO_DEFAULT_VALUE,
                    ConfigDef.ValidList.anyNonDuplicateValues(false, false),
                    ConfigDef.Importance.HIGH,
                    "Addresses of the schema registry (http or https), separated by commas; the next is asked when one"
                            + " does not answer. mock://SCOPE is a registry in memory, for tests.")
            .define(
                    AUTO_REGISTER,
                    ConfigDef.Type.BOOLEAN,
                    true,
                    ConfigDef.Importance.MEDIUM,
                    "Whether the serializer registers the schema that it writes with. Wins over use.latest.version.")
            .define(
                    USE_LATEST,
                    ConfigDef.Type.BOOLEAN,
                    false,
                    ConfigDef.Importance.LOW,
                    "Whether the serializer writes with the latest schema of the subject; it must be able to read the"
                            + " record's own.")
            .define(
                    AUTH_SOURCE,
                    ConfigDef.Type.STRING,
                    "URL",
                    ConfigDef.ValidString.in("URL", "USER_INFO"),
                    ConfigDef.Importance.MEDIUM,
                    "Where name and password for the registry come from: URL (http://name:password@host) or USER_INFO"
                            + " (basic.auth.user.info).")
            .define(
                    AUTH_USER_INFO,
                    ConfigDef.Type.PASSWORD,
                    "",
                    ConfigDef.Importance.MEDIUM,
                    "name:password for the registry.")
            .define(
                    MAX_RETRIES,
                    ConfigDef.Type.INT,
                    3,
                    ConfigDef.Range.atLeast(0),
                    ConfigDef.Importance.LOW,
                    "How often the registry is asked again when it does not answer or is overloaded.")
            .define(
                    RETRY_WAIT_MS,
                    ConfigDef.Type.LONG,
                    1000L,
                    ConfigDef.Range.atLeast(0),
                    ConfigDef.Importance.LOW,
                    "Pause in milliseconds before it is asked again; doubles each time.")
            .define(
                    RETRY_MAX_WAIT_MS,
                    ConfigDef.Type.LONG,
                    20_000L,
                    ConfigDef.Range.atLeast(0),
                    ConfigDef.Importance.LOW,
                    "Greatest such pause in milliseconds.")
            .define(
                    CONNECT_TIMEOUT_MS,
                    ConfigDef.Type.INT,
                    60_000,
                    ConfigDef.Range.atLeast(1),
                    ConfigDef.Importance.LOW,
                    "Milliseconds within which the registry must accept a connection.")
            .define(
                    READ_TIMEOUT_MS,
                    ConfigDef.Type.INT,
                    60_000,
                    ConfigDef.Range.atLeast(1),
                    ConfigDef.Importance.LOW,
                    "Milliseconds within which the registry must answer.");

    SerdeSettings(Map<String, ?> config) {
        super(DEFINITION, withoutPrefix(config), false);
    }

    /** The registry that the settings name. */
    SchemaRegistry registry() {
        return new CachedRegistry(Registries.of(this));
    }

    /** The definition of all properties, for printing. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }

    /** Confluent's clients take these names with schema.registry. in front of them too, and that form wins. */
    private static Map<String, Object> withoutPrefix(Map<String, ?> config) {
        Map<String, Object> settings = new TreeMap<>();
        for (String name : DEFINITION.names()) {
            Object value = config.get(REGISTRY_PREFIX + name);
            if (value == null) {
                value = config.get(name);
            }
            if (value != null) {
                settings.put(name, value);
            }
        }
        return settings;
    }
}
