/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Lets warnings of Vestnik itself through to the console and nothing else. Kafka logs as an error what it then repeats
 * with success; what is fatal to it reaches the user as a failure of the command.
 */
public final class ConsoleFilter extends Filter<ILoggingEvent> {
    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean shown = event.getLoggerName().startsWith("io.vestnik.")
                && event.getLevel().isGreaterOrEqual(Level.WARN);
        return shown ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
