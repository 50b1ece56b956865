import type { TargetKind } from '../../utils/detect/types';
import { t } from '../../utils/i18n';
import { Button, ErrorState, Icon, IconButton, Select } from '../controls';

/** One thing that was pointed at. */
export interface TaughtThing {
  kind: TargetKind;
  /** What it may be instead. */
  kinds: readonly TargetKind[];
  value: string;
  /** Independent ways by which it is found again. */
  ways: number;
}

/** What one page of the kind would be read as. */
export interface PageRead {
  url: string;
  title: string;
  here: boolean;
  values: readonly string[];
  /** Anchors that agreed for the first value, of all; null where nothing of what was taught was found. */
  agreed: { count: number; of: number } | null;
}

export interface TeachProps {
  host: string;
  /** `waiting`: which page it is is not known yet · `ask`: the site is not allowed yet · `gone`: its tab was closed, or shows no page of the web. */
  phase: 'waiting' | 'ask' | 'ready' | 'pointing' | 'saved' | 'gone';
  /** The page was taught before. */
  again: boolean;
  things: readonly TaughtThing[];
  reads: readonly PageRead[];
  problem: string | null;
  onAllow: () => void;
  onPoint: () => void;
  onStop: () => void;
  onKind: (from: TargetKind, to: TargetKind) => void;
  onDrop: (kind: TargetKind) => void;
  onSave: () => void;
  onSites: () => void;
  onClose: () => void;
}

/** Teaching a page: point at things in it, see what would be read, keep it. */
export function Teach(props: TeachProps) {
  const { phase, host, again } = props;
  if (phase === 'gone')
    return (
      <ErrorState
        title={t('teach_gone')}
        actions={<Button onClick={props.onClose}>{t('teach_close')}</Button>}
      >
        {t('teach_goneText')}
      </ErrorState>
    );
  return (
    <main class="teach">
      <header class="teach-head">
        <h1>{again ? t('teach_again') : t('teach_title')}</h1>
        <p class="teach-host">{host}</p>
      </header>
      {phase === 'ask' && <AskFirst {...props} />}
      {phase === 'saved' && <Saved {...props} />}
      {(phase === 'ready' || phase === 'pointing') && <Work {...props} />}
      <p class="teach-problem" role="alert">
        {props.problem}
      </p>
    </main>
  );
}

const AskFirst = ({ host, onAllow }: TeachProps) => (
  <section class="teach-part">
    <p>{t('teach_ask', { HOST: host })}</p>
    <Button kind="primary" onClick={onAllow}>
      {t('popup_siteAllow')}
    </Button>
  </section>
);

const Saved = (props: TeachProps) => (
  <section class="teach-part" role="status">
    <p class="teach-done">
      <Icon name="check" /> {t('teach_saved')}
    </p>
    <p class="teach-soft">{t('teach_savedText')}</p>
    <div class="teach-actions">
      <Button kind="primary" onClick={props.onClose}>
        {t('teach_close')}
      </Button>
      <Button onClick={props.onSites}>{t('teach_toSites')}</Button>
    </div>
    <Reads reads={props.reads} />
  </section>
);

function Work(props: TeachProps) {
  const { phase, things, onPoint, onStop, onSave } = props;
  const pointing = phase === 'pointing';
  return (
    <>
      <section class="teach-part">
        {things.length === 0 && <p class="teach-soft">{t('teach_lead')}</p>}
        {things.length > 0 && (
          <ul class="teach-things" aria-label={t('teach_things')}>
            {things.map((thing) => (
              <Thing key={thing.kind} thing={thing} {...props} />
            ))}
          </ul>
        )}
        {pointing ? (
          <div class="teach-pointing" role="status">
            <p>{t('teach_pointing')}</p>
            <Button onClick={onStop}>{t('teach_stop')}</Button>
          </div>
        ) : (
          <Button kind={things.length === 0 ? 'primary' : 'normal'} icon="plus" onClick={onPoint}>
            {things.length === 0 ? t('teach_point') : t('teach_more')}
          </Button>
        )}
      </section>
      {things.length > 0 && <Reads reads={props.reads} />}
      {things.length > 0 && (
        <footer class="teach-foot">
          <Button kind="primary" onClick={onSave} disabled={pointing}>
            {t('teach_save')}
          </Button>
        </footer>
      )}
    </>
  );
}

function Thing({ thing, onKind, onDrop }: { thing: TaughtThing } & Pick<TeachProps, 'onKind' | 'onDrop'>) {
  const { kind, kinds, value, ways } = thing;
  return (
    <li class="teach-thing">
      <Select
        label={t('teach_kind')}
        hideLabel
        value={kind}
        options={kinds.map((one) => ({ value: one, text: t(`teachKind_${one}`) }))}
        onChange={(to) => onKind(kind, to)}
      />
      <span class="teach-value" dir="auto">
        {value}
      </span>
      <span class="teach-soft">{t('teach_ways', { COUNT: ways })}</span>
      <IconButton icon="trash" label={t('teach_drop', { VALUE: value })} onClick={() => onDrop(kind)} />
    </li>
  );
}

/** This page, and those that were looked at while the window stood open. */
function Reads({ reads }: Pick<TeachProps, 'reads'>) {
  return (
    <section class="teach-part" aria-labelledby="teach-reads">
      <h2 id="teach-reads">{t('teach_reads')}</h2>
      <p class="teach-soft">{t('teach_readsText')}</p>
      <ul class="teach-reads" aria-live="polite">
        {reads.map(({ url, title, here, values, agreed }) => (
          <li key={url}>
            <span class="teach-page clamp-1">{here ? t('teach_here') : title || url}</span>
            {values.length > 0 ? (
              <span class="teach-values" dir="auto">
                {values.join(' · ')}
              </span>
            ) : (
              <span class="teach-none">
                <Icon name="alert" /> {t('teach_nothing')}
              </span>
            )}
            {agreed && (
              <span class="teach-soft">{t('teach_agreed', { COUNT: agreed.count, OF: agreed.of })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
