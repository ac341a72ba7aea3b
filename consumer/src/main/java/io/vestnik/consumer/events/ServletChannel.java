/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

import jakarta.servlet.ServletOutputStream;

/** A channel over the non-blocking output of a servlet's answer. */
final class ServletChannel implements EventChannel {
    private final ServletOutputStream out;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    ServletChannel(ServletOutputStream out) {
        this.out = out;
    }

    /** Completes when the answer is over. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public boolean ready() {
        return out.isReady();
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void end() {
        ended.complete(null);
    }
}
