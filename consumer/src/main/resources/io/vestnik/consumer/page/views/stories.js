// SPDX-License-Identifier: Apache-2.0
// Stories now: how large each is, and how it has grown over time.

import {lastHour, sparkline, sum, volume} from '../charts.js';
import {h} from '../dom.js';
import * as filters from '../filters.js';
import {cut, empty, facts, foreign, grown, join, moment, more, outlet, span, title, totals} from '../parts.js';
import {href} from '../route.js';
import {t} from '../words.js';

const OUTLETS = 4;

export function load(page) {
  return page.ask(['stories'], {
    ...filters.chosen('q', 'outlet', 'speaker', 'theme', 'language', 'sort'), limit: page.limit});
}

export function listens() {
  return [{kind: 'story'}];
}

export function render(list, page) {
  const hours = list.items.map((story) => story.hours ?? []);
  const end = lastHour(hours);
  return {
    title: t('stories'),
    nodes: [
      h('h1', {tabindex: '-1'}, t('stories')),
      filters.form(
          filters.words('q', t('filter.words')), filters.words('outlet', t('filter.outlet')),
          filters.words('speaker', t('filter.speaker')), filters.words('theme', t('filter.theme')),
          filters.choice('language', t('filter.language'), [['', t('filter.any')], ['ru', 'Русский'], ['en', 'English']]),
          filters.choice('sort', t('filter.sort'),
              [['', t('filter.sort.articles')], ['latest', t('filter.sort.latest')]])),
      list.items.length === 0 ? empty(t(filters.filtered() ? 'stories.empty.filtered' : 'stories.empty')) : [
        volume(t('stories.volume'), sum(hours)),
        h('ol', {class: 'cards', id: 'stories'}, list.items.map((story) => card(story, page, end))),
        more(list, page),
      ],
    ],
  };
}

function card(story, page, end) {
  const more = story.outlets.length - OUTLETS;
  return h('li', {'data-key': story.story, class: 'card'},
      h('h2', null, h('a', {href: href(['story', story.story]), class: 'clamp'}, title(story.title))),
      sparkline(story.hours ?? [], end),
      facts(totals(story), grown(page.growth(`story:${story.story}`)),
          span(t('first'), ' ', moment(story.firstObservedAt)),
          story.lastObservedAt !== story.firstObservedAt && span(t('last'), ' ', moment(story.lastObservedAt))),
      h('p', {class: 'small'}, join(story.outlets.slice(0, OUTLETS).map((one) => outlet(one.outlet))),
          more > 0 ? ` +${more}` : null),
      story.speakers.length > 0
        ? h('p', {class: 'small'}, t('stories.speakers'), ' ', join(story.speakers.slice(0, 3).map((one) => foreign(cut(one.speaker, 80))))) : null);
}
