/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What must hold of a run, whatever was done to it: a small class each, which is told what was put in and looks at what
 * was found. They know the published schemas and nothing of how the results are computed.
 */
package io.vestnik.systemtests.chaos.guarantee;
