import { useEffect, useState } from 'preact/hooks';
import { Teach, type TeachProps } from '../../components/teach/Teach';
import { openDashboard } from '../../utils/browser/open';
import { keepOwnSite, readOwnSites } from '../../utils/browser/own-sites';
import { requestSites, siteOf } from '../../utils/browser/permissions';
import { forgetSiteHealth } from '../../utils/browser/site-health';
import { isMatch } from '../../utils/detect/match';
import type { Pick } from '../../utils/detect/pick';
import type { Site, TargetKind } from '../../utils/detect/types';
import { t } from '../../utils/i18n';
import { SITES } from '../../utils/sites';
import { taughtSite } from '../../utils/sites/own';
import { useReads } from './reads';
import { usePicker } from './use-picker';
import { type TaughtTab, useTab } from './use-tab';

type Picked = { kind: TargetKind; pick: Pick };

const today = () => Temporal.Now.plainDateISO().toString();
const readOf = ({ kind, pick }: Picked) => pick.reads.find(({ target }) => target.kind === kind);

/** Binds the teaching window to its tab, the picker in that tab's page, and the store of own sites. */
export function TeachApp({ tabId }: { tabId: number }) {
  const tab = useTab(tabId);
  const [things, setThings] = useState<Picked[]>([]);
  const [known, setKnown] = useState<Site[]>([]);
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => void readOwnSites().then(setKnown), []);
  const picker = usePicker(tabId, (pick) => setThings((all) => withPick(all, pick)));
  const allowed = tab.state === 'allowed';
  // It opens with the page waiting to be pointed at: that is what it was opened for.
  useEffect(() => void (allowed && things.length === 0 && !saved && picker.point()), [allowed]);
  const site = siteOfThings(things, known);
  const reads = useReads(tabId, tab, site);
  const before = known.find(({ matches }) => matches.some((match) => isMatch(match, tab.url)));

  const save = async () => {
    if (!site) return;
    try {
      picker.stop();
      await keepOwnSite(site);
      await forgetSiteHealth(site.id);
      setSaved(true);
    } catch (error) {
      setProblem(t('teach_failed', { WHY: error instanceof Error ? error.message : '' }));
    }
  };
  const change = (next: (all: Picked[]) => Picked[]) => setThings(next);
  return (
    <Teach
      host={tab.host}
      phase={phaseOf(tab.state, saved, picker.pointing)}
      again={before !== undefined}
      things={things.flatMap((one) => {
        const read = readOf(one);
        const kinds = one.pick.reads.map(({ target }) => target.kind);
        return read ? [{ kind: one.kind, kinds, value: read.value, ways: read.target.anchors.length }] : [];
      })}
      reads={reads}
      problem={problem ?? picker.problem}
      onAllow={() => {
        const pattern = siteOf(tab.url);
        if (pattern) void requestSites([pattern]).then((yes) => setProblem(yes ? null : t('sites_refused')));
      }}
      onPoint={picker.point}
      onStop={picker.stop}
      onKind={(from, to) =>
        change((all) =>
          all
            .filter(({ kind }) => kind !== to)
            .map((one) => (one.kind === from ? { ...one, kind: to } : one)),
        )
      }
      onDrop={(kind) => change((all) => all.filter((one) => one.kind !== kind))}
      onSave={() => void save()}
      onSites={() => void openDashboard('sites').then(() => window.close())}
      onClose={() => window.close()}
    />
  );
}

function phaseOf(state: TaughtTab['state'], saved: boolean, pointing: boolean): TeachProps['phase'] {
  if (saved) return 'saved';
  if (state !== 'allowed') return state;
  return pointing ? 'pointing' : 'ready';
}

/** A second thing of a kind takes the place of the first. What lies in another frame or page is a new beginning. */
function withPick(all: Picked[], pick: Pick): Picked[] {
  const here = all.filter((one) => one.pick.url === pick.url && one.kind !== pick.kind);
  return [...here, { kind: pick.kind, pick }];
}

/** The site file that would be kept; a page that was taught before keeps its file's name and id. */
function siteOfThings(things: readonly Picked[], known: readonly Site[]): Site | null {
  const url = things[0]?.pick.url;
  const targets = things.flatMap((one) => readOf(one)?.target ?? []);
  if (!url || targets.length === 0) return null;
  const taken = [...known, ...SITES].map(({ id }) => id);
  const made = taughtSite(url, targets, taken, today());
  const before = known.find(({ matches }) => matches.some((match) => isMatch(match, url)));
  return before ? { ...before, targets, verified: made.verified } : made;
}
