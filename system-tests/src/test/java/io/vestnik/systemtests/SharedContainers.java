/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one pair of containers of the run, which is started for the first and closed after the last. */
public final class SharedContainers implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Containers.class;
    }

    @Override
    public Containers resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The store of the root closes what it holds when the run ends.
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedContainers.class))
                .getOrComputeIfAbsent(Containers.class, key -> new Containers(), Containers.class);
    }
}
