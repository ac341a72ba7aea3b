/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

import java.util.List;

import io.javalin.config.RoutesConfig;

/** A group of addresses and who answers there. */
public interface Endpoints {
    /**
     * Adds the addresses. Their handlers may be asked as soon as the server listens, which is before the application has
     * started: what is not there yet is refused by a {@link NotReadyException}. A refusal is a {@link Problem}.
     */
    void addTo(RoutesConfig routes);

    /** What the OpenAPI document tells of the addresses; those below {@code /internal/} are left out. */
    default List<Operation> operations() {
        return List.of();
    }
}
