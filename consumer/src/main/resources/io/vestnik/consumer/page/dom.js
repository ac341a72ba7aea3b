// SPDX-License-Identifier: Apache-2.0
// Elements, and how a view that is rendered anew is put in the place of the one before.
//
// Everything that comes from an article gets here as a child that is a string, and so becomes a text node: it is never
// read as markup. There is no way in here to set markup.

const SVG = 'http://www.w3.org/2000/svg';
const HANDLERS = ['onclick', 'onsubmit', 'oninput', 'onchange'];

/**
 * An element.
 *
 * @param {string} tag
 * @param {object} [props] attributes; `on…` is a handler and `data` (of custom elements) a property; null, undefined and
 *     false leave one out
 * @param {...(Node|string|number|null|undefined|false|Array)} children strings become text
 */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** An element of SVG, likewise. */
export function svg(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (HANDLERS.includes(name) || name === 'data') {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child instanceof Node ? child : String(child));
    }
  }
  return element;
}

/**
 * Makes the children of an element what the given nodes are. Elements that are there already are kept, moved and
 * changed, so that focus, selection and what was folded open survive an update. Children with an attribute `data-key`
 * are matched by it, others in their order.
 *
 * @param {Element} parent
 * @param {Node[]} nodes
 */
export function patchChildren(parent, nodes) {
  const focused = document.activeElement;
  const fresh = document.createDocumentFragment();
  fresh.append(...nodes);
  matchChildren(parent, fresh);
  // An element that was moved has lost the focus on the way.
  if (focused && focused !== document.activeElement && focused.isConnected && parent.contains(focused)) {
    focused.focus({preventScroll: true});
  }
}

function matchChildren(parent, fresh) {
  const keyed = new Map();
  const others = [];
  for (const child of parent.childNodes) {
    const key = keyOf(child);
    if (key === null) {
      others.push(child);
    } else {
      keyed.set(key, child);
    }
  }
  let place = parent.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const kept = take(wanted, keyed, others);
    const node = kept ?? wanted;
    if (kept) {
      patch(kept, wanted);
    }
    if (node === place) {
      place = place.nextSibling;
    } else {
      parent.insertBefore(node, place);
    }
  }
  for (const left of [...keyed.values(), ...others]) {
    left.remove();
  }
}

/** The child that stands for the wanted one, taken out of those that are left. */
function take(wanted, keyed, others) {
  const key = keyOf(wanted);
  if (key !== null) {
    const kept = keyed.get(key);
    if (kept?.nodeName !== wanted.nodeName) {
      return null;
    }
    keyed.delete(key);
    return kept;
  }
  const index = others.findIndex((other) => other.nodeName === wanted.nodeName);
  return index < 0 ? null : others.splice(index, 1)[0];
}

function patch(kept, wanted) {
  if (kept.nodeType === Node.TEXT_NODE) {
    if (kept.data !== wanted.data) {
      kept.data = wanted.data;
    }
    return;
  }
  const untouched = !edited(kept);
  for (const {name} of [...kept.attributes]) {
    // What the reader has folded open stays open.
    if (!wanted.hasAttribute(name) && !(name === 'open' && kept.nodeName === 'DETAILS')) {
      kept.removeAttribute(name);
    }
  }
  for (const {name, value} of wanted.attributes) {
    if (kept.getAttribute(name) !== value) {
      kept.setAttribute(name, value);
    }
  }
  HANDLERS.forEach((handler) => {
    kept[handler] = wanted[handler];
  });
  if (kept.localName.includes('-')) {
    kept.data = wanted.data; // a custom element draws its own children
    return;
  }
  matchChildren(kept, wanted);
  // What the reader is filling in is left to the reader.
  if (untouched && ['input', 'select'].includes(kept.localName)) {
    kept.value = wanted.value;
    kept.checked = wanted.checked;
  }
}

/** Whether the reader has changed a field and not sent it yet. */
function edited(element) {
  switch (element.localName) {
    case 'input':
      return element.value !== element.defaultValue;
    case 'select': {
      const options = [...element.options];
      return element.selectedIndex !== Math.max(0, options.findIndex((option) => option.defaultSelected));
    }
    default:
      return false;
  }
}

function keyOf(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node.getAttribute('data-key') : null;
}
