// SPDX-License-Identifier: Apache-2.0
// How the pipeline is: what is left to read, how fast it reads, what could not be read.

import {h} from '../dom.js';
import {empty, facts, moment, section, table} from '../parts.js';
import {progress} from '../refusal.js';
import {count, t} from '../words.js';

/** What it shows changes without any update of a topic. */
export const pollMs = 3000;

export function load(page) {
  return page.askNow(['status']);
}

export function render(status, page) {
  const late = status.lateArticles ?? 0;
  return {
    title: t('pipeline'),
    nodes: [
      h('h1', {tabindex: '-1'}, t('pipeline')),
      page.route.params.get('asOf') ? empty(t('pipeline.now')) : null,
      section(t('pipeline.state'),
          facts(h('strong', {id: 'state'}, status.state), t('pipeline.late', {n: late}),
              t('pipeline.readers', {n: status.readers ?? 0})),
          progress(status)),
      instances(status.instances ?? []),
      section(t('pipeline.rates'), facts(t('pipeline.articles', {n: status.articlesPerSecond ?? 0}),
          t('pipeline.updates', {n: status.updatesPerSecond ?? 0}))),
      section(t('pipeline.lag'), counts(status.lag, t('pipeline.topic'), t('pipeline.lag.none'))),
      section(t('pipeline.deadLetters'),
          status.deadLettersSince
            ? h('p', {class: 'small'}, t('pipeline.since'), ' ', moment(status.deadLettersSince)) : null,
          counts(status.deadLetters, t('pipeline.reason'), t('pipeline.deadLetters.none'))),
    ],
  };
}

/** Each instance of the consumer, where there are several. */
function instances(all) {
  return all.length < 2 ? null : section(t('pipeline.instances'), table(t('pipeline.instances'),
      [{name: t('pipeline.instance')}, {name: t('pipeline.state')}, {name: t('pipeline.left'), number: true},
        {name: t('pipeline.listening'), number: true}],
      all.map((one) => h('tr', {'data-key': one.address},
          h('th', {scope: 'row'}, one.address),
          h('td', null, one.answers ? one.state : h('span', {title: one.detail}, t('pipeline.silent'))),
          h('td', {class: 'number'}, one.answers ? count(Object.values(one.lag).reduce((sum, n) => sum + n, 0)) : ''),
          h('td', {class: 'number'}, one.answers ? count(one.readers) : '')))));
}

/** Numbers by name, the largest first; those that are 0 say nothing. @param {Record<string, number>} [all] */
function counts(all, name, none) {
  const some = Object.entries(all ?? {}).filter(([, n]) => n > 0).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return some.length === 0 ? empty(none)
    : table(name, [{name}, {name: t('pipeline.records'), number: true}], some.map(([key, n]) => h('tr', {'data-key': key},
        h('th', {scope: 'row'}, key), h('td', {class: 'number'}, count(n)))));
}
