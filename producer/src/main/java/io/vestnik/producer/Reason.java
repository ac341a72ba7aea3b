/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

/** Why an input was refused; the name is the reason of its dead letter. */
public enum Reason {
    /** No bytes, or white space alone. */
    EMPTY,
    /** Longer than the cap. */
    TOO_LARGE,
    /** Has NUL bytes or other control characters. */
    BINARY,
    /** Not UTF-8, or with half a surrogate pair. */
    NOT_UTF8,
    /** Cannot be opened or read: permission, a broken link, a loop of links, no regular file. */
    UNREADABLE,
    /** Not one JSON object. */
    BAD_JSON,
    /** A field that every article needs is missing or blank. */
    MISSING_FIELD,
    /** A field does not hold what it should. */
    BAD_FIELD,
    /** The same article, twice, at the same time, with different contents. */
    DUPLICATE_ID,
    /** A time more than ten minutes ahead of the clock. */
    FUTURE,
    /** The retraction of an article that was never published. */
    UNKNOWN_ID,
    /** An address that is not asked: of a private network, of another scheme, malformed. */
    ADDRESS,
    /** A redirect that leads in a circle, too far or nowhere. */
    REDIRECT,
    /** The robots.txt of the host forbids it. */
    ROBOTS,
    /** The server does not answer, is too slow, or breaks off. */
    UNREACHABLE,
    /** The server answers with a status that is neither a success nor a request to wait. */
    HTTP_STATUS,
    /** Packed wrongly, or in a way that was not asked for. */
    BAD_ENCODING,
    /** XML that declares entities, or is too broken to be read. */
    BAD_XML,
    /** No feed, sitemap or list of feeds: a web page, a picture. */
    NOT_A_FEED,
    /** The article was erased; nothing of it is kept in the dead letters either. */
    ERASED
}
