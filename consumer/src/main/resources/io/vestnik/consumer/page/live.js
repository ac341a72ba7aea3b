// SPDX-License-Identifier: Apache-2.0
// Live updates by Server-Sent Events.

const GATHER_MS = 700;
const RETRY_MS = 5000;

/**
 * Hears of changes of topics and tells them in batches, so that a burst of news renders the view once.
 *
 * States: `live`, `paused` (by the reader), `past` (what is shown does not change), `lost` (no connection; it is tried
 * again).
 */
export class Live {
  #source = null;
  #filters = [];
  #lastId = '';
  #gathered = new Map();
  #reload = false;
  #timer = 0;
  #retry = 0;
  #paused = false;
  #past = false;

  /**
   * @param {(updates: Map<string, object>) => void} onChange told of changed topics by id; each as TopicUpdate with the
   *     articles of before the batch
   * @param {(state: string) => void} onState
   */
  constructor(onChange, onState) {
    this.onChange = onChange;
    this.onState = onState;
  }

  get paused() {
    return this.#paused;
  }

  /**
   * Listens to topics from now on.
   *
   * @param {{topic?: string, kind?: string}[]} filters topics, or kinds of them; none: nothing is listened to
   * @param {boolean} past whether the past is shown, where nothing changes
   */
  listen(filters, past) {
    const same = this.#past === past && JSON.stringify(this.#filters) === JSON.stringify(filters);
    this.#filters = filters;
    this.#past = past;
    if (!same || !this.#source) {
      this.#lastId = '';
      // What came between the answer that is shown and the first moment of listening was not heard.
      this.#reload = !past;
      this.#open();
    }
  }

  /** Stops, and goes on. Going on tells of a change, as what happened meanwhile was not heard. */
  toggle() {
    this.#paused = !this.#paused;
    this.#reload = !this.#paused;
    this.#lastId = '';
    this.#open();
  }

  #open() {
    this.#close();
    if (this.#past || this.#paused) {
      this.onState(this.#past ? 'past' : 'paused');
      return;
    }
    if (this.#filters.length === 0) {
      this.onState('live');
      return;
    }
    const query = new URLSearchParams(this.#filters.flatMap(Object.entries));
    if (this.#lastId) {
      query.set('lastEventId', this.#lastId);
    }
    const source = new EventSource(`/events?${query}`);
    this.#source = source;
    source.onopen = () => {
      this.onState('live');
      if (this.#reload) {
        this.#reload = false;
        this.#later();
      }
    };
    source.onerror = () => {
      this.onState('lost');
      // The browser tries again by itself unless the server has answered with a refusal.
      if (source.readyState === EventSource.CLOSED) {
        this.#reload = !this.#lastId;
        this.#retry = setTimeout(() => this.#open(), RETRY_MS);
      }
    };
    source.addEventListener('update', (event) => {
      this.#lastId = event.lastEventId;
      this.#gather(JSON.parse(event.data));
    });
    // The server no longer has what came since: the view is asked for anew.
    source.addEventListener('reset', () => this.#later());
  }

  #close() {
    this.#source?.close();
    this.#source = null;
    clearTimeout(this.#retry);
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#gathered.clear();
  }

  #gather(update) {
    const earlier = this.#gathered.get(update.topic);
    this.#gathered.set(
        update.topic, {...update, articlesBefore: earlier ? earlier.articlesBefore : update.articlesBefore});
    this.#later();
  }

  #later() {
    if (this.#timer === 0) {
      this.#timer = setTimeout(() => {
        this.#timer = 0;
        const told = new Map(this.#gathered);
        this.#gathered.clear();
        this.onChange(told);
      }, GATHER_MS);
    }
  }
}
