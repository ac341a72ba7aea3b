package io.vestnik.streams.table;

/** A row is larger than its documented caps allow: a fault of the program, which ends the process. */
public final class OversizedRowException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** With the place and both sizes in bytes. */
    public OversizedRowException(String table, String key, int size, int limit) {
        super("The row " + key + " of " + table + " has " + size + " bytes, more than the " + limit + " allowed");
    }
}
