import { t } from '../../../utils/i18n';

const POINTS = ['where', 'read', 'sent', 'files', 'erase', 'remove'] as const;

/** What Margin does with what it knows, in the words of docs/PRIVACY.md. */
export function Privacy() {
  return (
    <ul class="data-privacy">
      {POINTS.map((point) => (
        <li key={point}>{t(`privacy_${point}`)}</li>
      ))}
    </ul>
  );
}
