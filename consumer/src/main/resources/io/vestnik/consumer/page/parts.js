// SPDX-License-Identifier: Apache-2.0
// What several views show in the same way.

import {bar} from './charts.js';
import {h} from './dom.js';
import {href} from './route.js';
import {claimed, count, percent, symbol, t, time} from './words.js';

/** Longest text of an article in a list, in code points. */
const LINE = 240;
/** Rows of a topic that its coverage keeps at most: Coverage.avsc. */
const MOST_OUTLETS = 50;
const MOST_SPEAKERS = 20;
const MOST_NAMED = 20;
const SEGMENTS = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** Text of an article, in its own direction and apart from the words around it. */
export function foreign(text, tag = 'bdi') {
  return h(tag, {dir: 'auto'}, text);
}

/** At most so many characters as readers see them, so that no emoji and no accent is cut through. */
export function cut(text, most = LINE) {
  if (text.length <= most) {
    return text;
  }
  let kept = '';
  let n = 0;
  // Only the beginning is segmented: a title may have 10,000 characters.
  for (const {segment} of SEGMENTS.segment(text.slice(0, most * 8))) {
    if (++n > most) {
      return `${kept.trimEnd()}…`;
    }
    kept += segment;
  }
  return kept === text ? text : `${kept}…`;
}

/** A title in a list. */
export function title(text) {
  return text ? foreign(cut(text)) : t('untitled');
}

/** The heading of a view, with what is too long for it folded below. */
export function heading(text) {
  const shown = text || t('untitled');
  const short = cut(shown);
  return [
    h('h1', {tabindex: '-1', dir: 'auto'}, short),
    short === shown ? null : h('details', {class: 'whole'},
        h('summary', null, t('all')), h('p', {dir: 'auto'}, shown)),
  ];
}

/** A moment in the reader's zone. */
export function moment(iso) {
  return h('time', {datetime: iso, title: iso}, time(iso));
}

/** A claimed time: a string in lists, a record with its precision in the view of an article. */
export function claim(value) {
  const at = typeof value === 'string' ? value : value?.at;
  return at ? h('time', {datetime: at, title: at}, claimed(at, value.precision)) : t('unknown');
}

/** The name of an article's outlet: a string in lists, a record in the view of an article. */
export function outletName(outlet) {
  return outlet?.name ?? (typeof outlet === 'string' ? outlet : null);
}

/** An outlet, which leads to its coverage. */
export function outlet(value) {
  const name = outletName(value);
  return name ? h('a', {href: href(['topic', 'outlet', name])}, foreign(cut(name, 80))) : t('unknown');
}

/** A speaker, who leads to the entity where there is one. */
export function speaker(name, entity) {
  const shown = name ? foreign(cut(name, 120)) : t('quote.nobody');
  return entity ? h('a', {href: href(['name', entity])}, shown) : shown;
}

/** An article, which leads to its view. */
export function article(id, itsTitle) {
  return h('a', {href: href(['article', id])}, itsTitle ? title(itsTitle) : foreign(cut(id, 80)));
}

/** A link out of the page; null where the address is not one of the web: javascript: and data: never get here. */
export function outside(url, label) {
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  return parsed.protocol === 'https:' || parsed.protocol === 'http:'
    ? h('a', {href: parsed.href, rel: 'noopener noreferrer', target: '_blank'}, label, ' ', h('bdi', {class: 'host'}, parsed.host))
    : null;
}

/** Counts in a row. @param {...(string|Node|null|false)} facts */
export function facts(...all) {
  return h('ul', {class: 'facts'}, all.flat().filter(Boolean).map((fact) => h('li', null, fact)));
}

/** Words and nodes as one fact. */
export function span(...children) {
  return h('span', null, children);
}

/** Nodes in a row with a dot between them. @param {Node[]} nodes */
export function join(nodes) {
  return nodes.flatMap((node, i) => (i === 0 ? [node] : [' · ', node]));
}

/** What the articles of a topic are. */
export function totals(topic) {
  return [t('articles', {n: topic.articles}), topic.copies > 0 && t('originals', {n: topic.originals}),
    topic.copies > 0 && t('copies', {n: topic.copies}), t('quotesCount', {n: topic.quotes})];
}

/** How much a topic has grown since the view was opened. */
export function grown(n) {
  return n > 0 ? h('strong', {class: 'grown'}, t('grown', {n})) : null;
}

/** A section with its heading. */
export function section(name, ...children) {
  return h('section', null, h('h2', null, name), children);
}

/** A table that scrolls within itself where it is too wide. */
export function table(label, columns, rows) {
  return h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `${label}. ${t('table.scroll')}`},
      h('table', null,
          h('thead', null, h('tr', null, columns.map((column) => h(
              'th', {scope: 'col', class: column.number ? 'number' : null}, column.name)))),
          h('tbody', null, rows)));
}

/**
 * How a whole is shared out.
 *
 * @param {string} label
 * @param {string} who heading of the first column
 * @param {{who: Node|string, key: string, n: number}[]} rows
 * @param {string} what heading of the numbers
 */
export function shares(label, who, rows, what) {
  const whole = rows.reduce((all, row) => all + row.n, 0);
  return table(label, [{name: who}, {name: what, number: true}, {name: t('table.share'), number: true}, {name: ''}],
      rows.map((row) => h('tr', {'data-key': row.key},
          h('th', {scope: 'row'}, row.who),
          h('td', {class: 'number'}, count(row.n)),
          h('td', {class: 'number'}, percent(row.n, whole)),
          h('td', {class: 'bars'}, bar(row.n, whole)))));
}

/** Shares of outlets by articles. */
export function outletShares(outlets) {
  return shares(t('topic.outlets'), t('table.outlet'),
      outlets.map((one) => ({who: outlet(one.outlet), key: one.outlet, n: one.articles})), t('table.articles'));
}

/** Shares of speakers by quotes. */
export function speakerShares(speakers) {
  return shares(t('topic.speakers'), t('table.speaker'), speakers.map((one) => (
    {who: speaker(one.speaker, one.entityId), key: `${one.entityId} ${one.speaker}`, n: one.quotes})), t('table.quotes'));
}

/** Outlets of a topic, which keeps those of most articles. */
export function outletsOf({outlets}) {
  return [outletShares(outlets), outlets.length >= MOST_OUTLETS ? ended(outlets.length) : null];
}

/** Speakers of a topic, which keeps those of most quotes. */
export function speakersOf({speakers}) {
  return [speakerShares(speakers), speakers.length >= MOST_SPEAKERS ? ended(speakers.length) : null];
}

/** Entities of a topic, which keeps those that are named most, with how often they are, by kind. */
export function named(entities) {
  return [...['PER', 'ORG', 'LOC'].map((type) => {
    const some = entities.filter((entity) => entity.type === type);
    return some.length === 0 ? null : h('div', null, h('h3', null, symbol('types', type)),
        h('ul', {class: 'tags'}, some.map((entity) => h('li', {'data-key': entity.entityId},
            h('a', {href: href(['name', entity.entityId])}, foreign(cut(entity.name, 120))),
            ' ', h('span', {class: 'n'}, count(entity.mentions))))));
  }), entities.length >= MOST_NAMED ? ended(entities.length) : null];
}

/** Where there is nothing: why, and what to do. */
export function empty(text) {
  return h('p', {class: 'empty'}, text);
}

/** That a list goes on where this one ends. */
export function ended(n) {
  return h('p', {class: 'small'}, t('list.ended', {n}));
}

/** The end of a list: more of it, or that there is no more room. */
export function more(list, page) {
  if (!list.next) {
    return null;
  }
  return page.limit >= page.mostItems ? h('p', {class: 'empty'}, t('more.end', {n: page.limit}))
    : h('p', null, h('button', {type: 'button', 'data-key': 'more', onclick: () => page.more()}, t('more')));
}
