import { useEffect, useState } from 'preact/hooks';
import { Import } from '../../components/dashboard/import/Import';
import type { ImportRow, RejectRow, Store } from '../../utils/store';
import { useLive } from '../../utils/ui/live';
import { downloadText, exampleFile, rejectsFile } from './import/files';
import { theDesk as desk, useDesk } from './import/the-desk';
import { goTo } from './use-route';
import type { ViewProps } from './views';

const RECENT = 20;
const SHOWN_REJECTS = 200;
const DAY_MS = 86_400_000;

/** Customers and transactions from a file. */
export function ImportView({ store, settings, changes, now }: ViewProps) {
  const view = useDesk();
  const [shown, setShown] = useState<ImportRow | null>(null);
  const recent = useLive(store, () => store.imports(RECENT), []).value ?? [];
  const result = view.step === 'result' ? view.row : view.step === 'file' ? shown : null;
  const rejects = useRejects(store, result?.id ?? null);
  const undone = useUndone(store, result?.id ?? null);
  const { currency, country } = settings;
  const again = () => {
    setShown(null);
    desk.again();
  };
  return (
    <Import
      view={result ? { step: 'result', row: result } : view}
      recent={recent}
      now={now}
      rejects={rejects}
      undone={undone}
      onFile={(file) => desk.open(file, { currency, country, latest: tomorrow(Date.now()) })}
      onResume={(row) => desk.resume(row.id, row.fileName)}
      onTakeBack={(row) => desk.stop(row.id)}
      onStop={(id) => desk.stop(id)}
      onShow={setShown}
      onExample={(kind) => downloadText(exampleFile(kind))}
      onPlan={(patch) => desk.change(patch)}
      onReopen={(how) => desk.reopen(how)}
      onStart={() => desk.start()}
      onAgain={again}
      onCustomers={() => goTo({ view: 'customers', id: null })}
      onDownload={(row) => void rejectsFile(store, row).then(downloadText)}
      onUndo={(row) => void changes.undo(row.id)}
    />
  );
}

/** The reader's tomorrow, `YYYY-MM-DD`: a sale of a branch ahead of this zone is no mistake. */
const tomorrow = (now: number): string => {
  const day = new Date(now + DAY_MS);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

/** The first refused rows of an import. */
function useRejects(store: Store, id: string | null): RejectRow[] | null {
  const [rows, setRows] = useState<RejectRow[] | null>(null);
  useEffect(() => {
    let current = true;
    setRows(null);
    if (id === null) return;
    void firstRejects(store, id).then((found) => current && setRows(found));
    return () => {
      current = false;
    };
  }, [store, id]);
  return rows;
}

async function firstRejects(store: Store, id: string): Promise<RejectRow[]> {
  const rows: RejectRow[] = [];
  for (let after = -1; rows.length < SHOWN_REJECTS; ) {
    const [part] = await store.rejects(id, after, 1);
    if (!part) break;
    after = part.part;
    rows.push(...part.rows.slice(0, SHOWN_REJECTS - rows.length));
  }
  return rows;
}

function useUndone(store: Store, id: string | null): boolean {
  const query = async () => (id === null ? false : store.isUndone(id));
  return useLive(store, query, [id]).value ?? false;
}
