// SPDX-License-Identifier: Apache-2.0
// The filters of a list, as parameters of its address.

import {h} from './dom.js';
import {address, change, current} from './route.js';
import {t} from './words.js';

/** A field for words. */
export function words(name, label) {
  const value = current().params.get(name) ?? '';
  return h('label', null, h('span', null, label), h('input', {type: 'search', name, value, maxlength: 400}));
}

/** A choice. @param {[string, string][]} options value and label; the first is the one without a filter */
export function choice(name, label, options) {
  const value = current().params.get(name) ?? '';
  return h('label', null, h('span', null, label), h('select', {name}, options.map(([option, shown]) =>
    h('option', {value: option, selected: option === value}, shown))));
}

/** A box to tick. */
export function box(name, label) {
  return h('label', {class: 'box'},
      h('input', {type: 'checkbox', name, value: 'true', checked: current().params.get(name) === 'true'}), ' ', label);
}

/** The form around the fields, folded until something is filtered: the list is what a reader has come for. */
export function form(...fields) {
  const {view, args, params} = current();
  const asOf = params.get('asOf');
  return h('details', {open: filtered()},
      h('summary', null, t('filter.title')),
      h('form', {class: 'filters', 'aria-label': t('filter.title'), onsubmit: apply},
          fields, h('button', {type: 'submit'}, t('filter.go')),
          filtered() ? h('a', {href: address([view, ...args], {asOf})}, t('filter.clear')) : null));
}

function apply(event) {
  event.preventDefault();
  const chosen = {};
  event.target.querySelectorAll('input, select').forEach((field) => {
    chosen[field.name] = field.type === 'checkbox' && !field.checked ? '' : field.value.trim();
  });
  change(chosen);
}

/** Whether anything is filtered. */
export function filtered() {
  return [...current().params].some(([name, value]) => !['asOf', 'sort', 'all'].includes(name) && value !== '');
}

/** The parameters of the address of these names, for the question. */
export function chosen(...names) {
  const {params} = current();
  return Object.fromEntries(names.map((name) => [name, params.get(name) ?? '']));
}
