// SPDX-License-Identifier: Apache-2.0
// Quotes that several articles carry.

import {h} from '../dom.js';
import * as filters from '../filters.js';
import {empty, more} from '../parts.js';
import {quoteLine} from '../quotes.js';
import {t} from '../words.js';

export function load(page) {
  return page.ask(['utterances'], {
    ...filters.chosen('q', 'speaker', 'outlet', 'language', 'all'), limit: page.limit});
}

export function listens() {
  return [{kind: 'story'}];
}

export function render(list, page) {
  return {
    title: t('quotes'),
    nodes: [
      h('h1', {tabindex: '-1'}, t('quotes')),
      filters.form(
          filters.words('q', t('filter.words')), filters.words('speaker', t('filter.speaker')),
          filters.words('outlet', t('filter.outlet')),
          filters.choice('language', t('filter.language'), [['', t('filter.any')], ['ru', 'Русский'], ['en', 'English']]),
          filters.box('all', t('quotes.all'))),
      list.items.length === 0 ? empty(t(filters.filtered() ? 'quotes.empty.filtered' : 'quotes.empty'))
        : h('ul', {class: 'quotes cards'}, list.items.map(quoteLine)),
      more(list, page),
    ],
  };
}
