import { importsRest } from '../../utils/import/lock';
import { openStore } from '../../utils/store';

/**
 * The search over all customers, off the page's thread. The first message is the key of the database, null where there
 * is none. Told `stop` it leaves off, and the next search goes on there. Answers with how far it is, then with how many
 * pairs it proposes, or that it left off or failed.
 */
const stopping = new AbortController();
addEventListener(
  'message',
  ({ data: key }: MessageEvent<Uint8Array | null>) => {
    addEventListener('message', () => stopping.abort());
    void search(key);
  },
  { once: true },
);

async function search(key: Uint8Array | null): Promise<void> {
  try {
    const store = await openStore({ key: async () => key });
    try {
      const { signal } = stopping;
      let told = 0;
      const found = await store.searchDuplicates({
        signal,
        pause: importsRest,
        onProgress: (progress) => {
          if (Date.now() - told < 200) return;
          told = Date.now();
          postMessage({ progress });
        },
      });
      postMessage({ found });
    } finally {
      store.close();
    }
  } catch {
    postMessage({ found: null });
  }
}
