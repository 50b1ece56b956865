/** The duplicate search in a worker of the browser. Bundled by the bench; not shipped. */
import { inventedCustomers, type Row } from './customers.ts';
import { searchOver } from './dedupe-search.ts';

/** `make`: invents a file and keeps it; `search`: looks through it. Answers when it is done. */
export type Asked = { make: number } | { search: true };

let rows: Row[] = [];
self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if ('make' in data) rows = inventedCustomers(data.make, 1).rows;
  else self.postMessage(searchOver(rows).length);
  if ('make' in data) self.postMessage(rows.length);
});
