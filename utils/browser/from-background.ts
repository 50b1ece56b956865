import type * as z from 'zod/mini';
import { browser } from './api';
import { onMessage, type Protocol } from './messages';

type Data<T extends keyof Protocol> = Parameters<Protocol[T]>[0];

/**
 * Listens to what the background tells frames of ours; returns the way to stop. Content scripts can send to them too, and
 * live in the process of the page: what comes out of a tab is not heard, nor what does not parse.
 */
export function fromBackground<T extends 'pageIs' | 'lockIs'>(
  type: T,
  schema: z.ZodMiniType<Data<T>>,
  onTold: (data: Data<T>) => void,
): () => void {
  const listener = ({ data, sender }: { data: unknown; sender?: { id?: string; tab?: object } }): void => {
    if (sender?.id !== browser.runtime.id || sender.tab !== undefined) return;
    const parsed = schema.safeParse(data);
    if (parsed.success) onTold(parsed.data);
  };
  return onMessage(type, listener as Parameters<typeof onMessage<T>>[1]);
}
