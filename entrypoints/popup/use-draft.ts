import { useState } from 'preact/hooks';
import type { NoteDraft } from '../../utils/browser/draft';
import { keepDraft } from '../../utils/browser/draft-store';
import type { NotedPage } from './page';
import { surely } from './people';

const blank = (page: NotedPage): NoteDraft => ({
  url: page.url,
  title: page.title,
  text: '',
  quote: page.quote,
  kind: 'note',
  customerId: surely(page.match),
  newName: '',
  newEmail: '',
  remindLocal: '',
  at: 0,
});

const isWorthKeeping = ({ text, remindLocal }: NoteDraft) => `${text}${remindLocal}`.trim() !== '';

export interface DraftControl {
  draft: NoteDraft;
  change: (patch: Partial<NoteDraft>) => void;
  /** The newest unsaved note of another page, or null. */
  waiting: NoteDraft | null;
  resume: (draft: NoteDraft) => void;
  discard: (draft: NoteDraft) => void;
  /** After saving: forgets the draft and starts a new one for the same customer. */
  saved: (customerId: string) => void;
}

/** The note being written: kept at every keystroke, found again when the popup opens again. */
export function useDraft(page: NotedPage): DraftControl {
  const kept = page.drafts[page.url];
  const [draft, setDraft] = useState<NoteDraft>(
    kept ? { ...kept, quote: page.quote || kept.quote } : blank(page),
  );
  const [others, setOthers] = useState(Object.values(page.drafts).filter(({ url }) => url !== page.url));
  const drop = (gone: NoteDraft) => setOthers((all) => all.filter((one) => one.url !== gone.url));
  return {
    draft,
    change: (patch) =>
      setDraft((last) => {
        const next = { ...last, ...patch, at: Date.now() };
        void keepDraft(next.url, isWorthKeeping(next) ? next : null);
        return next;
      }),
    waiting: others.sort((a, b) => b.at - a.at)[0] ?? null,
    resume: (chosen) => {
      if (isWorthKeeping(draft)) setOthers((all) => [...all, draft]);
      drop(chosen);
      setDraft(chosen);
    },
    discard: (gone) => {
      drop(gone);
      void keepDraft(gone.url, null);
    },
    saved: (customerId) => {
      void keepDraft(draft.url, null);
      setDraft({ ...blank(page), quote: '', customerId });
    },
  };
}
