import { kindOf, targetOf } from './anchors';
import { valueIn } from './taught';
import type { Target, TargetKind } from './types';

/** What the user pointed at, read as each of the kinds that it can be. */
export interface Pick {
  url: string;
  title: string;
  /** The likeliest kind; one of `reads`. */
  kind: TargetKind;
  reads: Array<{ target: Target; value: string; name: string }>;
}

const KINDS: readonly TargetKind[] = ['email', 'name', 'code'];

/** null: nothing that could be found again stands there. */
export function pick(document: Document, url: string, el: Element): Pick | null {
  const reads = KINDS.flatMap((kind) => {
    const value = valueIn(el, kind);
    const target = value && targetOf(document, el, kind);
    return target ? [{ target, value: value.value, name: value.name }] : [];
  });
  const likely = kindOf(el);
  const kind = reads.find(({ target }) => target.kind === likely)?.target.kind ?? reads[0]?.target.kind;
  return kind ? { url, title: document.title.slice(0, 300), kind, reads } : null;
}
