/* SPDX-License-Identifier: Apache-2.0 */
/** From the bytes of a stranger's document to text: charsets, XML that is broken or hostile, HTML. */
package io.vestnik.producer.markup;
