import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { Warning } from '../../utils/retention/early-warning';
import { Button } from '../controls';
import { sentence } from './words';

const SHOWN = 3;

/** The weightiest evidence, each in a sentence; the rest and what is not known behind one click. */
export function EvidenceList({ warning }: { warning: Warning }) {
  const [all, setAll] = useState(false);
  const { evidence, fine, missing } = warning;
  if (warning.score === null) return null;
  const shown = all ? evidence : evidence.slice(0, SHOWN);
  const rest = evidence.length - SHOWN + fine.length + missing.length;
  return (
    <>
      <ul class="evidence">
        {shown.map((one) => (
          <li key={one.part}>
            <span class="clamp-3">{sentence(one)}</span>
            <span class="evidence-points" title={t('warn_points', { POINTS: Math.round(one.points) })}>
              +{Math.round(one.points)}
            </span>
          </li>
        ))}
        {all && fine.map((one) => <li key={one.part}>{sentence(one)}</li>)}
      </ul>
      {all && missing.length > 0 && (
        <p class="faint">
          {t('warn_missing', { PARTS: missing.map((part) => t(`warn_part_${part}`)).join(', ') })}
        </p>
      )}
      {(rest > 0 || all) && (
        <Button kind="plain" onClick={() => setAll(!all)}>
          {t(all ? 'showLess' : 'warn_all')}
        </Button>
      )}
    </>
  );
}
