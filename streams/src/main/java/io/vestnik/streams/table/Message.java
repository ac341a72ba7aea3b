package io.vestnik.streams.table;

/**
 * What one step tells another.
 *
 * @param value the record, never null
 */
public record Message<V>(V value) implements StepOutput {}
