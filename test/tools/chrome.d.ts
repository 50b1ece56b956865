/** The extension's own API, for functions that tests run inside its worker and pages. */
declare const chrome: typeof import('wxt/browser').browser;
