// SPDX-License-Identifier: Apache-2.0
// Outlets: how much each publishes, of its own and copied.

import {bar} from '../charts.js';
import {h} from '../dom.js';
import {empty, grown, more, outlet, table} from '../parts.js';
import {count, percent, t} from '../words.js';

export function load(page) {
  return page.ask(['topics'], {kind: 'outlet', limit: page.limit});
}

export function listens() {
  return [{kind: 'outlet'}];
}

export function render(list, page) {
  const all = list.items.reduce((sum, one) => sum + one.articles, 0);
  return {
    title: t('outlets'),
    nodes: [
      h('h1', {tabindex: '-1'}, t('outlets')),
      list.items.length === 0 ? empty(t('outlets.empty')) : table(t('outlets'), [{name: t('table.outlet')},
        {name: t('table.articles'), number: true}, {name: t('table.share'), number: true},
        {name: t('table.originals'), number: true}, {name: t('table.copies'), number: true},
        {name: t('table.quotes'), number: true}, {name: ''}],
      list.items.map((one) => h('tr', {'data-key': one.topic},
          h('th', {scope: 'row'}, outlet(one.name), ' ', grown(page.growth(one.topic))),
          h('td', {class: 'number'}, count(one.articles)),
          h('td', {class: 'number'}, percent(one.articles, all)),
          h('td', {class: 'number'}, count(one.originals)),
          h('td', {class: 'number'}, count(one.copies)),
          h('td', {class: 'number'}, count(one.quotes)),
          h('td', {class: 'bars'}, bar(one.articles, all))))),
      list.next ? h('p', {class: 'small'}, t('share.cut', {n: list.items.length})) : null,
      more(list, page),
    ],
  };
}
