import { t } from '../../utils/i18n';
import { Button } from '../controls';
import { later } from '../later';
import { Complaints } from './complaints';
import { Details } from './details/details';
import { History } from './history';
import { Needs } from './needs';
import { Next } from './next-contact';
import { NoteBox } from './note';
import type { CardProps } from './props';
import { Risk } from './risk';
import { Timeline } from './timeline';
import { Who } from './who';
import { Worth } from './worth';

const WorthTab = later(() => import('./worth-tab').then((all) => all.WorthTab), 6);

export const TABS = ['overview', 'worth', 'details', 'history'] as const;
export type Tab = (typeof TABS)[number];

/** One customer: what matters first above the fold, everything else behind two tabs. */
export function CardView(props: CardProps & { tab: Tab; onTab: (tab: Tab) => void }) {
  const { tab, onTab, readOnly } = props;
  return (
    <article class="card">
      <Who {...props} />
      <Tabs tab={tab} onTab={onTab} />
      {readOnly && (
        <p class="notice" role="status">
          {t('readOnly')}
        </p>
      )}
      <div id={`panel-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`}>
        <fieldset class="plain" disabled={readOnly}>
          {tab === 'overview' && <Overview {...props} onMore={() => onTab('worth')} />}
          {tab === 'worth' && <WorthTab {...props} />}
          {tab === 'details' && <Details {...props} />}
          {tab === 'history' && <History {...props} />}
        </fieldset>
      </div>
    </article>
  );
}

function Overview(props: CardProps & { onMore: () => void }) {
  return (
    <>
      <Domain {...props} />
      <Also {...props} />
      <Same {...props} />
      <Worth {...props} />
      <Risk {...props} />
      <Next {...props} />
      <NoteBox {...props} />
      <Complaints {...props} />
      <Needs {...props} />
      <Timeline {...props} />
    </>
  );
}

/** Found by the company's domain alone: the address is not on file yet. */
function Domain({ person, card, actions }: CardProps) {
  if (person?.via !== 'domain') return null;
  return (
    <p class="notice">
      <span>{t('byDomain', { VALUE: person.value, NAME: card.customer.name })}</span>
      <Button kind="plain" icon="plus" onClick={() => actions.attach(card.customer.id)}>
        {t('addAsContact')}
      </Button>
    </p>
  );
}

/** The page shows one more address or number of theirs: where answers go, what the signature holds. */
function Also({ also, person, card, actions }: CardProps) {
  if (!also) return null;
  const name = person?.name || card.customer.name;
  return (
    <p class="notice">
      <span>{t(`also_${also.why}`, { VALUE: also.value, NAME: name.slice(0, 80) })}</span>
      <Button kind="plain" icon="plus" onClick={actions.addAlso}>
        {t('also_add')}
      </Button>
    </p>
  );
}

/** A second record of the same customer, perhaps: compared in the dashboard, where both stand side by side. */
function Same({ same, actions }: CardProps) {
  const [first] = same ?? [];
  if (!first) return null;
  return (
    <p class="notice">
      <span>{t('dupes_hint', { NAME: first.name.slice(0, 80) })}</span>
      <Button kind="plain" icon="repeat" onClick={() => actions.openDashboard('duplicates')}>
        {t('dupes_compare')}
      </Button>
    </p>
  );
}

/** Tabs after the ARIA pattern: one stop for Tab, arrows move and choose. */
function Tabs({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length] ?? tab;
    onTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={t('cardTabs')}>
      {TABS.map((id) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          class="tab"
          aria-selected={id === tab}
          aria-controls={id === tab ? `panel-${id}` : undefined}
          tabIndex={id === tab ? 0 : -1}
          onClick={() => onTab(id)}
          onKeyDown={move}
        >
          {t(`tab_${id}`)}
        </button>
      ))}
    </div>
  );
}
