package io.vestnik.streams.table;

import io.vestnik.schemas.Topic;

/** How large a value may be. Checked before a record is forwarded: a send that fails ends the process. */
public final class ValueSizes {
    private static final int ROOM_FOR_KEY_AND_FRAMES = 64 * 1024;

    /** Greatest size of a value in bytes, without its frame: what a topic takes, less room for key and headers. */
    public static final int LIMIT = Topic.MAX_MESSAGE_BYTES - ROOM_FOR_KEY_AND_FRAMES;

    private ValueSizes() {}
}
