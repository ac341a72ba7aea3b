/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.OptionalLong;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;

/**
 * Shows on standard error what becomes of a source: a line for each refused input at once, and a bar where a person
 * looks at a terminal and the work takes longer than a moment.
 */
final class PublishProgress implements PublishListener, AutoCloseable {
    /** Work that is done sooner needs no bar. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String name;
    private final OptionalLong expected;
    private final PrintWriter err;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private @Nullable ProgressBar bar;
    private long read;
    private long committed;

    /**
     * @param name what is published, for the bar
     * @param expected how many items there will be; empty when that is not known
     */
    PublishProgress(String name, OptionalLong expected, PrintWriter err) {
        this.name = name;
        this.expected = expected;
        this.err = err;
        this.terminal = isTerminal();
    }

    @Override
    public void read(long items) {
        read = items;
        show();
    }

    @Override
    public void committed(long items) {
        committed = items;
        show();
    }

    @Override
    public void refused(PublishReport.Refusal refusal) {
        err.println(line(refusal));
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private void show() {
        if (!terminal) {
            return;
        }
        if (bar == null && System.nanoTime() - start > PATIENCE.toNanos()) {
            bar = bar(name, expected.orElse(-1), " articles").build();
        }
        if (bar != null) {
            // To read an article is half of the work, to send it the other; a batch sends what it has read at its end.
            bar.stepTo((read + committed) / 2);
        }
    }

    /** What a person is told of a refused input. */
    static String line(PublishReport.Refusal refusal) {
        return "refused " + refusal.place() + ": " + refusal.reason() + ": " + refusal.message();
    }

    /** A bar on standard error; how many there will be is -1 when that is not known. */
    static ProgressBarBuilder bar(String name, long expected, String unit) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(expected)
                .setUnit(unit, 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .clearDisplayOnFinish();
    }

    /** From Java 22 on there is a console without a terminal too; then it is asked, by reflection as long as 17 runs. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
