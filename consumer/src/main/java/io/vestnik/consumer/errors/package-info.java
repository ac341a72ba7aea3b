/* SPDX-License-Identifier: Apache-2.0 */
/** What happens to records that cannot be read. */
@NullMarked
package io.vestnik.consumer.errors;

import org.jspecify.annotations.NullMarked;
