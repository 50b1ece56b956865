import { useEffect, useMemo, useState } from 'preact/hooks';
import { Toast } from '../../components/controls';
import { Popup, type PopupProps } from '../../components/popup/Popup';
import type { Suggestion } from '../../components/search/CustomerSearch';
import { sendMessage } from '../../utils/browser/messages';
import { openDashboard } from '../../utils/browser/open';
import { requestSites, siteOf } from '../../utils/browser/permissions';
import type { Settings } from '../../utils/browser/settings';
import { toLocal } from '../../utils/contact';
import { t } from '../../utils/i18n';
import { shownCustomers } from '../../utils/retention/shown';
import type { Store } from '../../utils/store';
import { useChanges } from '../../utils/ui/changes';
import { useDue } from '../../utils/ui/due';
import { snoozeOptions, viewOf } from '../../utils/ui/due-items';
import { useLive } from '../../utils/ui/live';
import { useLost } from '../../utils/ui/lost';
import { useNow, zoneHere } from '../../utils/ui/page';
import { saveQuickNote } from '../../utils/ui/quick-note';
import { searchCustomers } from '../../utils/ui/search';
import type { NotedPage } from './page';
import { customersOn, unknownOn } from './people';
import { useDraft } from './use-draft';

const DUE_SHOWN = 5;
const remindersChanged = () => void sendMessage('remindersChanged', undefined).catch(() => undefined);

interface PopupAppProps {
  store: Store;
  settings: Settings;
  page: NotedPage;
}

/** Binds the popup to the store, the page and the browser. */
export function PopupApp({ store, settings, page }: PopupAppProps) {
  const source = useMemo(() => ({ kind: 'popup', url: page.url }) as const, [page]);
  const changes = useChanges(store, source, remindersChanged);
  const now = useNow();
  const due = useDue({ store, settings, source, changes, now, limit: DUE_SHOWN });
  const { draft, change, ...drafts } = useDraft(page);
  const [saving, setSaving] = useState(false);
  const search = useSearch(store, page);
  const customer = useLive(
    store,
    async () => (draft.customerId ? await shownCustomers(store, [draft.customerId]) : []),
    [draft.customerId],
  );
  const known = customer.value?.find(({ id }) => id === draft.customerId) ?? null;

  const save: PopupProps['onSave'] = async (note) => {
    setSaving(true);
    const name = known?.name ?? note.newName;
    await changes.run(t('popup_saved', { NAME: name }), async () => {
      const when = { now: Date.now(), zone: zoneHere() };
      const { changeId, customerId } = await saveQuickNote(store, source, note, when);
      drafts.saved(customerId);
      return changeId;
    });
    setSaving(false);
  };

  return (
    <>
      <Popup
        draft={draft}
        onDraft={change}
        customer={known}
        {...search}
        unknown={unknownOn(page.match)}
        form={formOf(now, settings)}
        saving={saving}
        onSave={(note) => void save(note)}
        waiting={waitingOf(drafts)}
        onLost={useLost() && (() => goTo('settings'))}
        offer={useOffer(page)}
        due={due && { ...due, onOpen: (item) => goTo(viewOf(item)), onAll: () => goTo('due') }}
        onDashboard={() => goTo('customers')}
        onTeach={teachOf(page)}
      />
      <Toast toast={changes.toast} onClose={changes.close} />
    </>
  );
}

function goTo(view: string): void {
  void openDashboard(view).then(() => window.close());
}

function formOf(now: number, { remindAt }: Settings): PopupProps['form'] {
  const zone = zoneHere();
  const near = snoozeOptions(now, zone, remindAt).filter(({ id }) => id === 'tomorrow' || id === 'nextWeek');
  const isMac = /mac/i.test(navigator.userAgent);
  return { remindOptions: near, nowLocal: toLocal(now, zone), saveKey: isMac ? '⌘↵' : 'Ctrl+↵' };
}

function waitingOf({
  waiting,
  resume,
  discard,
}: Pick<ReturnType<typeof useDraft>, 'waiting' | 'resume' | 'discard'>) {
  if (!waiting) return null;
  return {
    title: waiting.title || waiting.text.slice(0, 80),
    onContinue: () => resume(waiting),
    onDiscard: () => discard(waiting),
  };
}

function teachOf({ url, tabId }: NotedPage): PopupProps['onTeach'] {
  if (tabId === null || siteOf(url) === null) return null;
  return () => void sendMessage('teachPage', { tabId }).then(() => window.close());
}

/** For an empty query those on the page, else what the store finds; a late answer to an old query is dropped. */
function useSearch(store: Store, page: NotedPage) {
  const [query, setQuery] = useState('');
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  useEffect(() => {
    let current = true;
    const typed = query.trim();
    const found = typed === '' ? customersOn(store, page.match) : searchCustomers(store, typed);
    found.then(
      (hits) => current && setSuggestions(hits),
      () => current && setSuggestions([]),
    );
    return () => {
      current = false;
    };
  }, [store, page, query]);
  return { query, onQuery: setQuery, suggestions };
}

function useOffer({ askable, url, tabId }: NotedPage): PopupProps['offer'] {
  const [answered, setAnswered] = useState(false);
  const site = siteOf(url);
  if (!askable || answered || !site || tabId === null) return null;
  return {
    host: new URL(url).host,
    onAllow: () => void requestSites([site]).then(setAnswered),
    onShowOnce: () => void sendMessage('useHere', { tabId }).then(() => window.close()),
  };
}
