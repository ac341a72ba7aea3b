// SPDX-License-Identifier: Apache-2.0
// Share of voice: which outlets speak, who is let speak, and whom each outlet names among those compared.

import {bar} from '../charts.js';
import {h} from '../dom.js';
import {cut, empty, ended, foreign, outlet, outletShares, section, shares, speakerShares, table} from '../parts.js';
import {href} from '../route.js';
import {count, percent, t} from '../words.js';

/** Names that are compared: more do not fit beside each other. */
const NAMES = 8;
/** Of each kind: some that many articles name are of no outlet that is known. */
const CANDIDATES = 50;
const MOST = 30;
const MOST_SPEAKERS = 20;

export async function load(page) {
  const [outlets, themes, speakers, persons, organizations] = await Promise.all([
    page.ask(['topics'], {kind: 'outlet', limit: MOST}),
    page.ask(['topics'], {kind: 'theme', limit: MOST}),
    page.ask(['entities'], {sort: 'quotes', limit: MOST_SPEAKERS}),
    page.ask(['entities'], {type: 'PER', limit: CANDIDATES}),
    page.ask(['entities'], {type: 'ORG', limit: CANDIDATES}),
  ]);
  return {outlets, themes, speakers, entities: [...persons.items, ...organizations.items]};
}

export function listens() {
  return [{kind: 'outlet'}];
}

export function render({outlets, themes, speakers, entities}) {
  const compared = entities.filter((entity) => entity.outlets.length > 0)
      .sort((a, b) => b.articles - a.articles || b.mentions - a.mentions || (a.name < b.name ? -1 : 1)).slice(0, NAMES);
  const nothing = [outlets, themes, speakers].every((list) => list.items.length === 0);
  return {
    title: t('share'),
    nodes: [
      h('h1', {tabindex: '-1'}, t('share')),
      nothing ? empty(t('share.empty')) : [
        part(t('share.outlets'), outlets, 'outlets', (items) =>
          outletShares(items.map((one) => ({outlet: one.name, articles: one.articles})))),
        part(t('share.speakers'), speakers, 'speakers', (items) => speakerShares(
            items.map((entity) => ({speaker: entity.name, entityId: entity.entityId, quotes: entity.quotes})))),
        compared.length > 0 ? section(t('share.names'), h('p', {class: 'small'}, t('share.note')), matrix(compared)) : null,
        part(t('share.themes'), themes, null, (items) => shares(t('share.themes'), t('filter.theme'), items.map((theme) => ({
          who: h('a', {href: href(['topic', 'theme', theme.topic.slice('theme:'.length)])}, theme.name),
          key: theme.topic, n: theme.articles})), t('table.articles'))),
      ],
    ],
  };
}

/** A list that is shared out; where it ends before its end this is said, as the shares are of those listed. */
function part(name, list, whole, shared) {
  return list.items.length === 0 ? null : section(name, shared(list.items), list.next ? h('p', {class: 'small'},
      t('share.cut', {n: list.items.length}), whole ? [' ', h('a', {href: href([whole])}, t('share.whole'))] : null) : null);
}

/** Outlets against names: each row is shared out among the names. */
function matrix(entities) {
  const rows = new Map();
  entities.forEach((entity) => entity.outlets.forEach((one) => {
    const row = rows.get(one.outlet) ?? new Map();
    row.set(entity.entityId, one.articles);
    rows.set(one.outlet, row);
  }));
  const sum = (row) => [...row.values()].reduce((all, n) => all + n, 0);
  const sorted = [...rows].sort(([a, x], [b, y]) => sum(y) - sum(x) || (a < b ? -1 : 1));
  const listed = sorted.slice(0, MOST);
  const shown = table(t('share.names'),
      [{name: t('table.outlet')}, ...entities.map((entity) => ({
        name: h('a', {href: href(['name', entity.entityId])}, foreign(cut(entity.name, 40)))}))],
      listed.map(([name, row]) => h('tr', {'data-key': name}, h('th', {scope: 'row'}, outlet(name)),
          entities.map((entity) => {
            const n = row.get(entity.entityId) ?? 0;
            return h('td', {class: 'bars'}, n === 0 ? '–' : `${percent(n, sum(row))} (${count(n)})`, bar(n, sum(row)));
          }))));
  return [shown, listed.length < sorted.length ? ended(listed.length) : null];
}
