// SPDX-License-Identifier: Apache-2.0
// The address of a view is the part after `#`: /view/argument/…?parameter=value. So every view can be shared.

/**
 * @typedef {object} Route
 * @property {string} view name of the view
 * @property {string[]} args what it is about: ids
 * @property {Map<string, string>} params filters, and `asOf` when it shows the past
 */

/** @returns {Route} that of the address bar */
export function current() {
  const [path, query = ''] = split(location.hash.replace(/^#\/?/, ''), '?');
  const [view, ...args] = path.split('/').map(decode);
  return {view: view || 'stories', args: args.filter((arg) => arg !== ''), params: new Map(new URLSearchParams(query))};
}

/**
 * The address of a view.
 *
 * @param {string[]} path view and arguments
 * @param {Iterable<[string, string|null|undefined]>|object} [params] empty ones are left out
 */
export function address(path, params = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of params instanceof Map ? params : Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '') {
      query.set(name, value);
    }
  }
  const asked = query.toString();
  return `#/${path.map(encodeURIComponent).join('/')}${asked ? `?${asked}` : ''}`;
}

/** The address of a view at the time that is shown now. */
export function href(path, params = {}) {
  return address(path, {...params, asOf: current().params.get('asOf')});
}

/** Goes there. @param {string[]} path @param {object} [params] */
export function go(path, params) {
  location.hash = href(path, params);
}

/** The same view with other parameters; it takes the place of the current one in the browser's history. */
export function change(params) {
  const route = current();
  const all = new Map(route.params);
  Object.entries(params).forEach(([name, value]) => all.set(name, value));
  history.replaceState(null, '', address([route.view, ...route.args], all));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function split(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray % in an address that somebody typed
  }
}
