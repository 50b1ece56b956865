import type { Protocol } from './messages';
import { native } from './native';

type Type = keyof Protocol;
type Data<T extends Type> = Parameters<Protocol[T]>[0];
type Answer<T extends Type> = ReturnType<Protocol[T]>;

/**
 * The protocol's two verbs for a page, in the envelope that the messaging library of the background speaks
 * (@webext-core/messaging 4): the library itself would be a tenth of this script.
 */
export async function ask<T extends Type>(type: T, data?: Data<T>): Promise<Answer<T>> {
  const answer: { res?: Answer<T>; err?: unknown } | undefined = await native().runtime.sendMessage({
    id: 0,
    type,
    data,
    timestamp: Date.now(),
  });
  if (!answer || answer.err) throw new Error(`margin: no answer to ${type}`);
  return answer.res as Answer<T>;
}

const RETRY_MS = 200;
const MAX_TRIES = 5;

/** A worker that was stopped in the middle of a message heard nothing: it is told again, a few times in a row. */
export class Tries {
  #left = MAX_TRIES;

  heard(): void {
    this.#left = MAX_TRIES;
  }

  again(tell: () => void): void {
    if (this.#left-- > 0) setTimeout(tell, RETRY_MS);
  }
}

type Handlers = { [T in Type]?: (data: Data<T>) => void };

/** Listens to the background; a content script hears nobody else (no page can send here). Returns the way to stop. */
export function listen(handlers: Handlers): () => void {
  const listener = (
    message: { type?: string; data?: unknown } | null,
    _: unknown,
    reply: (answer: object) => void,
  ) => {
    const handler = handlers[message?.type as Type] as ((data: unknown) => void) | undefined;
    if (!message || !handler) return;
    handler(message.data);
    reply({});
  };
  const { onMessage } = native().runtime; // gone from a script that outlives the extension, which stops then
  onMessage.addListener(listener);
  return () => onMessage.removeListener(listener);
}
