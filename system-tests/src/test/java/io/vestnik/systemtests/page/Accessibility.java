/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules of axe-core, run over what a browser shows. */
final class Accessibility {
    private static final String AXE = script();

    /** WCAG 2.2 up to AA, and what axe-core calls good practice, or some of its rules. */
    private static final String RUN = """
            const [rules, done] = arguments;
            document.querySelectorAll('details').forEach((details) => { details.open = true; });
            axe.run(document, {resultTypes: ['violations'], ...(rules.length > 0 ? {runOnly: rules} : {})}).then(
                (result) => done(result.violations
                    .filter((violation) => ['serious', 'critical'].includes(violation.impact))
                    .map((violation) => violation.id + ': ' + violation.nodes.slice(0, 3)
                        .map((node) => node.html.slice(0, 200) + ' ' + node.failureSummary).join(' | '))),
                (failure) => done(['axe-core failed: ' + failure]));
            """;

    private Accessibility() {}

    /** Serious and critical violations in the view that is shown, unfolded, each with what it is about. */
    static List<?> violations(Browser browser) {
        return violations(browser, List.of());
    }

    /** The same by the rules on colours: nothing else depends on those of the system. */
    static List<?> ofColours(Browser browser) {
        return violations(browser, List.of("color-contrast", "link-in-text-block"));
    }

    private static List<?> violations(Browser browser, List<String> rules) {
        if (Boolean.FALSE.equals(browser.run("return typeof axe === 'object'"))) {
            browser.run(AXE);
        }
        return (List<?>) browser.runAsync(RUN, rules);
    }

    private static String script() {
        try (InputStream in = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException(
                        "axe.min.js of com.deque.html.axe-core:selenium is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
