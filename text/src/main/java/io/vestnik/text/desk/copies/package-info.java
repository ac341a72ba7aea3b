/* SPDX-License-Identifier: Apache-2.0 */
/** Which texts share words: copies and their originals, and what a text was written from. */
package io.vestnik.text.desk.copies;
