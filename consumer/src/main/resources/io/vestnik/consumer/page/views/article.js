// SPDX-License-Identifier: Apache-2.0
// An article: why it stands where it stands, with the evidence, and what it says.

import {Refusal} from '../api.js';
import {h} from '../dom.js';
import {article, claim, cut, empty, facts, foreign, heading, moment, outlet, outside, section, speaker} from '../parts.js';
import {evidence} from '../quotes.js';
import {href} from '../route.js';
import {count, percent, symbol, t} from '../words.js';

/** Other articles whose titles are looked up. */
const MOST_TITLES = 12;
const MOST_QUOTES = 1000;
const FIRST_SPANS = 6;

export async function load(page) {
  const one = await page.ask(['articles', page.route.args[0] ?? '']);
  const others = [...new Set([one.copyOf, ...one.derivedFrom.map((from) => from.articleId),
    ...one.storyLinks.map((link) => link.articleId),
    ...(one.corrections ?? []).map((said) => said.articleId)].filter(Boolean))].slice(0, MOST_TITLES);
  const [utterances, ...found] = await Promise.all([
    page.ask(['utterances'], {article: one.articleId, all: true, limit: MOST_QUOTES}),
    ...others.map((id) => page.ask(['articles', id]).catch(unlessGone)),
  ]);
  return {one, utterances: utterances.items, titles: new Map(others.map((id, i) => [id, found[i]?.title]))};
}

/** One of the others may have been retracted meanwhile; its id is shown then. */
function unlessGone(failure) {
  if (failure instanceof Refusal && failure.status === 404) {
    return null;
  }
  throw failure;
}

export function listens({one}) {
  return [{topic: `story:${one.story}`}];
}

export function render({one, utterances, titles}) {
  const original = one.url && outside(one.url, t('article.original'));
  return {
    title: one.title || t('article'),
    nodes: [
      heading(one.title),
      facts(outlet(one.outlet), h('span', null, t('observed'), ' ', moment(one.firstObservedAt)),
          one.claimedAt && h('span', null, t('claims'), ' ', claim(one.claimedAt)),
          h('span', null, t('filter.language'), ' ', one.language),
          h('a', {href: href(['story', one.story])}, t('story'))),
      original ? h('p', null, original) : null,
      section(t('article.why'), why(one, titles)),
      section(t('article.quotes'), quotes(one, utterances)),
      section(t('article.mentions'), mentions(one)),
      h('p', {class: 'small'}, t('article.version'), ' ', h('code', null, one.contentHash)),
    ],
  };
}

function why(one, titles) {
  const reasons = [
    one.late ? [t('article.late'), null] : null,
    one.copyOf ? [t('article.copyOf'), [article(one.copyOf, titles.get(one.copyOf)), ' ',
      h('span', {class: 'tag copy'}, `${symbol('copy', one.copyKind)}, ${percent(one.copyShare ?? 0, 1000)}`)]] : null,
    one.derivedFrom.length > 0 ? [t('article.derivedFrom'), list(one.derivedFrom.map((from) => [
      article(from.articleId, titles.get(from.articleId)), ` – ${t('article.derived.share', {share: percent(from.share, 1000)})}`,
      spans(from.spans)]))] : null,
    one.credits.length > 0 ? [t('article.credits'), list(one.credits.map((credit) => [
      outlet(credit.outlet), ' – ', foreign(`«${cut(credit.text, 200)}»`), offsets(credit)]))] : null,
    one.storyLinks.length > 0 ? [t('article.like'), list(one.storyLinks.map((link) => [
      article(link.articleId, titles.get(link.articleId)),
      link.correction ? [' – ', h('strong', {class: 'corrected'}, t('article.corrected', {id: link.correction}))]
        : ` – ${t('article.like.share', {share: percent(link.similarity, 1000)})}`,
      link.shared.length > 0 ? [', ', t('article.shared'), ': ', foreign(link.shared.join(', '))] : null]))] : null,
    one.corrections?.length > 0 ? [t('article.corrections'), list(one.corrections.map((said) => correction(said, titles)))] : null,
    one.theme ? [t('article.theme'), [h('a', {href: href(['topic', 'theme', one.theme])}, one.theme),
      one.themeTerms.length > 0 ? [' – ', t('article.theme.terms'), ' ', foreign(one.themeTerms.join(', '))] : null]] : null,
    one.thread && one.thread !== one.story
      ? [t('article.thread'), h('a', {href: href(['story', one.thread])}, one.thread)] : null,
  ].filter(Boolean);
  const related = one.copyOf || one.derivedFrom.length > 0 || one.storyLinks.length > 0 || one.late;
  return [
    related ? null : empty(t('article.alone')),
    h('dl', {class: 'reasons'}, reasons.map(([name, what]) => h('div', null, h('dt', null, name), what && h('dd', null, what)))),
  ];
}

/** What a person has said of this article and another one. @param {object} one PairCorrection */
function correction(one, titles) {
  return [symbol('correction', one.kind), ' ', article(one.articleId, titles.get(one.articleId)), ' – ',
    h('strong', {class: 'corrected'}, t('article.corrected', {id: one.correction}))];
}

function quotes(one, utterances) {
  if (one.quotes.length === 0) {
    return empty(t('article.quotes.none'));
  }
  return h('ol', {class: 'quotes'}, one.quotes.map((quote) => {
    const utterance = utterances.find((other) => other.members.some((member) => member.articleId === one.articleId
      && member.begin < quote.end && quote.begin < member.end));
    return h('li', {'data-key': quote.begin},
        h('blockquote', {dir: 'auto'}, cut(quote.text, 1000)),
        h('p', null, speaker(quote.speaker, quote.speakerEntity)),
        facts(symbol('kind', quote.kind), offsets(quote),
            quote.mention && h('span', null, t('quote.as'), ' ', foreign(`«${cut(quote.mention, 160)}»`)),
            quote.cue && h('span', null, t('article.cue'), ' ', foreign(`«${cut(quote.cue, 60)}»`)),
            evidence(quote.evidence),
            utterance?.articles > 1 && h('a', {href: href(['quote', utterance.utteranceId])}, t('article.variants'))));
  }));
}

/** Names with the places where they stand. */
function mentions(one) {
  const entities = new Map();
  one.mentions.forEach((mention) => {
    entities.set(mention.entityId, [...(entities.get(mention.entityId) ?? []), mention]);
  });
  if (entities.size === 0) {
    return empty(t('article.mentions.none'));
  }
  return h('ul', {class: 'plain'}, [...entities].map(([id, places]) => h('li', {'data-key': id},
      places[0].generic ? foreign(places[0].name) : h('a', {href: href(['name', id])}, foreign(cut(places[0].name, 120))),
      ` – ${symbol('type', places[0].type)}, `, t('mentionsCount', {n: places.length}), ' ', spans(places))));
}

function offsets({begin, end}) {
  return h('span', {class: 'offsets'}, ` ${t('article.spans')} ${begin}–${end}`);
}

function spans(all) {
  if (all.length === 0) {
    return null;
  }
  const shown = all.slice(0, FIRST_SPANS).map(({begin, end}) => `${begin}–${end}`).join(', ');
  const left = all.length - FIRST_SPANS;
  return h('span', {class: 'offsets'}, ` ${t('article.spans')} ${shown}${left > 0 ? ` +${count(left)}` : ''}`);
}

function list(items) {
  return h('ul', {class: 'plain'}, items.map((item) => h('li', null, item)));
}
