// SPDX-License-Identifier: Apache-2.0
// Persons, places and organizations that are named.

import {h} from '../dom.js';
import * as filters from '../filters.js';
import {cut, empty, foreign, grown, more, table} from '../parts.js';
import {href} from '../route.js';
import {count, symbol, t} from '../words.js';

export function load(page) {
  return page.ask(['entities'], {...filters.chosen('q', 'type'), limit: page.limit});
}

export function listens() {
  return [{kind: 'entity'}];
}

export function render(list, page) {
  return {
    title: t('names'),
    nodes: [
      h('h1', {tabindex: '-1'}, t('names')),
      filters.form(
          filters.words('q', t('filter.words')),
          filters.choice('type', t('filter.type'), [['', t('filter.any')],
            ...['PER', 'ORG', 'LOC'].map((type) => [type, symbol('types', type)])])),
      list.items.length === 0 ? empty(t(filters.filtered() ? 'names.empty.filtered' : 'names.empty'))
        : table(t('names'), [{name: t('table.name')}, {name: t('table.kind')}, {name: t('table.articles'), number: true},
          {name: t('table.quotes'), number: true}], list.items.map((entity) => row(entity, page))),
      more(list, page),
    ],
  };
}

function row(entity, page) {
  return h('tr', {'data-key': entity.entityId},
      h('th', {scope: 'row'}, h('a', {href: href(['name', entity.entityId])}, foreign(cut(entity.name, 120))), ' ',
          grown(page.growth(`entity:${entity.entityId}`))),
      h('td', null, symbol('type', entity.type)),
      h('td', {class: 'number'}, count(entity.articles)),
      h('td', {class: 'number'}, count(entity.quotes)));
}
