// SPDX-License-Identifier: Apache-2.0
// Volume over time: a chart of bars, drawn by uPlot on a canvas, and small ones as SVG. What a chart shows is told in
// words and as a table beside it, as a canvas says nothing to a screen reader.

import {h, svg} from './dom.js';
import {count, shortTime, t, time} from './words.js';

const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Above so many hours the bars are days. */
const MOST_HOURS = 14 * 24;
/** Distances between the times on the axis, in seconds: whole hours and days. */
const STEPS = [1, 2, 3, 6, 12, 24, 48, 72, 168, 336, 672, 1344, 2688, 5376, 10752].map((hours) => hours * 3600);
const HEIGHT = 150;
/** Where the width is that of a phone, so that a list beneath is still seen. */
const LOW = 110;
const NARROW = 480;
const SPARK_BARS = 48;

/**
 * @typedef {{hour: string, articles: number}} HourCount
 * @typedef {{start: number, width: number, counts: number[]}} Bars start and width in milliseconds
 */

/** The hours of several topics as those of one. @param {HourCount[][]} all @returns {HourCount[]} */
export function sum(all) {
  const articles = new Map();
  all.flat().forEach((one) => articles.set(one.hour, (articles.get(one.hour) ?? 0) + one.articles));
  return [...articles.keys()].sort().map((hour) => ({hour, articles: articles.get(hour)}));
}

/** @param {HourCount[]} hours @returns {Bars} without gaps */
function bars(hours) {
  const times = hours.map((one) => Date.parse(one.hour));
  const first = times.reduce((least, one) => Math.min(least, one), Infinity);
  const last = times.reduce((most, one) => Math.max(most, one), -Infinity);
  const width = (last - first) / HOUR_MS > MOST_HOURS ? DAY_MS : HOUR_MS;
  const start = Math.floor(first / width) * width;
  const counts = new Array(Math.floor((last - start) / width) + 1).fill(0);
  hours.forEach((one, i) => {
    counts[Math.floor((times[i] - start) / width)] += one.articles;
  });
  return {start, width, counts};
}

/** The chart itself; what it draws is its property `data`. */
class VolumeChart extends HTMLElement {
  #bars = null;
  #plot = null;
  // In a frame of its own: a chart that changes its height while sizes are told would have them told again.
  #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#resize()));
  #redraw = () => this.#draw();

  set data(value) {
    const same = JSON.stringify(value) === JSON.stringify(this.#bars);
    this.#bars = value;
    if (!same && this.isConnected) {
      this.#draw();
    }
  }

  get data() {
    return this.#bars;
  }

  connectedCallback() {
    this.#observer.observe(this);
    document.addEventListener('themechange', this.#redraw);
    this.#draw();
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    document.removeEventListener('themechange', this.#redraw);
    this.#plot?.destroy();
    this.#plot = null;
  }

  #resize() {
    if (this.#plot && this.clientWidth > 0 && this.clientWidth !== this.#plot.width) {
      this.#plot.setSize(size(this.clientWidth));
    }
  }

  async #draw() {
    // Fetched only where there is something to draw, so that the first view need not wait for it.
    const {default: UPlot} = await import('./library/uPlot.js');
    if (!this.isConnected || !this.#bars || this.clientWidth === 0) {
      return;
    }
    // A canvas knows no light-dark(): page.css gives the colours to properties whose computed values are plain ones.
    const {color, columnRuleColor, outlineColor} = getComputedStyle(this);
    const {start, width, counts} = this.#bars;
    const axis = {stroke: columnRuleColor, grid: {stroke: outlineColor, width: 1}, ticks: {show: false}};
    this.#plot?.destroy();
    this.#plot = new UPlot({
      ...size(this.clientWidth),
      legend: {show: false},
      cursor: {show: false},
      scales: {
        // One bar alone would have no width.
        x: {time: true, range: () => [(start - width / 2) / 1000, (start + (counts.length - 0.5) * width) / 1000]},
        y: {range: (_, least, most) => [0, Math.max(1, most)]},
      },
      axes: [
        {...axis, space: 120, size: 28, incrs: STEPS.filter((step) => step * 1000 >= width), values: (_, splits) => splits.map((at) => shortTime(new Date(at * 1000)))},
        {...axis, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10000],
          values: (_, splits) => splits.map(count)},
      ],
      series: [{}, {fill: color, paths: UPlot.paths.bars({size: [0.8, 40]}), points: {show: false}}],
    }, [counts.map((_, i) => (start + i * width) / 1000), counts], this);
  }
}

customElements.define('volume-chart', VolumeChart);

/** In CSS pixels. */
function size(width) {
  return {width, height: width < NARROW ? LOW : HEIGHT};
}

/**
 * Volume over time with its words and its table.
 *
 * @param {string} title
 * @param {HourCount[]} hours
 */
export function volume(title, hours) {
  if (hours.length === 0) {
    return h('p', {class: 'empty'}, t('chart.empty'));
  }
  const drawn = bars(hours);
  const most = hours.reduce((best, one) => (one.articles > best.articles ? one : best));
  const total = hours.reduce((all, one) => all + one.articles, 0);
  return h('figure', {class: 'volume'},
      h('volume-chart', {'aria-hidden': 'true', data: drawn}),
      h('figcaption', null, `${title}. `,
          t('chart.summary', {total: t('articles', {n: total}), at: time(most.hour), most: most.articles})),
      h('details', null, h('summary', null, t('chart.table')),
          h('table', null,
              h('thead', null, h('tr', null,
                  h('th', {scope: 'col'}, t('chart.hour')), h('th', {scope: 'col', class: 'number'}, t('chart.articles')))),
              h('tbody', null, hours.map((one) => h('tr', {'data-key': one.hour},
                  h('td', null, h('time', {datetime: one.hour}, time(one.hour))),
                  h('td', {class: 'number'}, count(one.articles))))))));
}

/** The last of the hours that several sparklines share as their right end. @param {HourCount[][]} all */
export function lastHour(all) {
  return all.flat().reduce((most, one) => Math.max(most, Date.parse(one.hour)), -Infinity);
}

/**
 * The last 48 hours as small bars, for the eye alone: the counts stand beside it.
 *
 * @param {HourCount[]} hours
 * @param {number} end start of the last hour, in milliseconds
 */
export function sparkline(hours, end) {
  const counts = new Array(SPARK_BARS).fill(0);
  hours.forEach((one) => {
    const back = Math.round((end - Date.parse(one.hour)) / HOUR_MS);
    if (back >= 0 && back < SPARK_BARS) {
      counts[SPARK_BARS - 1 - back] += one.articles;
    }
  });
  const most = Math.max(1, ...counts);
  return svg('svg', {class: 'spark', viewBox: `0 0 ${SPARK_BARS * 2} 24`, 'aria-hidden': 'true', focusable: 'false'},
      counts.map((n, i) => {
        const height = n === 0 ? 1 : Math.max(3, Math.round((n / most) * 24));
        return svg('rect', {x: i * 2, y: 24 - height, width: 1.5, height, class: n === 0 ? 'none' : null});
      }));
}

/** A part of a whole as a bar, for the eye alone. */
export function bar(part, whole) {
  const width = whole > 0 ? Math.round((part / whole) * 1000) / 10 : 0;
  return svg('svg', {class: 'bar', viewBox: '0 0 100 6', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false'},
      svg('rect', {class: 'none', width: 100, height: 6}), svg('rect', {width, height: 6}));
}
