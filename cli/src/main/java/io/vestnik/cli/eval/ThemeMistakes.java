/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the articles whose theme was not found, so that one can read what a figure is made of. */
public final class ThemeMistakes {
    private ThemeMistakes() {}

    /**
     * Compares the themes.
     *
     * @param gold the themes by the article's id
     * @param found what was found by the article's id; an article that is not there has none
     * @param titles how the articles begin, by id
     * @return the mistakes in the order of the gold set; each about the whole article, whose title is shown
     */
    public static List<Mistake> find(
            Map<String, String> gold, Map<String, Optional<String>> found, Map<String, String> titles) {
        List<Mistake> mistakes = new ArrayList<>();
        gold.forEach((id, theme) -> {
            String instead = found.getOrDefault(id, Optional.empty()).orElse(null);
            if (!theme.equals(instead)) {
                String title = titles.getOrDefault(id, "");
                Mistake.Kind kind = instead == null ? Mistake.Kind.MISSED : Mistake.Kind.TYPE;
                int length = title.codePointCount(0, title.length());
                mistakes.add(new Mistake(kind, id, 0, length, "theme", theme, instead, title));
            }
        });
        return mistakes;
    }
}
