// SPDX-License-Identifier: Apache-2.0
// What the reader has chosen, kept in the browser alone.

const LANGUAGES = ['ru', 'en'];
const THEMES = ['system', 'light', 'dark'];

/** @returns {'ru'|'en'} the language chosen, else the first of the browser's that the page speaks */
export function language() {
  const chosen = read('vestnik.language');
  if (LANGUAGES.includes(chosen)) {
    return chosen;
  }
  return navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => LANGUAGES.includes(tag)) ?? 'en';
}

/** @param {string} chosen */
export function chooseLanguage(chosen) {
  write('vestnik.language', chosen);
}

/** @returns {'system'|'light'|'dark'} */
export function theme() {
  const chosen = read('vestnik.theme');
  return THEMES.includes(chosen) ? chosen : 'system';
}

/** Sets the colours; charts hear of it by the event `themechange` of the document. @param {string} chosen */
export function chooseTheme(chosen) {
  write('vestnik.theme', chosen);
  if (chosen === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = chosen;
  }
  document.dispatchEvent(new Event('themechange'));
}

/** Charts are drawn in plain colours, and hear of a change of the system's as of one of the reader's. */
export function followSystem() {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    document.dispatchEvent(new Event('themechange')));
}

// Storage may be forbidden; a choice then lasts as long as the page does.
const unsaved = new Map();

function read(key) {
  try {
    return localStorage.getItem(key) ?? unsaved.get(key);
  } catch {
    return unsaved.get(key);
  }
}

function write(key, value) {
  unsaved.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Kept in `unsaved`.
  }
}
