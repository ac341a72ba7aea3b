/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.page;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.vestnik.systemtests.TestDirectory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A pipeline and its page in a browser, for the tests of a class: each test finds the browser as it was opened, and fails
 * when the page was refused something.
 */
final class PageInBrowser implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private @Nullable TestDirectory directory;
    private @Nullable Browser browser;
    private @Nullable PagePipeline pipeline;

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        // Before anything else is started, so that a machine without a browser skips at once.
        browser = Browser.open();
        directory = TestDirectory.create();
        pipeline = PagePipeline.start(directory.path());
        browser.at(pipeline.url());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        browser().anew();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(browser().refused()).as("what the page was refused").isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // Any may be missing when it could not be had.
        TestDirectory files = directory;
        Browser shown = browser;
        PagePipeline running = pipeline;
        try (files;
                shown;
                running) {
            // That is all.
        }
    }

    Browser browser() {
        return there(browser);
    }

    PagePipeline pipeline() {
        return there(pipeline);
    }

    private static <T> T there(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("not started: a test registers it as an extension");
        }
        return part;
    }
}
