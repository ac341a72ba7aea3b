/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.util.List;

import org.apache.kafka.common.KafkaException;

/** Topics of the cluster are not as Vestnik needs them, and cannot be changed without a loss. */
public final class TopicMismatchException extends KafkaException {
    private static final long serialVersionUID = 1L;

    TopicMismatchException(List<String> problems) {
        super("Topics differ from the catalogue: " + String.join("; ", problems)
                + ". Delete or correct them, or use another namespace.");
    }
}
