// SPDX-License-Identifier: Apache-2.0
// A person, place or organization: how it is covered, with whom it is named, what it has said.

import {Refusal} from '../api.js';
import {volume} from '../charts.js';
import {h} from '../dom.js';
import {cut, facts, foreign, grown, heading, moment, more, named, outletsOf, section, span} from '../parts.js';
import {quoteLine} from '../quotes.js';
import {loadStories, storyList} from '../storylist.js';
import {symbol, t} from '../words.js';

export async function load(page) {
  const id = page.route.args[0] ?? '';
  const entity = await page.ask(['entities', id]);
  const [coverage, utterances, stories] = await Promise.all([
    page.ask(['topics', 'entity', id, 'coverage']).catch((failure) => {
      if (failure instanceof Refusal && failure.status === 404) {
        return null;
      }
      throw failure;
    }),
    entity.quotes > 0 ? page.ask(['utterances'], {speaker: id, all: true, limit: page.limit}) : {items: [], next: null},
    loadStories(page, entity.stories),
  ]);
  return {entity, coverage, utterances, stories};
}

export function listens({entity}) {
  return [{topic: `entity:${entity.entityId}`}];
}

export function render({entity, coverage, utterances, stories}, page) {
  const others = entity.variants.filter((variant) => variant !== entity.name);
  return {
    title: entity.name,
    nodes: [
      heading(entity.name),
      facts(symbol('type', entity.type), t('articles', {n: entity.articles}), t('mentionsCount', {n: entity.mentions}),
          t('quotesCount', {n: entity.quotes}), grown(page.growth(`entity:${entity.entityId}`)),
          span(t('first'), ' ', moment(entity.firstObservedAt))),
      others.length > 0 ? h('p', {class: 'small'}, t('names.variants'), ': ', foreign(cut(others.join(', '), 600))) : null,
      coverage ? section(t('story.volume'), volume(t('story.volume'), coverage.hours)) : null,
      utterances.items.length > 0 ? section(t('names.quotes'),
          h('ul', {class: 'quotes cards'}, utterances.items.map(quoteLine)), more(utterances, page)) : null,
      section(t('topic.outlets'), outletsOf(entity)),
      entity.companions.length > 0 ? section(t('names.companions'), named(entity.companions)) : null,
      section(t('names.stories'), storyList(stories)),
    ],
  };
}
