/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.util.List;

import org.apache.kafka.common.config.ConfigException;

/** Chooses the kind of registry by its address. */
final class Registries {
    private static final String MOCK = "mock://";

    private Registries() {}

    static SchemaRegistry of(SerdeSettings settings) {
        List<String> urls = settings.getList(SerdeSettings.URL);
        if (urls.stream().anyMatch(url -> url.startsWith(MOCK))) {
            if (urls.size() > 1) {
                throw new ConfigException(SerdeSettings.URL, urls, "mock:// stands alone");
            }
            return MockRegistry.of(urls.get(0).substring(MOCK.length()));
        }
        return new RestRegistry(RegistryHttp.of(settings));
    }
}
