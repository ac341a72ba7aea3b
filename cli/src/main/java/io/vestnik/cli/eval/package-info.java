/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How well what was found agrees with what people marked: records in, counts out, without files. The definitions are
 * fixed, so that figures of different versions and of other tools can be compared.
 */
@NullMarked
package io.vestnik.cli.eval;

import org.jspecify.annotations.NullMarked;
