import { newId } from '../../../utils/id.ts';
import * as actions from '../../../utils/store/actions.ts';
import { newEntry } from '../../../utils/store/drafts.ts';
import { openStore, type Store, UndoConflict } from '../../../utils/store/index.ts';
import * as ledgers from '../../../utils/store/ledger-actions.ts';
import type { Fault } from '../fault.ts';
import { audit } from '../inside/audit.ts';

const SOURCE = { kind: 'sidebar', url: '' } as const;

export const twoTabs: Fault = {
  name: 'two-tabs',
  says: 'two tabs edit the same customer at the same moment',
  run: async ({ short }) => {
    const tries = short ? 10 : 500;
    const name = newId();
    const [one, two] = [await openStore({ name }), await openStore({ name })];
    const { customerId } = await actions.addCustomer(one, SOURCE, { name: 'A' });
    const losses: string[] = [];
    for (let at = 0; at < tries; at++) losses.push(...(await bothEdit([one, two], customerId, at)));
    losses.push(...(await audit([], [], name)).half);
    one.close();
    two.close();
    return {
      tries,
      losses,
      uncaught: [],
      of: 'fields, one field, notes, sales, and the undo of what was overwritten',
    };
  },
};

const sale = (at: number) =>
  newEntry({ date: '2026-01-05', kind: 'sale', amount: { minor: 100 + at, currency: 'CNY' } });

async function bothEdit([one, two]: [Store, Store], id: string, at: number): Promise<string[]> {
  const said = `${at}`;
  const note = (text: string) => ({ kind: 'note', text, page: null }) as const;
  const [, , first, second] = await Promise.all([
    actions.editCustomer(one, SOURCE, id, { title: said }),
    actions.editCustomer(two, SOURCE, id, { company: said }),
    actions.editCustomer(one, SOURCE, id, { owner: `one ${at}` }),
    actions.editCustomer(two, SOURCE, id, { owner: `two ${at}` }),
    actions.addNote(one, SOURCE, id, note(`one ${at}`)),
    actions.addNote(two, SOURCE, id, note(`two ${at}`)),
    ledgers.addEntries(one, SOURCE, id, [sale(at)]),
    ledgers.addEntries(two, SOURCE, id, [sale(at)]),
  ]);
  const [row] = await one.customers([id]);
  const losses: string[] = [];
  if (row?.title !== said || row.company !== said) losses.push(`try ${at}: a field of the other tab is gone`);
  const last = row?.owner === `one ${at}` ? first : second;
  if (row?.owner !== `one ${at}` && row?.owner !== `two ${at}`) losses.push(`try ${at}: neither edit stands`);
  const earlier = last === first ? second : first;
  const refused = await one.undo(earlier, SOURCE).then(
    () => false,
    (error) => error instanceof UndoConflict,
  );
  if (!refused) losses.push(`try ${at}: the undo of one tab took back what the other wrote`);
  const entries = (await two.ledger(id))?.entries.length;
  if (entries !== 2 * (at + 1)) losses.push(`try ${at}: ${entries} sales of ${2 * (at + 1)}`);
  const notes = (await two.history(10_000, id)).filter(({ what }) => what === 'note-added').length;
  if (notes !== 2 * (at + 1)) losses.push(`try ${at}: ${notes} notes of ${2 * (at + 1)}`);
  return losses;
}
