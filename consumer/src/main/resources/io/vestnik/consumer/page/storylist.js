// SPDX-License-Identifier: Apache-2.0
// Stories by their ids, as the views of topics hold them.

import {Refusal} from './api.js';
import {h} from './dom.js';
import {title} from './parts.js';
import {href} from './route.js';
import {t} from './words.js';

/** Stories whose titles are asked for; a topic may hold 200. */
const MOST = 20;

/**
 * Asks for the first stories of a topic.
 *
 * @param {object} page
 * @param {string[]} ids
 */
export async function loadStories(page, ids) {
  const stories = await Promise.all(ids.slice(0, MOST).map((id) => page.ask(['stories', id]).catch((failure) => {
    if (failure instanceof Refusal && failure.status === 404) {
      return null; // taken back between the two questions
    }
    throw failure;
  })));
  return {stories: stories.filter(Boolean).sort((a, b) => b.articles - a.articles), left: Math.max(0, ids.length - MOST)};
}

/** @param {{stories: object[], left: number}} loaded */
export function storyList({stories, left}) {
  return [
    h('ul', {class: 'plain'}, stories.map((story) => h('li', {'data-key': story.story},
        h('a', {href: href(['story', story.story])}, title(story.title)), ` – ${t('articles', {n: story.articles})}`))),
    left > 0 ? h('p', {class: 'small'}, `+${left}`) : null,
  ];
}
