/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parameters of a request; one that is wrong is refused with what would be right. */
public final class Parameters {
    private static final Logger LOG = LoggerFactory.getLogger(Parameters.class);

    private final Context context;

    private Parameters(Context context) {
        this.context = context;
    }

    /**
     * Those of a request.
     *
     * @param known all that the address takes; another one is a mistake of the asker, who would otherwise take the answer
     *     for what he asked for
     */
    public static Parameters of(Context context, Set<String> known) {
        TreeSet<String> unknown = new TreeSet<>(context.queryParamMap().keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw Problem.badRequest("Unknown parameter(s) " + unknown + "; known are " + new TreeSet<>(known) + ".");
        }
        return new Parameters(context);
    }

    /** A text; empty when it is not given. */
    public String text(String name) {
        String text = context.queryParam(name);
        return text == null ? "" : text;
    }

    /** A whole number in the given bounds, both included. */
    public int number(String name, int otherwise, int least, int most) {
        String text = context.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            LOG.debug("{} is no number: {}", name, text);
        }
        throw Problem.badRequest(name + " has to be a number from " + least + " to " + most + ".");
    }

    /** True or false; false when it is not given. */
    public boolean flag(String name) {
        return switch (text(name)) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw Problem.badRequest(name + " has to be true or false.");
        };
    }

    /** A time, as 2026-02-04T19:04:00Z; null when it is not given. */
    public @Nullable Instant time(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.badRequest(name + " has to be a time with its zone, as 2026-02-04T19:04:00Z; a + in it is"
                    + " written %2B. It is '" + text + "'.");
        }
    }

    /** One of some words; empty when it is not given. */
    public String choice(String name, Set<String> choices) {
        String text = text(name);
        if (!text.isEmpty() && !choices.contains(text)) {
            throw Problem.badRequest(name + " has to be one of " + new TreeSet<>(choices) + ".");
        }
        return text;
    }
}
