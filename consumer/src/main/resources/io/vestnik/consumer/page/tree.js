// SPDX-License-Identifier: Apache-2.0
// Copies and derivations of the articles of a story as a tree.

import {h} from './dom.js';
import {article, join, moment, outlet} from './parts.js';
import {percent, symbol, t} from './words.js';

/**
 * @param {object[]} articles ArticleViews of one story
 * @returns {Node} nested lists
 */
export function tree(articles) {
  const byId = new Map(articles.map((one) => [one.articleId, one]));
  const children = new Map();
  const roots = [];
  articles.forEach((one) => {
    const parent = parentOf(one, byId);
    if (parent === null) {
      roots.push(one);
    } else {
      children.set(parent, [...(children.get(parent) ?? []), one]);
    }
  });
  return level(roots, children, byId);
}

/**
 * The article beneath which one stands: its original, else the earlier one that most of its text stands in. As a parent
 * comes before its child, no article stands beneath itself; the original of a copy is the first of its group.
 */
function parentOf(one, byId) {
  if (one.copyOf && byId.has(one.copyOf) && one.copyOf !== one.articleId) {
    return one.copyOf;
  }
  const from = one.derivedFrom.find(({articleId}) => byId.has(articleId) && before(byId.get(articleId), one));
  return from?.articleId ?? null;
}

/** The order of articles: (firstObservedAt, articleId). */
function before(a, b) {
  const difference = Date.parse(a.firstObservedAt) - Date.parse(b.firstObservedAt);
  return difference < 0 || (difference === 0 && a.articleId < b.articleId);
}

function level(articles, children, byId) {
  return h('ul', {class: 'tree'}, articles.map((one) => h('li', {'data-key': one.articleId},
      h('p', null, article(one.articleId, one.title), relation(one, byId)),
      h('p', {class: 'small'}, outlet(one.outlet), ' · ', moment(one.firstObservedAt)),
      also(one, byId),
      children.has(one.articleId) ? level(children.get(one.articleId), children, byId) : null)));
}

function relation(one, byId) {
  const parent = parentOf(one, byId);
  if (parent === null) {
    return null;
  }
  if (parent === one.copyOf) {
    return h('span', {class: 'tag copy'},
        `${t('relation.copy')}: ${symbol('copy', one.copyKind)}, ${percent(one.copyShare ?? 0, 1000)}`);
  }
  const from = one.derivedFrom.find(({articleId}) => articleId === parent);
  return h('span', {class: 'tag'}, t('relation.derived', {share: percent(from.share, 1000)}));
}

/** What else it was written from. */
function also(one, byId) {
  const parent = parentOf(one, byId);
  const others = one.derivedFrom.filter(({articleId}) => articleId !== parent);
  return others.length === 0 ? null : h('p', {class: 'small'}, t('relation.also'), ' ', join(others.map((from) =>
    h('span', null, article(from.articleId, byId.get(from.articleId)?.title), ` ${percent(from.share, 1000)}`))));
}
