/* SPDX-License-Identifier: Apache-2.0 */
/** Live updates: from the topic of updates to readers over Server-Sent Events, and a client for programs. */
@NullMarked
package io.vestnik.consumer.events;

import org.jspecify.annotations.NullMarked;
