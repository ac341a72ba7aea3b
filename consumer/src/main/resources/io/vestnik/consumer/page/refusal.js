// SPDX-License-Identifier: Apache-2.0
// What is shown instead of a view when the answer is a problem.

import {h} from './dom.js';
import {count, t} from './words.js';

/**
 * @param {import('./api.js').Refusal|Error} failure
 * @param {object|null} status answer of /status while the consumer restores
 * @param {() => void} again
 * @returns {{title: string, nodes: Node[]}}
 */
export function refusal(failure, status, again) {
  const starting = failure.status === 503;
  const title = t(starting ? 'error.starting' : failure.status === 404 ? 'error.missing' : 'error.title');
  return {
    title,
    nodes: [
      h('h1', {tabindex: '-1'}, title),
      h('div', {role: 'alert', class: 'problem'},
          starting ? h('p', null, t('error.starting.text')) : null,
          failure.status === 0 ? h('p', null, t('error.none')) : null,
          failure.detail || failure.status === undefined ? h('p', {lang: 'en'}, failure.detail ?? failure.message) : null,
          failure.status ? h('p', {class: 'small'}, t('error.status', {status: String(failure.status)})) : null),
      // Beside the alert, which would be read out again with every step.
      starting ? progress(status) : null,
      h('p', null, h('button', {type: 'button', onclick: again}, t('error.again'))),
    ],
  };
}

/** How far the state is restored; nothing when that is not told. */
export function progress(status) {
  const restored = status?.restored;
  if (!restored || !(restored.total > restored.done)) {
    return null;
  }
  return h('p', null,
      h('progress', {max: restored.total, value: restored.done, 'aria-label': t('pipeline.restore')}), ' ',
      t('error.restored', {done: count(restored.done), all: count(restored.total)}));
}
