// SPDX-License-Identifier: Apache-2.0
// Sets the chosen colours before the first paint; preferences.js changes them afterwards.
try {
  const theme = localStorage.getItem('vestnik.theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // Storage may be forbidden; then the colours are those of the system.
}
