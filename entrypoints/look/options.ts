import { native } from '@/utils/browser/native';
import type { DetectSettings } from '@/utils/browser/own-addresses';
import type { UserOptions } from '@/utils/detect/types';

/**
 * What the detector needs to know of the user: own addresses and the code pattern, read
 * from storage without waking the worker. Nothing about customers is ever in reach of a page's process.
 */
export async function readOptions(): Promise<UserOptions> {
  const { detect } = (await native().storage.local.get('detect')) as { detect?: DetectSettings };
  return {
    own: new Set(detect?.own ?? []),
    ownDomains: new Set(detect?.ownDomains ?? []),
    codePattern: detect?.codePattern ? new RegExp(detect.codePattern, 'g') : null,
    names: detect?.names ?? false,
  };
}

/** Calls back when they change. */
export function watchOptions(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if ('detect' in changes || 'known' in changes) onChange();
  };
  const { onChanged } = native().storage.local; // gone from a script that outlives the extension, which stops then
  onChanged.addListener(listener);
  return () => onChanged.removeListener(listener);
}
