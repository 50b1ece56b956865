import { StoreClosed, StoreDenied, StoreFull, StoreNewer } from './errors';

/** Names of errors along `inner` and `cause`: Dexie wraps what the browser throws, sometimes twice. */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  for (let one = error; one instanceof Object && names.length < 6; ) {
    const { name, inner, cause } = one as { name?: unknown; inner?: unknown; cause?: unknown };
    names.push(String(name));
    one = inner ?? cause;
  }
  return names;
}

const DENIED = ['MissingAPIError', 'SecurityError', 'InvalidStateError', 'NotAllowedError', 'UnknownError'];

/** Runs a query or change and tells the errors of database and browser apart by the store's own types. */
export async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const names = namesOf(error);
    const any = (...wanted: string[]) => wanted.some((name) => names.includes(name));
    if (any('QuotaExceededError')) throw new StoreFull('no room left; nothing was written', { cause: error });
    if (any('VersionError')) throw new StoreNewer('the database is of a newer version', { cause: error });
    if (any('DatabaseClosedError')) throw new StoreClosed('the database was closed', { cause: error });
    if (any(...DENIED)) throw new StoreDenied('the browser refuses the database', { cause: error });
    throw error;
  }
}
