import type { Ask } from '../../../utils/import/protocol';
import { openStore } from '../../../utils/store';
import { Importer } from './importer';

/** The importer's thread: the page stays free, whatever the file. The first message is the key of the database, null where there is none. */
addEventListener(
  'message',
  ({ data: key }: MessageEvent<Uint8Array | null>) => {
    const store = openStore({ quiet: true, key: async () => key });
    const importer = new Importer(store, (message) => postMessage(message));
    addEventListener('message', ({ data }: MessageEvent<Ask>) => void importer.take(data));
  },
  { once: true },
);
