// SPDX-License-Identifier: Apache-2.0
// Who names whom as the source: outlets one beneath the other, and an arc from each to those that it credits. The table
// beneath says the same, with the words of the articles.

import {h, patchChildren, svg} from './dom.js';
import {article, cut, empty, foreign, outlet, outletName, table} from './parts.js';
import {count, t} from './words.js';

/** Outlets that are drawn: more arcs than these need cannot be told apart. */
const MOST_OUTLETS = 30;
/** Articles of a pair that stand open; the others are folded. */
const OPEN_ARTICLES = 3;
/** Measures of the drawing, in its own units: 16 of them are 1rem, as page.css has the rows. */
const ROW = 32;
const WIDTH = 184;
const START = 12;
const TIP = 9;
const NEAREST = 44;
const FARTHEST = 168;
/** How much farther out an arc that leads down is, so that it does not lie on the one that leads back up. */
const APART = 12;

/**
 * @typedef {{by: string|null, whom: string, where: Map<string, {one: object, credit: object}>}} Pair an outlet, null when
 *     its article names none, whom it credits, and the articles in which it does
 * @typedef {{name: string|null, credited: number, credits: number}} Outlet articles that name it, and articles of its own
 *     that name others
 */

/** @param {object[]} articles ArticleViews of one story @returns {Pair[]} those of most articles first */
export function pairs(articles) {
  const all = new Map();
  articles.forEach((one) => one.credits.forEach((credit) => {
    const by = outletName(one.outlet);
    const key = JSON.stringify([by, credit.outlet]);
    const pair = all.get(key) ?? {by, whom: credit.outlet, where: new Map()};
    if (!pair.where.has(one.articleId)) {
      pair.where.set(one.articleId, {one, credit});
    }
    all.set(key, pair);
  }));
  return [...all.values()].sort((a, b) => b.where.size - a.where.size
    || compare(a.whom, b.whom) || compare(a.by ?? '', b.by ?? ''));
}

/**
 * The outlets of the pairs, those that are credited most first; where there are too many, those that the most articles
 * concern, and the pairs among them.
 *
 * @param {Pair[]} all
 * @returns {{outlets: Outlet[], edges: {from: number, to: number, n: number}[], left: number}} edges by the places of the
 *     outlets; `left` are the outlets that are not drawn
 */
export function layout(all) {
  const byName = new Map();
  const touch = (name) => {
    byName.set(name, byName.get(name) ?? {name, credited: 0, credits: 0});
    return byName.get(name);
  };
  all.forEach(({by, whom, where}) => {
    touch(by).credits += where.size;
    touch(whom).credited += where.size;
  });
  const drawn = [...byName.values()]
      .sort((a, b) => b.credited + b.credits - a.credited - a.credits || compare(a.name ?? '', b.name ?? ''))
      .slice(0, MOST_OUTLETS);
  const outlets = drawn.sort((a, b) => b.credited - a.credited || b.credits - a.credits
    || compare(a.name ?? '', b.name ?? ''));
  const places = new Map(outlets.map((one, i) => [one.name, i]));
  const edges = all.filter(({by, whom}) => places.has(by) && places.has(whom))
      .map(({by, whom, where}) => ({from: places.get(by), to: places.get(whom), n: where.size}));
  return {outlets, edges, left: byName.size - outlets.length};
}

function compare(a, b) {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The drawing; what it draws is its property `data`, as {@link layout} gives it. */
class CreditGraph extends HTMLElement {
  #graph = null;

  constructor() {
    super();
    ['focusin', 'pointerover'].forEach((event) => this.addEventListener(event, ({target}) => this.#choose(target)));
    ['focusout', 'pointerleave'].forEach((event) => this.addEventListener(event, () => this.#choose(document.activeElement)));
  }

  set data(value) {
    this.#graph = value;
    if (this.isConnected) {
      this.#draw();
    }
  }

  get data() {
    return this.#graph;
  }

  connectedCallback() {
    this.#draw();
  }

  #draw() {
    if (this.#graph) {
      patchChildren(this, [rows(this.#graph), arcs(this.#graph)]);
      this.#choose(document.activeElement);
    }
  }

  /** Brings out the arcs of the outlet that is pointed at or has the focus. */
  #choose(target) {
    const row = this.contains(target) ? target.closest('li') : null;
    const place = row ? [...row.parentNode.children].indexOf(row) : -1;
    this.classList.toggle('chosen', place >= 0);
    this.querySelectorAll('.edge').forEach((edge) =>
      edge.classList.toggle('chosen', place >= 0 && edge.dataset.ends.split(' ').includes(String(place))));
  }
}

customElements.define('credit-graph', CreditGraph);

function rows({outlets}) {
  return h('ol', {'aria-label': t('story.credits.outlets')}, outlets.map((one) =>
    h('li', {'data-key': JSON.stringify(one.name)}, outlet(one.name))));
}

function arcs({outlets, edges}) {
  const height = outlets.length * ROW;
  // Lengths in rem, so that arcs and rows grow together with the reader's letters.
  return svg('svg', {viewBox: `0 0 ${WIDTH} ${height}`, width: `${WIDTH / 16}rem`, height: `${height / 16}rem`,
    'aria-hidden': 'true', focusable: 'false'},
  edges.map((edge) => arc(edge, outlets)),
  outlets.map((one, i) => svg('circle', {'data-key': `outlet ${i}`, cx: START / 2, cy: middle(i), r: one.credited > 0 ? 5 : 3,
    class: one.credited > 0 ? 'credited' : null})));
}

function arc({from, to, n}, outlets) {
  const far = Math.max(1, outlets.length - 1);
  const top = from === to ? middle(from) - ROW / 4 : middle(from);
  const end = from === to ? middle(to) + ROW / 4 : middle(to);
  const out = NEAREST + (FARTHEST - NEAREST - APART) * (Math.abs(from - to) / far) + (to > from ? APART : 0);
  // The farthest point of a curve whose two control points lie as far out as each other is three quarters of the way.
  const control = START + TIP + (out - START - TIP) / 0.75;
  return svg('g', {class: 'edge', 'data-key': `${from} ${to}`, 'data-ends': `${from} ${to}`},
      svg('path', {d: `M${START} ${top}C${control} ${top} ${control} ${end} ${START + TIP} ${end}`,
        'stroke-width': Math.min(6, 1.5 + Math.log2(n))}),
      svg('path', {class: 'tip', d: `M${START} ${end}l${TIP} -5v10z`}),
      svg('text', {x: out, y: (top + end) / 2, 'text-anchor': 'middle', 'dominant-baseline': 'central'}, count(n)));
}

function middle(row) {
  return row * ROW + ROW / 2;
}

/** @param {object[]} articles ArticleViews of one story */
export function credits(articles) {
  const all = pairs(articles);
  if (all.length === 0) {
    return empty(t('story.credits.none'));
  }
  const graph = layout(all);
  return [
    h('figure', {class: 'credits'},
        h('credit-graph', {data: graph}),
        h('figcaption', null, t('story.credits.note'),
            graph.left > 0 ? [' ', t('story.credits.left', {n: graph.outlets.length})] : null)),
    table(t('story.credits'),
        [{name: t('story.credits.by')}, {name: t('story.credits.whom')}, {name: t('table.articles'), number: true},
          {name: t('story.credits.where')}],
        all.map(({by, whom, where}) => h('tr', {'data-key': JSON.stringify([by, whom])},
            h('th', {scope: 'row'}, outlet(by)),
            h('td', null, outlet(whom)),
            h('td', {class: 'number'}, count(where.size)),
            h('td', null, words([...where.values()]))))),
  ];
}

/** What the articles say that credits. */
function words(where) {
  const list = (some) => h('ul', {class: 'plain'}, some.map(({one, credit}) => h('li', {'data-key': one.articleId},
      foreign(`«${cut(credit.text, 120)}»`, 'q'), ' – ', article(one.articleId, one.title))));
  return [
    list(where.slice(0, OPEN_ARTICLES)),
    where.length > OPEN_ARTICLES ? h('details', null, h('summary', null, t('more')), list(where.slice(OPEN_ARTICLES))) : null,
  ];
}
