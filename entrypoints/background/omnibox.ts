import { browser } from '@/utils/browser/api';
import { openDashboard } from '@/utils/browser/open';
import { t } from '@/utils/i18n';
import { searchCustomers } from '@/utils/ui/search';
import { useLanguage } from './language';
import { unlessLocked } from './locked';
import { theStore } from './store';

const SHOWN = 6;
const ID = /^[0-9a-f-]{36}$/;

/** `mg` and what is typed, in the browser's address bar: customers as one types, Enter opens the record. */
export function listenToOmnibox(): void {
  const { omnibox } = browser;
  if (!omnibox) return; // Firefox for Android has none
  omnibox.onInputStarted.addListener(() => {
    void useLanguage().then(() => omnibox.setDefaultSuggestion({ description: escaped(t('omnibox_hint')) }));
  });
  omnibox.onInputChanged.addListener((text, suggest) => {
    void suggestions(text).then(suggest, () => suggest([]));
  });
  omnibox.onInputEntered.addListener((text) => void enter(text));
}

async function suggestions(text: string): Promise<Array<{ content: string; description: string }>> {
  const found = await searchCustomers(await theStore(), text, SHOWN);
  return found.map(({ customer, contact, matched }) => ({
    content: customer.id,
    description: escaped(
      [...new Set([customer.name, contact?.name ?? '', matched])].filter((part) => part !== '').join(' · '),
    ),
  }));
}

/** A suggestion that was taken is an id; what was typed and entered goes to whom it finds first. */
async function enter(text: string): Promise<void> {
  const first = ID.test(text) ? null : await firstFound(text).catch(unlessLocked);
  const id = ID.test(text) ? text : first?.customer.id;
  await openDashboard(id ? `customers/${id}` : 'customers');
}

const firstFound = async (text: string) => (await (await theStore()).search(text, 1))[0];

/** Chromium reads descriptions as XML: what comes from a customer's name must not be markup. */
const escaped = (text: string): string =>
  text
    .slice(0, 200)
    .replace(/[<>&'"]/g, (char) => `&#${char.charCodeAt(0)};`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are no XML
    .replace(/[\u0000-\u001f\u007f]/g, ' ');
