import type { Ask } from '../../../utils/import/protocol';
import { openStore } from '../../../utils/store';
import { Importer } from './importer';

/** The importer's thread: the page stays free, whatever the file. */
const importer = new Importer(openStore({ quiet: true }), (message) => postMessage(message));
addEventListener('message', ({ data }: MessageEvent<Ask>) => void importer.take(data));
