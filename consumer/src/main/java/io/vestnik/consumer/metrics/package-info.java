/* SPDX-License-Identifier: Apache-2.0 */
/** How an application is: metrics for Prometheus, the status for people, progress of the restore. */
@NullMarked
package io.vestnik.consumer.metrics;

import org.jspecify.annotations.NullMarked;
