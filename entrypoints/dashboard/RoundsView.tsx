import { LoadingState } from '../../components/controls';
import { Rounds } from '../../components/dashboard/retention/Rounds';
import { changeName } from '../../components/terms';
import { t } from '../../utils/i18n';
import { newId } from '../../utils/id';
import { dayIn } from '../../utils/retention/facts';
import type { Asked, Round } from '../../utils/retention/model';
import { type Candidate, drawSample, whoLeft } from '../../utils/retention/survey';
import type { ChangeWhat } from '../../utils/store';
import * as act from '../../utils/store/retention-actions';
import { useLive } from '../../utils/ui/live';
import { zoneHere } from '../../utils/ui/page';
import { goTo } from './use-route';
import type { ViewProps } from './views';

/** Rounds of asking, read live; whom to ask is drawn at the start and kept. */
export function RoundsView({ kind, ...view }: ViewProps & { kind: Round['kind'] }) {
  const { store, source, changes, now } = view;
  const run = (what: ChangeWhat, change: () => Promise<string>) => void changes.run(changeName(what), change);
  const { value } = useLive(store, async () => {
    const rounds = await store.rounds();
    const answers = await Promise.all(rounds.map(({ id }) => store.satisfactionsOf(id)));
    const asked = [...new Set(rounds.flatMap((round) => round.asked.map(({ customerId }) => customerId)))];
    const customers = await store.customers(asked);
    return {
      rounds,
      answers: answers.flat(),
      edits: await store.reasonEdits(),
      names: new Map(customers.map(({ id, name }) => [id, name])),
    };
  }, []);
  if (!value) return <LoadingState rows={6} />;
  const { rounds, answers, names, edits } = value;
  const patch = (round: Round, change: Parameters<typeof act.editRound>[3]) =>
    run('round-edited', () => act.editRound(store, source, round.id, change));
  return (
    <Rounds
      {...{ kind, rounds, answers, names, now, edits }}
      onStart={async ({ name, size }) => {
        const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
        const asked = await whom(view, kind, size, seed);
        if (asked.length === 0)
          changes.tell(t(kind === 'survey' ? 'rounds_noCustomers' : 'rounds_nobodyLeft'), true);
        else
          run('round-added', () =>
            act.addRound(store, source, { kind, name, startedAt: Date.now(), seed, asked }),
          );
        return asked.length > 0;
      }}
      onAnswer={(round, customerId, answer) =>
        run('satisfaction-added', () => {
          const row = { customerId, at: Date.now(), page: null, roundId: round.id, ...answer };
          return act.addSatisfaction(store, source, row);
        })
      }
      onInterview={(round, customerId, interview) =>
        run('round-edited', () =>
          act.addInterview(store, source, round, customerId, { ...interview, at: Date.now() }),
        )
      }
      onReview={(round, point, text) =>
        patch(round, { reviews: { ...round.reviews, [point]: { at: Date.now(), text } } })
      }
      onMeasure={(round, decided) => {
        const measure = { ...decided, id: newId(), reminderId: null, doneAt: null };
        patch(round, { measures: [...round.measures, measure] });
      }}
      onMeasureDone={(round, id) =>
        run('round-edited', () => act.doneRoundMeasure(store, source, round, id, Date.now()))
      }
      onClose={(round) => patch(round, { closedAt: Date.now() })}
      onOpen={(id) => goTo({ view: 'customers', id })}
    />
  );
}

/** A survey draws at random by tier; an investigation asks those who left, core customers first. */
async function whom(
  { store, now }: ViewProps,
  kind: Round['kind'],
  size: number,
  seed: number,
): Promise<Asked[]> {
  const drawn =
    kind === 'survey'
      ? inOrder(await store.candidates(), size, seed)
      : whoLeft((await store.failureData(dayIn(zoneHere(), now))).cases).slice(0, size);
  return drawn.map(({ id, tier }) => ({
    ...{ customerId: id, tier, answeredAt: null, reasons: [], text: '' },
  }));
}

function inOrder(all: readonly Candidate[], size: number, seed: number): Candidate[] {
  const drawn = new Set(drawSample(all, size, seed).map(({ id }) => id));
  return all.filter(({ id }) => drawn.has(id));
}
