// SPDX-License-Identifier: Apache-2.0
// The coverage of a theme, an outlet or a watch: volume over time, shares, names, stories.

import {volume} from '../charts.js';
import {h} from '../dom.js';
import {empty, facts, grown, heading, moment, named, outletsOf, section, span, speakersOf, totals} from '../parts.js';
import {spike} from '../spikes.js';
import {loadStories, storyList} from '../storylist.js';
import {symbol, t} from '../words.js';

export async function load(page) {
  const [kind = '', id = ''] = page.route.args;
  const topic = await page.ask(['topics', kind, id, 'coverage']);
  return {topic, stories: await loadStories(page, topic.stories)};
}

export function listens({topic}) {
  return [{topic: topic.topic}];
}

export function render({topic, stories}, page) {
  return {
    title: `${symbol('kinds', topic.kind)}: ${topic.name}`,
    nodes: [
      h('p', {class: 'small'}, symbol('kinds', topic.kind)),
      heading(topic.name),
      facts(totals(topic), grown(page.growth(topic.topic)),
          topic.kind === 'WATCH' && spike(topic),
          span(t('first'), ' ', moment(topic.firstObservedAt)), span(t('last'), ' ', moment(topic.lastObservedAt))),
      topic.kind === 'WATCH' && page.route.params.get('asOf') ? empty(t('watches.now')) : null,
      section(t('story.volume'), volume(t('story.volume'), topic.hours)),
      topic.kind === 'OUTLET' || topic.outlets.length === 0 ? null
        : section(t('topic.outlets'), outletsOf(topic)),
      topic.speakers.length > 0 ? section(t('topic.speakers'), speakersOf(topic)) : null,
      topic.entities.length > 0 ? section(t('story.named'), named(topic.entities)) : null,
      section(t('topic.stories'), storyList(stories)),
    ],
  };
}
