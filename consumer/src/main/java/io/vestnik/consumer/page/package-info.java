/* SPDX-License-Identifier: Apache-2.0 */
/** The page for people. Its files are resources beside this package; what they show they ask of the public addresses. */
@NullMarked
package io.vestnik.consumer.page;

import org.jspecify.annotations.NullMarked;
