// SPDX-License-Identifier: Apache-2.0
// What was found by words.

import {h} from '../dom.js';
import {cut, empty, foreign, more, section} from '../parts.js';
import {href} from '../route.js';
import {symbol, t} from '../words.js';

/** Kinds of what is found, and the views that show them. */
const VIEWS = {story: 'story', article: 'article', utterance: 'quote', entity: 'name'};

export async function load(page) {
  const q = page.route.params.get('q') ?? '';
  return q === '' ? {items: [], next: null} : page.ask(['search'], {q, limit: page.limit});
}

export function render(list, page) {
  const q = page.route.params.get('q') ?? '';
  const title = q === '' ? t('search') : t('search.found', {q: cut(q, 80)});
  // Grouped by kind, the kinds in the order of their best find.
  const kinds = [...new Set(list.items.map((item) => item.kind))];
  return {
    title,
    nodes: [
      h('h1', {tabindex: '-1', dir: 'auto'}, title),
      q === '' ? empty(t('search.hint')) : null,
      q !== '' && list.items.length === 0 ? empty(t('search.none', {q: cut(q, 80)})) : null,
      kinds.map((kind) => section(symbol('search.kind', kind), h('ul', {class: 'plain found'},
          list.items.filter((item) => item.kind === kind).map((item) => h('li', {'data-key': item.id},
              h('a', {href: href([VIEWS[kind] ?? 'missing', item.id])}, foreign(cut(item.title || item.id))),
              item.snippet.text !== item.title ? h('p', {class: 'small', dir: 'auto'}, marked(item.snippet)) : null))))),
      more(list, page),
    ],
  };
}

/** A stretch of text with what was looked for. Matches are counted in code points. */
function marked({text, matches}) {
  const points = Array.from(text);
  const words = (begin, end) => points.slice(begin, end).join('');
  let done = 0;
  const nodes = matches.flatMap(({begin, end}) => {
    const before = words(done, begin);
    done = end;
    return [before, h('mark', null, words(begin, end))];
  });
  return [...nodes, words(done)];
}
