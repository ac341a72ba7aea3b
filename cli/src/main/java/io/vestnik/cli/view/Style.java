/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.view;

import picocli.CommandLine;

/**
 * How words are set off. Colour is for terminals only; without it the same things are told with signs, so that nothing
 * is lost in a file or for a reader who sees no colour.
 */
public enum Style {
    /** Signs only: {@code [-removed-] {+added+}}. */
    PLAIN {
        @Override
        String removed(String words) {
            return "[-" + words + "-]";
        }

        @Override
        String added(String words) {
            return "{+" + words + "+}";
        }

        @Override
        String strong(String words) {
            return words;
        }

        @Override
        String faint(String words) {
            return words;
        }
    },
    /** ANSI colours: removed words red and struck through, added ones green and underlined. */
    COLOUR {
        @Override
        String removed(String words) {
            return ESCAPE + "31;9m" + words + RESET;
        }

        @Override
        String added(String words) {
            return ESCAPE + "32;4m" + words + RESET;
        }

        @Override
        String strong(String words) {
            return ESCAPE + "1m" + words + RESET;
        }

        @Override
        String faint(String words) {
            return ESCAPE + "2m" + words + RESET;
        }
    };

    private static final String ESCAPE = "\u001B[";
    private static final String RESET = "\u001B[0m";

    /** Colour where the output is a terminal that can show it and NO_COLOR is not set. */
    public static Style ofTerminal() {
        return CommandLine.Help.Ansi.AUTO.enabled() ? COLOUR : PLAIN;
    }

    abstract String removed(String words);

    abstract String added(String words);

    abstract String strong(String words);

    abstract String faint(String words);
}
