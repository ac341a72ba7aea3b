package io.vestnik.streams.coverage;

/** Names in the rows of coverage, which have a greatest size. */
final class Names {
    /** Code points of a name that a row shows. */
    static final int MAX_LENGTH = 300;

    private Names() {}

    /** The name, or its beginning and an ellipsis. */
    static String clip(String name) {
        if (name.length() <= MAX_LENGTH || name.codePointCount(0, name.length()) <= MAX_LENGTH) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, MAX_LENGTH - 1)) + "…";
    }
}
