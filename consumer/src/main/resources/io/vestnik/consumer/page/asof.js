// SPDX-License-Identifier: Apache-2.0
// The bar that says what time is shown: live, paused, or the past, which is chosen with a slider.

import {get} from './api.js';
import {h, patchChildren} from './dom.js';
import {change, current} from './route.js';
import {t, time} from './words.js';

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A slider has no more steps than this: they are minutes, hours or days, whichever is fine enough. */
const MOST_STEPS = 1500;

/** The bar above the views. */
export class TimeBar {
  #place;
  #live;
  #state = 'live';
  #open = false;
  #span = null;

  /** @param {Element} place @param {import('./live.js').Live} live */
  constructor(place, live) {
    this.#place = place;
    this.#live = live;
  }

  /** Shows a state of the live updates. */
  state(state) {
    this.#state = state;
    this.show();
  }

  /** Shows itself anew, as after a change of the language or the address. */
  show() {
    const asOf = current().params.get('asOf') ?? '';
    const past = asOf !== '';
    document.body.classList.toggle('past', past);
    patchChildren(this.#place, [
      h('p', {class: `state ${past ? 'past' : this.#state}`},
          past ? t('time.past', {at: readable(asOf)}) : t(`time.${this.#state === 'past' ? 'live' : this.#state}`)),
      past ? this.#button('now', t('time.now'), () => change({asOf: ''})) : this.#button('pause',
          t(this.#live.paused ? 'time.resume' : 'time.pause'), () => this.#live.toggle()),
      this.#button('look', t('time.look'), () => this.#toggle(), this.#open),
      ...(this.#open ? [this.#controls(asOf)] : []),
    ]);
  }

  #button(key, label, onclick, expanded) {
    return h('button', {type: 'button', 'data-key': key, onclick,
      'aria-expanded': expanded === undefined ? null : String(expanded),
      'aria-controls': expanded ? 'past' : null}, label);
  }

  async #toggle() {
    this.#open = !this.#open;
    this.#span = null;
    this.show();
    if (this.#open) {
      this.#span = await span();
      this.show();
    }
  }

  #controls(asOf) {
    if (this.#span === null) {
      return h('div', {id: 'past', class: 'past-controls'}, t('loading'));
    }
    if (this.#span === undefined) {
      return h('div', {id: 'past', class: 'past-controls'}, t('time.none'));
    }
    const {first, last} = this.#span;
    const step = [MINUTE_MS, HOUR_MS, DAY_MS].find((one) => (last - first) / one <= MOST_STEPS) ?? DAY_MS;
    const chosen = Date.parse(asOf);
    const shown = Number.isNaN(chosen) ? last : Math.min(last, Math.max(first, chosen));
    const slider = h('input', {
      id: 'as-of', type: 'range', min: first, max: last, step, value: shown, 'aria-valuetext': time(shown),
      oninput: (event) => {
        const at = Number(event.target.value);
        event.target.setAttribute('aria-valuetext', time(at));
        document.getElementById('as-of-shown').value = time(at);
      },
      onchange: (event) => change({asOf: iso(Number(event.target.value))}),
    });
    slider.value = shown;
    return h('div', {id: 'past', class: 'past-controls'},
        h('label', {for: 'as-of'}, t('time.slider')), slider,
        h('output', {id: 'as-of-shown', for: 'as-of'}, time(shown)),
        h('label', null, t('time.exact'), ' ',
            h('input', {type: 'datetime-local', step: 1, value: local(shown), onchange: (event) => {
              const at = Date.parse(event.target.value);
              if (!Number.isNaN(at)) {
                change({asOf: iso(at)});
              }
            }})));
  }
}

/** From before the first observation to behind the last, by the largest topics; undefined when there is none. */
async function span() {
  const lists = await Promise.allSettled(
      ['theme', 'outlet', 'story'].map((kind) => get(['topics'], {kind, limit: 1000})));
  const topics = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value.items : []));
  if (topics.length === 0) {
    return undefined;
  }
  const first = Math.min(...topics.map((topic) => Date.parse(topic.firstObservedAt)));
  const last = Math.max(...topics.map((topic) => Date.parse(topic.lastObservedAt)));
  return {first: Math.floor(first / HOUR_MS) * HOUR_MS - HOUR_MS, last: Math.ceil((last + 1) / HOUR_MS) * HOUR_MS};
}

function iso(at) {
  return new Date(at).toISOString();
}

function readable(asOf) {
  return Number.isNaN(Date.parse(asOf)) ? asOf : time(asOf);
}

/** A moment as an input of local time takes it. */
function local(at) {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 19);
}
