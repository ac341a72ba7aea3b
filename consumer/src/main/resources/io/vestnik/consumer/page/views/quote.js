// SPDX-License-Identifier: Apache-2.0
// One thing said: the best source on top, beneath it how each outlet carries it, with the words that differ.

import {h} from '../dom.js';
import {article, claim, cut, empty, facts, foreign, moment, outlet, section, speaker} from '../parts.js';
import {attribution, evidence, marked} from '../quotes.js';
import {href} from '../route.js';
import {symbol, t, time} from '../words.js';

export function load(page) {
  return page.ask(['utterances', page.route.args[0] ?? '']);
}

/** Updates tell of stories, entities and outlets; those of its speaker and its outlets come with every new rendering. */
export function listens(utterance) {
  const topics = utterance.outlets.slice(0, 50).map((name) => ({topic: `outlet:${name}`}));
  return utterance.speakerEntity ? [{topic: `entity:${utterance.speakerEntity}`}, ...topics] : [...topics, {kind: 'story'}];
}

export function render(utterance) {
  const [source, ...variants] = utterance.members;
  const who = utterance.speaker ?? t('quote.nobody');
  return {
    title: `${who}: ${cut(utterance.text, 60)}`,
    nodes: [
      h('h1', {tabindex: '-1'}, t('quote'), ': ', speaker(utterance.speaker, utterance.speakerEntity)),
      facts(t('articles', {n: utterance.articles}), t('outletsCount', {n: utterance.outlets.length}),
          h('span', null, t('quote.first'), ' ', article(utterance.firstObservedIn, titleOf(utterance)), ', ',
              moment(utterance.firstObservedAt)),
          utterance.firstClaimedAt && t('quote.claimed', {at: time(utterance.firstClaimedAt)})),
      conflicts(utterance),
      section(t('quote.source'), source
        ? h('div', {class: 'card source', id: 'source'}, h('blockquote', {dir: 'auto'}, source.text), from(source))
        : h('blockquote', {dir: 'auto'}, utterance.text)),
      section(t('quote.variants'), variants.length === 0 ? empty(t('quote.variants.none')) : [
        h('p', {class: 'small'}, t('quote.words')),
        h('ol', {class: 'cards', id: 'variants'}, variants.map((member) =>
          h('li', {class: 'card', 'data-key': `${member.articleId} ${member.begin}`},
              h('h3', null, outlet(member.outlet), ' ',
                  h('span', {class: `tag variant ${member.variant.toLowerCase()}`}, symbol('variant', member.variant))),
              marked(member), from(member)))),
      ]),
    ],
  };
}

/** Which article a rendering is from, where in it, and who says it there. */
function from(member) {
  return [
    h('p', null, article(member.articleId, member.title)),
    facts(symbol('kind', member.quoteKind), moment(member.firstObservedAt),
        member.claimedAt && h('span', null, t('claims'), ' ', claim(member.claimedAt)),
        h('span', {class: 'offsets'}, `${t('article.spans')} ${member.begin}–${member.end}`),
        member.speaker && foreign(cut(member.speaker, 120)),
        attribution(member), evidence(member.evidence)),
  ];
}

/** Disagreement is shown, never voted away. */
function conflicts(utterance) {
  return utterance.conflicts.length === 0 ? null : h('section', {class: 'problem', id: 'conflicts'},
      h('h2', null, t('quote.conflict')),
      h('ul', null, utterance.conflicts.map((conflict) => h('li', {'data-key': `${conflict.articleId} ${conflict.begin}`},
          speaker(conflict.speaker ?? t('unknown'), conflict.speakerEntity), ' – ',
          article(conflict.articleId, null), ' – ',
          h('a', {href: href(['quote', conflict.utteranceId])}, t('quote.conflict.see'))))));
}

function titleOf(utterance) {
  return utterance.members.find((member) => member.articleId === utterance.firstObservedIn)?.title;
}
