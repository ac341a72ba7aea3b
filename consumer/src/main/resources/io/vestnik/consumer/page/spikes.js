// SPDX-License-Identifier: Apache-2.0
// Whether a topic's last hour stands out from those before it.

import {h} from './dom.js';
import {t} from './words.js';

const HOUR_MS = 3600 * 1000;
const HOURS_BEFORE = 24;
const FACTOR = 3;
const LEAST = 3;

/** @param {{hour: string, articles: number}[]} hours @returns {Node|null} */
export function spike(hours) {
  if (hours.length === 0) {
    return null;
  }
  const byTime = new Map(hours.map((one) => [Date.parse(one.hour), one.articles]));
  const last = Math.max(...byTime.keys());
  let before = 0;
  for (let back = 1; back <= HOURS_BEFORE; back++) {
    before += byTime.get(last - back * HOUR_MS) ?? 0;
  }
  const articles = byTime.get(last);
  return articles >= LEAST && articles * HOURS_BEFORE >= FACTOR * before
    ? h('strong', {class: 'warn'}, t('watches.spike')) : null;
}
