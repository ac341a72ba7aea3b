/* SPDX-License-Identifier: Apache-2.0 */
/** Which articles are about one event. */
package io.vestnik.text.desk.stories;
