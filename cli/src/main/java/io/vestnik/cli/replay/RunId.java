/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.util.regex.Pattern;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.schemas.TopicNames;

/**
 * Names a run: its directory, its topics and its applications.
 *
 * @param id letters, digits, '_' and '-', at most 64
 */
public record RunId(String id) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,63}");

    /**
     * Reads a name.
     *
     * @throws CommandFailure when it is none
     */
    public static RunId of(String id) {
        if (!FORM.matcher(id).matches() || id.equals("news")) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "'" + id
                            + "' cannot name a run. Use up to 64 letters, digits, '_' and '-', but not 'news' and no '-'"
                            + " in front.");
        }
        return new RunId(id);
    }

    /** What stands in front of the names of its topics. */
    public String namespace() {
        return TopicNames.replay(id);
    }

    /** Application id of its topologies. */
    public String applicationId() {
        return "vestnik-replay-" + id;
    }

    @Override
    public String toString() {
        return id;
    }
}
