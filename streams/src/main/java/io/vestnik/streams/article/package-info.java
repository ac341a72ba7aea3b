/* SPDX-License-Identifier: Apache-2.0 */
/** An article as it is kept, with what people have corrected, and what is sent on when it reads differently, whatever has changed it. */
package io.vestnik.streams.article;
