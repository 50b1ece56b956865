import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import type { Portfolio } from '../../../utils/value/portfolio-types';
import type { ValueSettings } from '../../../utils/value/settings';
import type { Assumptions } from '../../../utils/value/what-if';
import { Button, EmptyState, LoadingState } from '../../controls';
import { countText } from '../../format';
import { Complaints, Defections, KeepOrWin } from './answers';
import { basisOf } from './questions';

export interface WhatIfProps {
  /** undefined: being read; null: nothing has been worked out yet. */
  portfolio: Portfolio | null | undefined;
  settings: ValueSettings | null;
  /** Complaints of the last twelve months; null: being counted. */
  complaints: number | null;
  /** The customer whose loss is asked about, with the search for one. */
  losing: ComponentChildren;
  /** Keeps the assumptions for later. */
  onKeep: (assumptions: Assumptions) => void;
}

/** What would be, if: every answer from the real customers, with assumptions that can be moved. */
export function WhatIf(props: WhatIfProps) {
  const { portfolio, settings, complaints } = props;
  if (portfolio === undefined || settings === null || complaints === null) return <LoadingState rows={6} />;
  if (portfolio === null || portfolio.customers === 0) {
    return (
      <EmptyState icon="list" title={t('report_empty')}>
        {t('report_emptyHint')}
      </EmptyState>
    );
  }
  return <Questions {...props} portfolio={portfolio} settings={settings} complaints={complaints} />;
}

interface Ready extends WhatIfProps {
  portfolio: Portfolio;
  settings: ValueSettings;
  complaints: number;
}

function Questions({ portfolio, settings, complaints, losing, onKeep }: Ready) {
  const [tried, setTried] = useState<Partial<Assumptions>>({});
  const assumptions = { ...settings.assumptions, ...tried };
  const { basis, assumed } = basisOf(portfolio, { ...settings, assumptions }, complaints);
  const given = {
    basis,
    assumed,
    assumptions,
    onTry: (patch: Partial<Assumptions>) => setTried({ ...tried, ...patch }),
  };
  const moved = Object.keys(tried).length > 0;
  return (
    <div class="whatif">
      <p class="sheet-lead">{t('whatif_lead', { COUNT: countText(portfolio.customers) })}</p>
      <div class="whatif-cards">
        <Defections {...given} />
        <KeepOrWin {...given} />
        <Complaints {...given} />
        {losing}
      </div>
      {moved && (
        <div class="sheet-actions whatif-keep">
          <Button
            kind="primary"
            onClick={() => {
              onKeep(assumptions);
              setTried({});
            }}
          >
            {t('whatif_keepThese')}
          </Button>
          <Button onClick={() => setTried({})}>{t('whatif_back')}</Button>
        </div>
      )}
    </div>
  );
}
