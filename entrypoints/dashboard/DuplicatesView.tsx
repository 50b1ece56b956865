import { Duplicates } from '../../components/dashboard/duplicates/Duplicates';
import { Group, type GroupActions } from '../../components/dashboard/duplicates/Group';
import { t } from '../../utils/i18n';
import type { DuplicateGroup, Store } from '../../utils/store';
import { mergeGroup, tellGroupApart } from '../../utils/store/actions';
import { useLive } from '../../utils/ui/live';
import type { DuplicateSearching } from './use-duplicate-search';
import type { ViewProps } from './views';

const SHOWN = 30;
const MOST_WHYS = 3;
const LATER_MS = 30 * 86_400_000;

/** The proposals, read live; what is done with one is a change with Undo. */
export function DuplicatesView({ searching, ...props }: ViewProps & { searching: DuplicateSearching }) {
  const { store, now } = props;
  const { value: groups } = useLive(store, () => store.duplicates(now, SHOWN), [now]);
  const { progress, search, stop } = searching;
  const actions = actionsOf(props);
  return (
    <Duplicates
      count={groups?.length ?? null}
      progress={progress}
      readOnly={store.readOnly}
      onSearch={search}
      onStop={stop}
    >
      {groups?.map((group) => (
        <LiveGroup
          key={group.customers.map(({ id }) => id).join()}
          store={store}
          group={group}
          {...actions}
        />
      ))}
    </Duplicates>
  );
}

function LiveGroup({ store, group, ...actions }: { store: Store; group: DuplicateGroup } & GroupActions) {
  const pairs = group.pairs.slice(0, MOST_WHYS);
  const explained = async () => {
    const all = await Promise.all(pairs.map(({ one, other }) => store.explainDuplicates(one, other)));
    return pairs.flatMap(({ one, other }, at) => {
      const why = all[at];
      return why ? [{ one, other, why }] : [];
    });
  };
  const { value } = useLive(store, explained, [pairs.map(({ id }) => id).join()]);
  return <Group group={group} whys={value} readOnly={store.readOnly} {...actions} />;
}

function actionsOf({ store, source, changes }: ViewProps): GroupActions {
  return {
    onMerge: ({ survivor, merged, picks }) =>
      void changes.run(t('dupes_merged', { NAME: survivor.name.slice(0, 60) }), () =>
        mergeGroup(store, source, { survivor: survivor.id, merged, picks }),
      ),
    onApart: (id, others) =>
      void changes.run(t('change_told_apart'), () => tellGroupApart(store, source, id, others)),
    onLater: ({ pairs }) =>
      void changes.attempt(async () => {
        await store.postponeDuplicates(
          pairs.map(({ id }) => id),
          Date.now() + LATER_MS,
        );
        return { changeId: null, text: t('dupes_laterDone') };
      }),
  };
}
