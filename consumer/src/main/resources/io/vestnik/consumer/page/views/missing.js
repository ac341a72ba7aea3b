// SPDX-License-Identifier: Apache-2.0
// An address that names no view.

import {Refusal} from '../api.js';

/** Always refuses. */
export async function load() {
  throw new Refusal(404, '', '');
}
