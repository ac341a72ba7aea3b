/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.utterances;

import java.util.List;

import io.vestnik.cli.eval.GoldSpeaker;

/**
 * One thing said, as a person marked it.
 *
 * @param number its place in gold, counted from 1
 * @param speaker who said it
 * @param members its renderings
 */
public record GoldUtterance(int number, GoldSpeaker speaker, List<Member> members) {}
