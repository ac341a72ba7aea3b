/* SPDX-License-Identifier: Apache-2.0 */
/** Runs of the pipeline in which processes are killed, frozen and lost; docs/testing.md tells how to start them. */
package io.vestnik.systemtests.chaos;
