import 'temporal-polyfill/global'; // Node 20 has no Temporal; both browsers that Margin supports do
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import en from '../public/_locales/en/messages.json';
import { speak } from '../utils/i18n';

speak('en', en);

// In CI every run tries the same cases, so that a red run means a change; at a desk each run tries others.
if (process.env.CI) fc.configureGlobal({ seed: 20_261_121 });
