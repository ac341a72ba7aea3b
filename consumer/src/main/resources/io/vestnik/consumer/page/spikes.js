// SPDX-License-Identifier: Apache-2.0
// Hours of a watch that stand out from those before them, as the consumer tells them by the rule of the watch.

import {h} from './dom.js';
import {moment} from './parts.js';
import {t} from './words.js';

/** @param {object} topic CoverageView @returns {Node|null} its latest spike */
export function spike(topic) {
  const spikes = topic.spikes ?? []; // told by a server that knows watches
  const last = spikes[spikes.length - 1];
  return last ? h('strong', {class: 'warn'}, t('watches.spike', {n: last.articles}), ' ', moment(last.hour)) : null;
}
