/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.page;

import java.util.ArrayList;
import java.util.List;

/** How soon the page shows something when it is opened, in a browser that has kept nothing of it. */
public final class Paints {
    private static final String FIRST = """
            const paint = performance.getEntriesByName('first-contentful-paint')[0];
            return paint ? paint.startTime : null;
            """;

    private Paints() {}

    /**
     * When an opened page showed something.
     *
     * @param firstMillis first contentful paint, in milliseconds from the start of the navigation
     * @param storiesMillis when the list of stories was found there; it is looked for every 20 ms
     */
    public record Paint(double firstMillis, double storiesMillis) {}

    /**
     * Opens the page time after time in one browser, after once without measuring.
     *
     * @param url of the consumer, without a slash at its end
     * @return empty when no browser is installed
     */
    public static List<Paint> measure(String url, int times) {
        List<Paint> paints = new ArrayList<>();
        if (times == 0 || !Browser.isInstalled()) {
            return paints;
        }
        try (Browser browser = Browser.open(url)) {
            open(browser);
            for (int i = 0; i < times; i++) {
                paints.add(open(browser));
            }
        }
        return paints;
    }

    private static Paint open(Browser browser) {
        browser.anew().forgetFiles().view("#/stories");
        double stories = millis(browser, "return document.querySelector('#stories > li') ? performance.now() : null");
        return new Paint(millis(browser, FIRST), stories);
    }

    private static double millis(Browser browser, String script) {
        return ((Number) browser.awaitValue("the page shows something", script)).doubleValue();
    }
}
