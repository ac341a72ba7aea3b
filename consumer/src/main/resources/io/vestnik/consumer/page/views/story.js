// SPDX-License-Identifier: Apache-2.0
// A story: its articles in time, who carries it, who credits whom, what was copied and derived, who is named and quoted.

import {volume} from '../charts.js';
import {credits} from '../credits.js';
import {h} from '../dom.js';
import {article, claim, cut, empty, ended, facts, foreign, grown, heading, moment, named, outlet, outletsOf, section, span,
  speaker, totals} from '../parts.js';
import {quoteLine} from '../quotes.js';
import {href} from '../route.js';
import {tree} from '../tree.js';
import {symbol, t} from '../words.js';

const MOST_ARTICLES = 1000;
const MOST_QUOTES = 200;
/** Quotes of one speaker that stand open; the others are folded. */
const OPEN_QUOTES = 3;

export async function load(page) {
  const story = await page.ask(['stories', page.route.args[0] ?? '']);
  // The id of any article's story leads here; the answers below want the one that it leads to.
  const [articles, utterances] = await Promise.all([
    page.ask(['articles'], {story: story.story, limit: MOST_ARTICLES}),
    page.ask(['utterances'], {story: story.story, limit: MOST_QUOTES}),
  ]);
  return {story, articles: articles.items, utterances};
}

export function listens({story}) {
  return [{topic: `story:${story.story}`}];
}

export function render({story, articles, utterances}, page) {
  const members = [...articles].sort((a, b) => Date.parse(a.firstObservedAt) - Date.parse(b.firstObservedAt)
    || (a.articleId < b.articleId ? -1 : 1));
  return {
    title: story.title || t('story'),
    nodes: [
      heading(story.title),
      facts(totals(story), t('outletsCount', {n: story.outlets.length}), grown(page.growth(`story:${story.story}`)),
          span(t('first'), ' ', moment(story.firstObservedAt)), span(t('last'), ' ', moment(story.lastObservedAt))),
      section(t('story.volume'), volume(t('story.volume'), story.hours ?? [])),
      section(t('story.timeline'), timeline(members),
          members.length < story.articles ? empty(t('story.members.cut', {n: members.length})) : null),
      section(t('outlets'), outletsOf(story)),
      section(t('story.credits'), credits(members)),
      section(t('story.tree'), h('p', {class: 'small'}, t('story.tree.note')), tree(members)),
      section(t('story.said'), said(members, utterances)),
      section(t('story.named'), named(story.entities)),
    ],
  };
}

function timeline(articles) {
  return h('ol', {class: 'timeline', id: 'timeline'}, articles.map((one) => h('li', {'data-key': one.articleId},
      h('p', {class: 'small'}, moment(one.firstObservedAt), ' · ', outlet(one.outlet),
          one.claimedAt ? [' · ', t('claims'), ' ', claim(one.claimedAt)] : null,
          one.copyOf ? [' · ', h('span', {class: 'tag copy'}, symbol('copy', one.copyKind))] : null),
      h('p', {class: 'clamp'}, article(one.articleId, one.title)))));
}

/** What several articles carry, then all quotes by their speaker. */
function said(articles, utterances) {
  const speakers = new Map();
  articles.filter((one) => !one.copyOf).forEach((one) => one.quotes.forEach((quote) => {
    const key = quote.speakerEntity ?? quote.speaker ?? '';
    const who = speakers.get(key) ?? {name: quote.speaker, entity: quote.speakerEntity, quotes: []};
    // The fullest name that an article gives stands above.
    who.name = (quote.speaker ?? '').length > (who.name ?? '').length ? quote.speaker : who.name;
    who.quotes.push({quote, one});
    speakers.set(key, who);
  }));
  if (speakers.size === 0) {
    return empty(t('story.said.none'));
  }
  // Those whom nobody is known to have said come last.
  const all = [...speakers].sort(([a, x], [b, y]) => (a === '') - (b === '') || y.quotes.length - x.quotes.length);
  return [
    utterances.items.length === 0 ? null : [h('h3', null, t('story.said.carried')),
      h('ul', {class: 'quotes'}, utterances.items.map(quoteLine)),
      utterances.next ? ended(utterances.items.length) : null],
    all.map(([key, {name, entity, quotes}]) => h('div', {'data-key': key},
        h('h3', null, speaker(name, entity), ' ', h('span', {class: 'n'}, t('quotesCount', {n: quotes.length}))),
        h('ul', {class: 'quotes'}, quotes.slice(0, OPEN_QUOTES).map(line)),
        quotes.length > OPEN_QUOTES ? h('details', null, h('summary', null, t('more')),
            h('ul', {class: 'quotes'}, quotes.slice(OPEN_QUOTES).map(line))) : null)),
  ];
}

function line({quote, one}) {
  return h('li', {'data-key': `${one.articleId} ${quote.begin}`},
      h('blockquote', {dir: 'auto'}, cut(quote.text, 600)),
      h('p', {class: 'small'}, symbol('kind', quote.kind), ' · ', outlet(one.outlet), ' · ',
          h('a', {href: href(['article', one.articleId])}, foreign(cut(one.title ?? one.articleId, 100)))));
}
