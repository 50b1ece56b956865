import { publishNames } from '@/utils/browser/own-addresses';
import type { NameDigest } from '@/utils/customer/names-index';
import { importsRest } from '@/utils/import/lock';
import { theStore } from './store';

const NOBODY: NameDigest = { found: [], titled: [] };

/** The customers that a page's text names. Where the database cannot be opened nobody is. */
export async function namesIn(text: string): Promise<NameDigest> {
  try {
    return await (await theStore()).namesIn(text);
  } catch {
    return NOBODY;
  }
}

/** Writes come in bursts: the index follows once they rest, and once an import is over. */
const REST_MS = 3_000;
const FOLLOW_MS = 500;

/** At each start of the worker, and while it runs: the index of names, the runs of search terms, and whether pages are to be read for names. */
export async function keepNames(): Promise<void> {
  const store = await theStore();
  const renew = async () => {
    await importsRest();
    await store.renewNames();
    await store.mergeTerms();
  };
  await renew();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const renewLater = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void renew().catch(() => undefined), REST_MS);
  };
  store.live(
    () => store.hasNames(),
    (names) => {
      void publishNames(names);
      renewLater();
    },
    () => undefined,
  );
}

/** Looks for duplicates of what is written, while the worker runs and at each start. */
export async function keepDuplicates(): Promise<void> {
  const store = await theStore();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const followLater = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void store.followDuplicates().catch(() => undefined), FOLLOW_MS);
  };
  store.live(
    () => store.lastWritten(),
    followLater,
    () => undefined,
  );
}
