import { openStore } from '../../utils/store';

/**
 * The search over all customers, off the page's thread. Told `stop` it leaves off, and the next search goes on there.
 * Answers with how far it is, then with how many pairs it proposes, or that it left off or failed.
 */
const stopping = new AbortController();
addEventListener('message', () => stopping.abort());

async function search(): Promise<void> {
  const store = await openStore();
  try {
    const { signal } = stopping;
    let told = 0;
    const found = await store.searchDuplicates({
      signal,
      onProgress: (progress) => {
        if (Date.now() - told < 200) return;
        told = Date.now();
        postMessage({ progress });
      },
    });
    postMessage({ found });
  } catch {
    postMessage({ found: null });
  } finally {
    store.close();
  }
}

void search();
