// SPDX-License-Identifier: Apache-2.0
// Who is quoted, and how much.

import {h} from '../dom.js';
import {cut, empty, foreign, more, table} from '../parts.js';
import {bar} from '../charts.js';
import {href} from '../route.js';
import {count, symbol, t} from '../words.js';

export function load(page) {
  return page.ask(['entities'], {sort: 'quotes', limit: page.limit});
}

export function listens() {
  return [{kind: 'entity'}];
}

export function render(list, page) {
  const quoted = list.items;
  const most = quoted[0]?.quotes ?? 0;
  return {
    title: t('speakers'),
    nodes: [
      h('h1', {tabindex: '-1'}, t('speakers')),
      quoted.length === 0 ? empty(t('speakers.empty')) : [
        h('p', {class: 'small'}, t('speakers.note')),
        table(t('speakers'), [{name: t('table.speaker')}, {name: t('table.kind')}, {name: t('table.quotes'), number: true},
          {name: t('table.articles'), number: true}, {name: t('outlets'), number: true}, {name: ''}],
        quoted.map((entity) => h('tr', {'data-key': entity.entityId},
            h('th', {scope: 'row'}, h('a', {href: href(['name', entity.entityId])}, foreign(cut(entity.name, 120)))),
            h('td', null, symbol('type', entity.type)),
            h('td', {class: 'number'}, count(entity.quotes)),
            h('td', {class: 'number'}, count(entity.articles)),
            h('td', {class: 'number'}, count(entity.outlets.length)),
            h('td', {class: 'bars'}, bar(entity.quotes, most))))),
        more(list, page),
      ],
    ],
  };
}
