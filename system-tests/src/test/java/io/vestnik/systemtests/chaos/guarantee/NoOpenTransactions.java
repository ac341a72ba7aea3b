/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.util.List;

/**
 * Every transaction was brought to an end, by who began it or by the broker, so that no reader of committed records waits.
 *
 * <p>( begins a transaction, ) ends it.
 *
 * <pre>
 * valid:    ( a b ) ( c )
 *           ( a b aborted ) ( a b )
 * invalid:  ( a b ) ( c          readers stand before c for ever
 * </pre>
 */
public final class NoOpenTransactions implements Guarantee {
    @Override
    public List<String> violations(Observed observed) {
        return observed.open();
    }
}
