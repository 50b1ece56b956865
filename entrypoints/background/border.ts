import type * as z from 'zod/mini';
import { browser } from '@/utils/browser/api';
import { onMessage, type Protocol } from '@/utils/browser/messages';

/** Who sent a message: a content script in a frame of a tab, or a document of our own (perhaps inside a tab). */
export type Sender =
  | { from: 'content'; tabId: number; frameId: number; url: string }
  | { from: 'own'; tabId: number | null; frameId: number | null };

interface RawSender {
  id?: string;
  url?: string;
  origin?: string;
  frameId?: number;
  tab?: { id?: number };
}

/** Refused at the border. The text names the message and why, never what was in it. */
export class Refused extends Error {}

type Data<T extends keyof Protocol> = Parameters<Protocol[T]>[0];
type Answer<T extends keyof Protocol> = ReturnType<Protocol[T]>;

/**
 * Answers one message of the protocol: checks who sent it, parses its data, then runs `answer`.
 * @throws Refused (to the sender) when either does not fit; the log names the message, no customer data.
 */
export function handle<T extends keyof Protocol, F extends Sender['from']>(
  type: T,
  from: F,
  schema: z.ZodMiniType<Data<T>>,
  answer: (data: Data<T>, sender: Extract<Sender, { from: F }>) => Promise<Answer<T>>,
): void {
  onMessage(type, (async (message: { data: unknown; sender?: RawSender }) => {
    const sender = senderOf(message.sender ?? {});
    if (sender?.from !== from) throw refuse(type, 'sender');
    const parsed = schema.safeParse(message.data);
    if (!parsed.success) throw refuse(type, parsed.error.issues[0]?.path.join('.') || 'shape');
    return answer(parsed.data, sender as Extract<Sender, { from: F }>);
  }) as Parameters<typeof onMessage<T>>[1]);
}

function refuse(type: string, why: string): Refused {
  console.warn(`[margin] refused ${type}: ${why}`);
  return new Refused(`refused ${type}: ${why}`);
}

function senderOf(sender: RawSender): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  const own = browser.runtime.getURL('');
  if (sender.url?.startsWith(own) || (sender.origin && own.startsWith(`${sender.origin}/`)))
    return { from: 'own', tabId: sender.tab?.id ?? null, frameId: sender.frameId ?? null };
  if (sender.tab?.id === undefined || sender.frameId === undefined) return null;
  return { from: 'content', tabId: sender.tab.id, frameId: sender.frameId, url: sender.url ?? '' };
}
