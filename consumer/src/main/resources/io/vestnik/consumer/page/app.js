// SPDX-License-Identifier: Apache-2.0
// Starts the page: takes the view that the address names, shows it, and brings it up to date when news come.

import {get, Refusal} from './api.js';
import {TimeBar} from './asof.js';
import {h, patchChildren} from './dom.js';
import {Live} from './live.js';
import {chooseLanguage, chooseTheme, followSystem, language, theme} from './preferences.js';
import {cut} from './parts.js';
import {refusal} from './refusal.js';
import {current, go} from './route.js';
import {t, useLanguage, zone} from './words.js';

/** Views by the first part of their address: where they are, and the entry of the navigation that they belong to. */
const VIEWS = {
  __proto__: null, // an address may name anything
  stories: ['stories', 'stories'],
  story: ['story', 'stories'],
  quotes: ['quotes', 'quotes'],
  quote: ['quote', 'quotes'],
  article: ['article', 'stories'],
  speakers: ['speakers', 'speakers'],
  names: ['names', 'names'],
  name: ['name', 'names'],
  outlets: ['outlets', 'outlets'],
  topic: ['topic', 'outlets'],
  share: ['share', 'share'],
  watches: ['watches', 'watches'],
  search: ['search', ''],
  pipeline: ['pipeline', 'pipeline'],
};

/** Items of a list at first, and by how many it grows. */
const STEP = 50;
/** Most that an address answers at once. */
const MOST_ITEMS = 1000;
const RETRY_MS = 3000;
const SAY_AGAIN_MS = 10_000;
/** Longer than the search index takes to show what was told. */
const AGAIN_MS = 3000;

const main = document.getElementById('main');
const said = document.getElementById('said');

const live = new Live(onChange, (state) => timeBar.state(state));
const timeBar = new TimeBar(document.getElementById('time'), live);

/** What is shown: counts up, so that an answer which comes too late is not shown. */
let shown = 0;
/** Whether the focus is still to go to the heading: an update may come while the view that was gone to is being fetched. */
let heading = false;
let aborting = new AbortController();
let limit = STEP;
let last = null;
let retry = 0;
let poll = 0;
let again = 0;
let saidAt = 0;
/** Articles that came to a topic since the view was opened. */
let growth = new Map();

start();

function start() {
  useLanguage();
  translate();
  followSystem();
  document.getElementById('language').addEventListener('change', (event) => {
    chooseLanguage(event.target.value);
    useLanguage();
    translate();
    timeBar.show();
    refresh();
  });
  document.getElementById('theme').addEventListener('change', (event) => chooseTheme(event.target.value));
  document.getElementById('search').addEventListener('submit', (event) => {
    event.preventDefault();
    go(['search'], {q: document.getElementById('search-words').value.trim()});
  });
  document.getElementById('skip').addEventListener('click', (event) => {
    event.preventDefault(); // the part after # is the address of the view
    main.focus();
  });
  window.addEventListener('hashchange', (event) => open(event.isTrusted));
  open(false);
}

/** Puts the chosen language into what stands in index.html. */
function translate() {
  document.querySelectorAll('[data-word]').forEach((element) => {
    element.textContent = t(element.dataset.word);
  });
  document.querySelectorAll('[data-label]').forEach((element) => {
    element.setAttribute('aria-label', t(element.dataset.label));
  });
  document.getElementById('language').value = language();
  document.getElementById('theme').value = theme();
  document.getElementById('zone').textContent = t('zone', {zone: zone()});
}

/**
 * Opens the view of the address.
 *
 * @param {boolean} focus whether the reader has gone there; the focus then goes to the heading
 */
async function open(focus) {
  const route = current();
  const another = last === null || last.view !== route.view || String(last.args) !== String(route.args);
  last = route;
  limit = STEP;
  growth = new Map();
  timeBar.show();
  mark(route);
  if (another) {
    heading = focus;
    main.replaceChildren(h('p', {class: 'loading'}, t('loading')));
  }
  await show(route);
}

/** Shows the same view as it is now. */
function refresh() {
  return show(current());
}

async function show(route) {
  aborting.abort();
  aborting = new AbortController();
  clearTimeout(retry);
  clearTimeout(poll);
  clearTimeout(again);
  const mine = ++shown;
  const asOf = route.params.get('asOf');
  const page = {
    route,
    limit,
    mostItems: MOST_ITEMS,
    more,
    growth: (topic) => growth.get(topic) ?? 0,
    ask: (path, params = {}) => get(path, {...params, asOf}, aborting.signal),
    askNow: (path, params) => get(path, params, aborting.signal),
  };
  main.setAttribute('aria-busy', 'true');
  try {
    const view = await module(VIEWS[route.view]?.[0] ?? 'missing');
    const data = await view.load(page);
    if (mine !== shown) {
      return;
    }
    const {title, nodes} = view.render(data, page);
    display(title, nodes);
    live.listen(view.listens?.(data, page) ?? [], Boolean(asOf));
    if (view.pollMs && !asOf) {
      poll = setTimeout(() => live.paused || refresh(), view.pollMs);
    }
  } catch (failure) {
    if (mine === shown && failure.name !== 'AbortError') {
      await fail(failure);
    }
  }
}

/** What shows a view; where it cannot be fetched the server does not answer. */
async function module(name) {
  try {
    return await import(`./views/${name}.js`);
  } catch (failure) {
    console.error(failure); // what was asked for in vain, or a fault in the module
    throw failure instanceof TypeError ? new Refusal(0, '', '') : failure;
  }
}

function display(title, nodes) {
  document.title = `${cut(title, 100)} · Vestnik`;
  patchChildren(main, nodes.flat(Infinity).filter(Boolean));
  main.removeAttribute('aria-busy');
  if (heading) {
    heading = false;
    window.scrollTo(0, 0);
    main.querySelector('h1')?.focus({preventScroll: true});
  }
}

async function fail(failure) {
  if (!(failure instanceof Refusal)) {
    console.error(failure); // a fault of the page itself
  }
  const waits = failure.status === 503 || failure.status === 0;
  const progress = failure.status === 503 ? await get(['status']).catch(() => null) : null;
  const {title, nodes} = refusal(failure, progress, refresh);
  display(title, nodes);
  live.listen([], false);
  if (waits) {
    timeBar.state('lost');
    retry = setTimeout(refresh, RETRY_MS);
  }
}

function more() {
  limit = Math.min(MOST_ITEMS, limit + STEP);
  refresh();
}

/** @param {Map<string, object>} updates */
async function onChange(updates) {
  updates.forEach((update, topic) => {
    growth.set(topic, (growth.get(topic) ?? 0) + update.articles - update.articlesBefore);
  });
  await refresh();
  // Lists are found by an index, which comes a moment after the update: what it did not have yet is asked for once more.
  clearTimeout(again);
  again = setTimeout(refresh, AGAIN_MS);
  // Who listens to the page is told that it has changed, but not with every article.
  if (updates.size > 0 && Date.now() - saidAt > SAY_AGAIN_MS) {
    saidAt = Date.now();
    said.textContent = t('said.changed', {n: updates.size});
  }
}

/** Moves the navigation so that an entry of it is seen, where it is a row that scrolls. */
function intoRow(link) {
  const row = link.closest('ul');
  const seen = row.getBoundingClientRect();
  const {left, right} = link.getBoundingClientRect();
  if (left < seen.left || right > seen.right) {
    row.scrollLeft += left - seen.left;
  }
}

/** Marks where the reader is in the navigation, and keeps the time shown in its links. */
function mark(route) {
  const asOf = route.params.get('asOf');
  document.querySelectorAll('#nav a, .brand').forEach((link) => {
    const path = link.dataset.view ?? 'stories';
    link.setAttribute('href', `#/${path}${asOf ? `?${new URLSearchParams({asOf})}` : ''}`);
    if (link.dataset.view && link.dataset.view === VIEWS[route.view]?.[1]) {
      link.setAttribute('aria-current', 'page');
      intoRow(link);
    } else {
      link.removeAttribute('aria-current');
    }
  });
  document.getElementById('search-words').value = route.view === 'search' ? route.params.get('q') ?? '' : '';
}
