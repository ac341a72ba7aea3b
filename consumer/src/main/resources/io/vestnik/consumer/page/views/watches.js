// SPDX-License-Identifier: Apache-2.0
// What somebody has asked to be watched: how each watch grows, and whether it stands out now.

import {lastHour, sparkline} from '../charts.js';
import {h} from '../dom.js';
import {cut, empty, facts, foreign, grown, moment, more, span, totals} from '../parts.js';
import {href} from '../route.js';
import {spike} from '../spikes.js';
import {t} from '../words.js';

/** Watches whose hours are asked for; the rest stand without. */
const MOST_DRAWN = 50;

export async function load(page) {
  const list = await page.ask(['topics'], {kind: 'watch', limit: page.limit});
  const drawn = await Promise.all(list.items.slice(0, MOST_DRAWN).map((watch) =>
    page.ask(['topics', 'watch', watch.topic.slice('watch:'.length), 'coverage']).catch(() => null)));
  return {list, hours: new Map(drawn.filter(Boolean).map((watch) => [watch.topic, watch.hours]))};
}

export function listens() {
  return [{kind: 'watch'}];
}

export function render({list, hours}, page) {
  const end = lastHour([...hours.values()]);
  return {
    title: t('watches'),
    nodes: [
      h('h1', {tabindex: '-1'}, t('watches')),
      page.route.params.get('asOf') ? empty(t('watches.now')) : null,
      list.items.length === 0 ? empty(t('watches.empty')) : [
        h('ul', {class: 'cards'}, list.items.map((watch) => h('li', {class: 'card', 'data-key': watch.topic},
            h('h2', null, h('a', {href: href(['topic', 'watch', watch.topic.slice('watch:'.length)])},
                foreign(cut(watch.name, 120)))),
            sparkline(hours.get(watch.topic) ?? [], end),
            facts(totals(watch), grown(page.growth(watch.topic)), spike(watch),
                span(t('last'), ' ', moment(watch.lastObservedAt)))))),
        more(list, page),
      ],
    ],
  };
}
