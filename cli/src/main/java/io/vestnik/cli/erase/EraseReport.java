/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of an erasure.
 *
 * @param events erased events of each article
 * @param already articles that were erased before, with the time of that
 * @param rewritten partitions of logs that were written anew
 * @param cleaned partitions of tables and changelogs that were cleaned
 * @param pending partitions that the brokers have not done with; empty when all is done
 * @param applications applications whose instances have state on disk
 */
public record EraseReport(
        Map<String, Long> events,
        Map<String, String> already,
        int rewritten,
        int cleaned,
        Set<String> pending,
        List<String> applications) {}
