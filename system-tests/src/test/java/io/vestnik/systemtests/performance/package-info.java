/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The performance runs: what the pipeline costs, how long it takes, how it comes back, what it keeps and how it grows.
 * Reading order: {@link io.vestnik.systemtests.performance.PerformanceRuns}, one of the runs, then {@link
 * io.vestnik.systemtests.performance.Worker}, the application under measurement. {@code docs/performance.md} has the
 * commands and the figures.
 */
package io.vestnik.systemtests.performance;
