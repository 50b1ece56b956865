import 'temporal-polyfill/global'; // Node 20 has no Temporal; both browsers that Margin supports do
import 'fake-indexeddb/auto';
