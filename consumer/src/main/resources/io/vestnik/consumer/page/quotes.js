// SPDX-License-Identifier: Apache-2.0
// Utterances: in a list, and word by word against the best source.

import {h} from './dom.js';
import {cut, facts, foreign, join, moment, outlet, speaker} from './parts.js';
import {href} from './route.js';
import {symbol, t} from './words.js';

/** An utterance in a list. @param {object} utterance UtteranceView */
export function quoteLine(utterance) {
  return h('li', {'data-key': utterance.utteranceId},
      h('blockquote', {dir: 'auto'}, h('a', {href: href(['quote', utterance.utteranceId]), class: 'clamp'},
          cut(utterance.text, 400))),
      h('p', null, speaker(utterance.speaker, utterance.speakerEntity)),
      facts(t('articles', {n: utterance.articles}), variants(utterance.members ?? []),
          h('span', null, t('first'), ' ', moment(utterance.firstObservedAt)),
          utterance.conflicts.length > 0 && h('strong', {class: 'warn'}, t('quote.conflict'))),
      utterance.outlets.length > 0 ? h('p', {class: 'small'}, join(utterance.outlets.slice(0, 6).map(outlet))) : null);
}

/** Which kinds of renderings there are besides the best source. */
function variants(members) {
  const kinds = new Set(members.slice(1).map((member) => member.variant));
  return kinds.size > 0 && [...kinds].map((kind) => symbol('variant', kind)).join(', ');
}

/**
 * The words of a rendering, with those marked that differ from the best source. Marks are told to screen readers too,
 * which say nothing of ins and del by themselves.
 *
 * @param {object} member UtteranceMember; a diff without pieces means the same words
 */
export function marked(member) {
  if (member.diff.length === 0) {
    return h('blockquote', {dir: 'auto'}, member.text);
  }
  return h('blockquote', {dir: 'auto', class: 'diff'}, member.diff.map((piece, i) => [i > 0 ? ' ' : null, words(piece)]));
}

function words({op, text}) {
  switch (op) {
    case 'ADDED':
      return h('ins', null, h('span', {class: 'unseen'}, t('quote.added')), text);
    case 'REMOVED':
      return h('del', null, h('span', {class: 'unseen'}, t('quote.removed')), text);
    default:
      return h('span', null, text);
  }
}

/** To whom a rendering gives the words: as the article says, and the name that follows from it. */
export function attribution(member) {
  return [
    member.mention ? h('span', null, t('quote.as'), ' ', foreign(`«${cut(member.mention, 160)}»`)) : null,
    member.cue ? h('span', null, t('article.cue'), ' ', foreign(`«${cut(member.cue, 60)}»`)) : null,
  ];
}

/** The rule that gave a quote its speaker, or the correction by which a person did. @param {string} evidence */
export function evidence(value) {
  if (!value) {
    return null;
  }
  return value.startsWith('correction:')
    ? h('strong', {class: 'corrected'}, t('article.corrected', {id: value.slice('correction:'.length)}))
    : h('span', null, t('article.evidence'), ' ', h('code', null, value));
}
