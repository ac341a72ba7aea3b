/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.intake;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.vestnik.producer.SourceItem;

/**
 * The articles of one request.
 *
 * @param items its versions, retractions and rejections in their order
 * @param committed done when the brokers have what is to be kept of them, with the places that were refused
 */
record Batch(List<SourceItem> items, CompletableFuture<List<Refused>> committed) {
    /**
     * An article that was refused.
     *
     * @param place which of the request
     * @param reason why
     * @param message what is wrong and what to do about it
     */
    record Refused(String place, String reason, String message) {}

    static Batch of(List<SourceItem> items) {
        return new Batch(List.copyOf(items), new CompletableFuture<>());
    }
}
