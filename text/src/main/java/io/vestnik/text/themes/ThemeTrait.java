/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.themes;

import java.util.Locale;

import io.vestnik.text.Analyzer.Article;
import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.lang.SourceText;

/** What a text shows apart from its words. Every value is between zero and {@link ThemeFeatures#ONE}. */
enum ThemeTrait {
    /** Every text has it. */
    ANY {
        @Override
        int of(Article article, int words) {
            return ThemeFeatures.ONE;
        }
    },
    /** As {@link #ANY}, for the languages that are not Russian: how common a theme is differs. */
    ENGLISH {
        @Override
        int of(Article article, int words) {
            return yes(!article.language().equals("ru"));
        }
    },
    /** How long the text is. */
    LENGTH {
        @Override
        int of(Article article, int words) {
            return share(Integer.SIZE - Integer.numberOfLeadingZeros(words), LONGEST_BITS);
        }
    },
    /** A text of a few sentences. */
    SHORT {
        @Override
        int of(Article article, int words) {
            return yes(words < SHORT_WORDS);
        }
    },
    /** A text of a sentence or two. */
    TINY {
        @Override
        int of(Article article, int words) {
            return yes(words < TINY_WORDS);
        }
    },
    /** The title begins with a number, as those of lists do. */
    NUMBERED {
        @Override
        int of(Article article, int words) {
            SourceText title = article.title();
            return yes(title != null && title.length() > 0 && Character.isDigit(title.codePointAt(0)));
        }
    },
    /** The title asks. */
    QUESTION {
        @Override
        int of(Article article, int words) {
            return yes(article.title() != null && article.title().string().indexOf('?') >= 0);
        }
    },
    /** Somebody calls out. */
    EXCLAMATION {
        @Override
        int of(Article article, int words) {
            boolean titled = article.title() != null && article.title().string().indexOf('!') >= 0;
            return yes(titled || article.text().string().indexOf('!') >= 0);
        }
    },
    /** Share of persons. */
    PERSONS {
        @Override
        int of(Article article, int words) {
            return share(DENSE * mentions(article, EntityType.PER), words);
        }
    },
    /** Share of places. */
    PLACES {
        @Override
        int of(Article article, int words) {
            return share(DENSE * mentions(article, EntityType.LOC), words);
        }
    },
    /** Share of organizations. */
    ORGANIZATIONS {
        @Override
        int of(Article article, int words) {
            return share(DENSE * mentions(article, EntityType.ORG), words);
        }
    },
    /** No person is named. */
    NO_PERSON {
        @Override
        int of(Article article, int words) {
            return yes(mentions(article, EntityType.PER) == 0);
        }
    },
    /** Nothing is named. */
    NO_NAME {
        @Override
        int of(Article article, int words) {
            return yes(article.entities().mentions().isEmpty());
        }
    };

    private static final int LONGEST_BITS = 12;
    private static final int SHORT_WORDS = 60;
    private static final int TINY_WORDS = 25;

    /** A text of which one word in so many is a name of one kind is full of them. */
    private static final int DENSE = 8;

    /** The value of an article, which has so many words. */
    abstract int of(Article article, int words);

    /** Its name in a model. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static int yes(boolean is) {
        return is ? ThemeFeatures.ONE : 0;
    }

    private static int share(int part, int whole) {
        return Math.min(ThemeFeatures.ONE, (int) ((long) part * ThemeFeatures.ONE / (whole + 1)));
    }

    private static int mentions(Article article, EntityType type) {
        int count = 0;
        for (Mention mention : article.entities().mentions()) {
            count += mention.type() == type ? 1 : 0;
        }
        return count;
    }
}
