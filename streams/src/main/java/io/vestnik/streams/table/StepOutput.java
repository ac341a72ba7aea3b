package io.vestnik.streams.table;

/** What a step puts out: a {@link TableRow} for a final table, or a {@link Message} for another step. */
public interface StepOutput {}
