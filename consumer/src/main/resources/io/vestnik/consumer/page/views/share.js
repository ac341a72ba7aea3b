// SPDX-License-Identifier: Apache-2.0
// Share of voice: which outlets speak, who is let speak, and whom each outlet names among those compared.

import {bar} from '../charts.js';
import {h} from '../dom.js';
import {cut, empty, foreign, outlet, outletShares, section, shares, speakerShares, table} from '../parts.js';
import {href} from '../route.js';
import {count, percent, t} from '../words.js';

/** Names that are compared: more do not fit beside each other. */
const NAMES = 8;
const MOST = 30;
const MOST_SPEAKERS = 20;

export async function load(page) {
  const [outlets, themes, persons, organizations] = await Promise.all([
    page.ask(['topics'], {kind: 'outlet', limit: MOST}),
    page.ask(['topics'], {kind: 'theme', limit: MOST}),
    page.ask(['entities'], {type: 'PER', limit: 200}),
    page.ask(['entities'], {type: 'ORG', limit: 200}),
  ]);
  return {outlets: outlets.items, themes: themes.items, entities: [...persons.items, ...organizations.items]};
}

export function listens() {
  return [{kind: 'outlet'}];
}

export function render({outlets, themes, entities}) {
  const compared = entities.filter((entity) => entity.outlets.length > 0)
      .sort((a, b) => b.articles - a.articles || b.mentions - a.mentions || (a.name < b.name ? -1 : 1)).slice(0, NAMES);
  const speakers = entities.filter((entity) => entity.quotes > 0).sort((a, b) => b.quotes - a.quotes).slice(0, MOST_SPEAKERS)
      .map((entity) => ({speaker: entity.name, entityId: entity.entityId, quotes: entity.quotes}));
  const nothing = outlets.length === 0 && speakers.length === 0 && themes.length === 0;
  return {
    title: t('share'),
    nodes: [
      h('h1', {tabindex: '-1'}, t('share')),
      nothing ? empty(t('share.empty')) : [
        outlets.length > 0 ? section(t('share.outlets'), outletShares(
            outlets.map((one) => ({outlet: one.name, articles: one.articles})))) : null,
        speakers.length > 0 ? section(t('share.speakers'), speakerShares(speakers)) : null,
        compared.length > 0 ? section(t('share.names'), h('p', {class: 'small'}, t('share.note')), matrix(compared)) : null,
        themes.length > 0 ? section(t('share.themes'), shares(t('share.themes'), t('filter.theme'), themes.map((theme) => ({
          who: h('a', {href: href(['topic', 'theme', theme.topic.slice('theme:'.length)])}, theme.name),
          key: theme.topic, n: theme.articles})), t('table.articles'))) : null,
      ],
    ],
  };
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
  const sorted = [...rows].sort(([a, x], [b, y]) => sum(y) - sum(x) || (a < b ? -1 : 1)).slice(0, MOST);
  return table(t('share.names'),
      [{name: t('table.outlet')}, ...entities.map((entity) => ({
        name: h('a', {href: href(['name', entity.entityId])}, foreign(cut(entity.name, 40)))}))],
      sorted.map(([name, row]) => h('tr', {'data-key': name}, h('th', {scope: 'row'}, outlet(name)),
          entities.map((entity) => {
            const n = row.get(entity.entityId) ?? 0;
            return h('td', {class: 'bars'}, n === 0 ? '–' : `${percent(n, sum(row))} (${count(n)})`, bar(n, sum(row)));
          }))));
}
