// SPDX-License-Identifier: Apache-2.0
// Questions to the public addresses; docs/api.md and /openapi.json describe them.

/** An answer that is none: problem details (RFC 9457), or no answer at all (status 0). */
export class Refusal extends Error {
  constructor(status, title, detail) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.detail = detail;
  }
}

/**
 * Asks.
 *
 * @param {string[]} path parts of the path, as they are: ids are encoded here
 * @param {object} [params] empty ones are left out
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>} the answer's JSON
 * @throws {Refusal}
 */
export async function get(path, params = {}, signal = undefined) {
  const query = new URLSearchParams();
  Object.entries(params).forEach(([name, value]) => {
    if (value !== null && value !== undefined && value !== '') {
      query.set(name, String(value));
    }
  });
  const asked = query.toString();
  const url = `/${path.map(encodeURIComponent).join('/')}${asked ? `?${asked}` : ''}`;
  let response;
  try {
    response = await fetch(url, {headers: {Accept: 'application/json'}, signal, cache: 'no-cache'});
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new Refusal(0, '', '');
  }
  const body = await response.json().catch(() => null);
  if (!response.ok || body === null) {
    throw new Refusal(response.status, body?.title ?? response.statusText, body?.detail ?? '');
  }
  return body;
}
