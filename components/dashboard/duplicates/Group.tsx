import { useState } from 'preact/hooks';
import type { Explanation } from '../../../utils/customer/duplicates';
import type { Customer } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import type { DuplicateGroup } from '../../../utils/store/api';
import { Badge, Button } from '../../controls';
import { Compare } from './Compare';
import { bestSurvivor, takenFrom } from './choices';
import { Why } from './Why';

export interface PairWhy {
  one: string;
  other: string;
  why: Explanation;
}

export interface GroupActions {
  onMerge: (merge: { survivor: Customer; merged: string[]; picks: Record<string, string> }) => void;
  /** This one is not the same as any other of the group. */
  onApart: (id: string, others: string[]) => void;
  onLater: (group: DuplicateGroup) => void;
}

export interface GroupProps extends GroupActions {
  group: DuplicateGroup;
  /** null: not read yet. */
  whys: readonly PairWhy[] | null;
  readOnly: boolean;
}

/** Records that may be one: why, side by side, and what to do. */
export function Group({ group, whys, readOnly, onMerge, onApart, onLater }: GroupProps) {
  const { customers, contacts, pairs } = group;
  const [chosen, setChosen] = useState<string | null>(null);
  const [picks, setPicks] = useState<Record<string, string>>({});
  const survivor =
    customers.find(({ id }) => id === chosen) ?? customers.find(({ id }) => id === bestSurvivor(customers));
  const nameOf = (id: string) => customers.find((one) => one.id === id)?.name ?? '';
  if (!survivor) return null;
  const others = customers.filter(({ id }) => id !== survivor.id).map(({ id }) => id);
  const sure = pairs.length > 0 && pairs.every(({ band }) => band === 'auto');
  const key = pairs[0]?.id ?? survivor.id;
  return (
    <article class="dupes-group" aria-labelledby={`${key}-title`}>
      <header class="dupes-head">
        <h3 id={`${key}-title`} class="clamp-2" dir="auto">
          {customers.map(({ name }) => name).join(' · ')}
        </h3>
        <Badge text={t(sure ? 'dupes_auto' : 'dupes_review')} tone={sure ? 'good' : 'warn'} />
      </header>
      {whys && whys.length > 0 && (
        <div class="dupes-whys">
          {whys.map(({ one, other, why }) => (
            <Why
              key={`${one}${other}`}
              why={why}
              title={
                customers.length > 2
                  ? t('dupes_whyOf', { A: nameOf(one).slice(0, 60), B: nameOf(other).slice(0, 60) })
                  : t('dupes_why')
              }
            />
          ))}
        </div>
      )}
      <Compare
        id={key}
        customers={customers}
        contacts={contacts}
        survivor={survivor.id}
        taken={takenFrom(customers, survivor.id, picks)}
        disabled={readOnly}
        onSurvivor={setChosen}
        onPick={(field, id) => setPicks({ ...picks, [field]: id })}
      />
      <footer class="dupes-actions">
        <Button
          kind="primary"
          disabled={readOnly}
          onClick={() => onMerge({ survivor, merged: others, picks })}
        >
          {t('dupes_merge', { COUNT: customers.length })}
        </Button>
        {customers.length === 2 ? (
          <Button disabled={readOnly} onClick={() => onApart(survivor.id, others)}>
            {t('dupes_apart')}
          </Button>
        ) : (
          customers.map(({ id, name }) => (
            <Button
              key={id}
              disabled={readOnly}
              onClick={() =>
                onApart(
                  id,
                  customers.map((one) => one.id).filter((one) => one !== id),
                )
              }
            >
              {t('dupes_apartOf', { NAME: name.slice(0, 40) })}
            </Button>
          ))
        )}
        <Button kind="plain" disabled={readOnly} onClick={() => onLater(group)}>
          {t('dupes_later')}
        </Button>
      </footer>
    </article>
  );
}
