import { openStore, type Store } from '@/utils/store';

let opening: Promise<Store> | null = null;

/** The one open database of this worker; a failed opening is tried again at the next call. */
export function theStore(): Promise<Store> {
  opening ??= openStore().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}
