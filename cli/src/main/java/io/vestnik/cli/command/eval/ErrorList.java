/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vestnik.cli.view.TextTable;

/** What was not found as it is, for a person or for a program. */
interface ErrorList {
    /** Whether nothing is wrong. */
    boolean isEmpty();

    /** A row an error; long words are cut. */
    TextTable table();

    /** An object an error, whole. */
    List<ObjectNode> json();
}
