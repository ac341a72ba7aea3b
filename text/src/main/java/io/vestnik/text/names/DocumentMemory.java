/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.LinkedHashSet;
import java.util.Set;

import io.vestnik.text.EntityType;

/** What the article has called a name elsewhere: a form seen once in a telling place is the same thing everywhere. */
final class DocumentMemory {
    private final Scan scan;
    private final Set<String> orgs = new LinkedHashSet<>();
    private final Set<String> persons = new LinkedHashSet<>();

    private DocumentMemory(Scan scan) {
        this.scan = scan;
    }

    /** Remembers the spans found so far. */
    static DocumentMemory of(Scan scan) {
        DocumentMemory memory = new DocumentMemory(scan);
        for (NameSpan span : scan.spans()) {
            if (span.type() == EntityType.ORG && !span.generic()) {
                memory.orgs.add(memory.key(span.firstToken(), span.endToken()));
            }
            if (span.type() == EntityType.PER && span.endToken() - span.firstToken() > 1) {
                memory.rememberPerson(span);
            }
        }
        return memory;
    }

    private void rememberPerson(NameSpan span) {
        for (int i = span.firstToken(); i < span.endToken(); i++) {
            if (scan.token(i).isWord() && scan.token(i).text().length() > 1) {
                persons.add(Lexicon.surnameStem(scan.token(i).folded()));
            }
        }
    }

    boolean knowsOrg(int from, int to) {
        return orgs.contains(key(from, to));
    }

    boolean knowsPerson(int i) {
        return !scan.isKnownPlace(i)
                && !scan.standsInMarks(i)
                && !scan.isAttribute(i)
                && persons.contains(Lexicon.surnameStem(scan.token(i).folded()));
    }

    private String key(int from, int to) {
        StringBuilder key = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (scan.token(i).isWord()) {
                key.append(Lexicon.stem(scan.token(i).folded())).append(' ');
            }
        }
        return key.toString();
    }
}
