/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.util.List;
import java.util.Map;

import io.vestnik.schemas.avro.ApplicationResource;
import io.vestnik.schemas.avro.ApplicationVersion;

/** What the results of this process depend on besides its settings. */
public final class OwnVersion {
    /** Stands for the version of classes that are in no archive. */
    private static final String NOT_PACKAGED = "(not packaged)";

    private OwnVersion() {}

    /** Its name, the digest of the topologies, and that of each model and other frozen resource. */
    public static ApplicationVersion get() {
        return Holder.VERSION;
    }

    private static ApplicationVersion make() {
        String name = OwnVersion.class.getPackage().getImplementationVersion();
        List<ApplicationResource> resources = FrozenResources.digests().entrySet().stream()
                .map(resource -> new ApplicationResource(resource.getKey(), resource.getValue()))
                .toList();
        return new ApplicationVersion(name == null ? NOT_PACKAGED : name, VestnikTopology.digest(Map.of()), resources);
    }

    /** Made when it is first asked for: all models are read for it. */
    private static final class Holder {
        static final ApplicationVersion VERSION = make();
    }
}
