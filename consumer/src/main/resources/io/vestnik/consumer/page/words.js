// SPDX-License-Identifier: Apache-2.0
// The page's own words in the chosen language, and numbers and times in its manner.

import * as en from './words/en.js';
import * as ru from './words/ru.js';
import {language} from './preferences.js';

const ALL = {en: en.words, ru: ru.words};

const HALF_A_DAY_MS = 12 * 3600 * 1000;

let words;
let plurals;
let number;
let share;
let moment;
let day;
let hour;

/** Takes up the chosen language. */
export function useLanguage() {
  const tag = language();
  words = ALL[tag];
  document.documentElement.lang = tag;
  plurals = new Intl.PluralRules(tag);
  number = new Intl.NumberFormat(tag);
  share = new Intl.NumberFormat(tag, {style: 'percent', maximumFractionDigits: 1});
  moment = new Intl.DateTimeFormat(tag, {dateStyle: 'medium', timeStyle: 'short'});
  day = new Intl.DateTimeFormat(tag, {dateStyle: 'medium', timeZone: 'UTC'});
  hour = new Intl.DateTimeFormat(tag, {day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'});
}

/**
 * The page's words for a key.
 *
 * @param {string} key
 * @param {object} [values] what stands in braces; by `n` the form of the plural is chosen
 */
export function t(key, values = {}) {
  const found = words[key];
  if (found === undefined) {
    throw new Error(`No words for ${key}`);
  }
  const text = typeof found === 'string' ? found : found[plurals.select(values.n)] ?? found.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === 'number' ? count(value) : String(value);
  });
}

/** The words for a symbol of an enum; the symbol itself where there are none, as after an addition to a schema. */
export function symbol(group, value) {
  return words[`${group}.${value}`] ?? value;
}

/** @param {number} value */
export function count(value) {
  return number.format(value);
}

/** A part of a whole as a percentage. */
export function percent(part, whole) {
  return share.format(whole > 0 ? part / whole : 0);
}

/** A time in the reader's zone. @param {string} iso */
export function time(iso) {
  return moment.format(new Date(iso));
}

/** A claimed time, no more exact than the claim. @param {string} iso @param {string} precision */
export function claimed(iso, precision) {
  // A claimed day begins at midnight of a zone that is not told; its noon is on that day in UTC, wherever it was.
  return precision === 'DAY' ? day.format(new Date(Date.parse(iso) + HALF_A_DAY_MS)) : time(iso);
}

/** The time of a bar in a chart. @param {Date} date */
export function shortTime(date) {
  return hour.format(date);
}

/** The reader's zone by name. */
export function zone() {
  return moment.resolvedOptions().timeZone;
}
