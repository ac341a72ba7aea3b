/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.List;

import io.vestnik.text.lang.SourceText;

/** Finds where names stand. Rules do it now; a learned model has its place behind the same method. */
public interface NameRecognizer {
    /**
     * Finds the names of a text in time linear in its length.
     *
     * @return spans in the order of the text that do not overlap
     */
    List<NameSpan> recognize(SourceText text);
}
