/** The promise-based browser API for background and extension pages; content scripts use the native one. */
export { default as browser } from 'webextension-polyfill';
