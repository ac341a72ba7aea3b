/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Watch;

/**
 * What a user did with a watch.
 *
 * @param at when
 * @param name which watch
 * @param expression what it asks for since then; null when it was removed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WatchChange(Instant at, String name, @Nullable String expression) {
    /** What its topic says of it since then; null when it was removed. */
    @Nullable Watch watch() {
        return expression == null
                ? null
                : Watch.newBuilder()
                        .setName(name)
                        .setExpression(expression)
                        .setDeclaredAt(at)
                        .build();
    }
}
