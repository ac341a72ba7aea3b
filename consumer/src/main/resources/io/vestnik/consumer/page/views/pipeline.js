// SPDX-License-Identifier: Apache-2.0
// How the pipeline is: what is left to read, how fast it reads, what could not be read.

import {h} from '../dom.js';
import {empty, facts, section, table} from '../parts.js';
import {progress} from '../refusal.js';
import {count, t} from '../words.js';

/** What it shows changes without any update of a topic. */
export const pollMs = 3000;

export function load(page) {
  return page.askNow(['status']);
}

export function render(status, page) {
  return {
    title: t('pipeline'),
    nodes: [
      h('h1', {tabindex: '-1'}, t('pipeline')),
      page.route.params.get('asOf') ? empty(t('pipeline.now')) : null,
      section(t('pipeline.state'), facts(h('strong', {id: 'state'}, status.state)), progress(status)),
    ],
  };
}
