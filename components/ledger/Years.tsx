import { t } from '../../utils/i18n';
import type { YearValue } from '../../utils/value/realised';
import { amount, shortAmount } from './words';

const MOST = 8;
const WIDTH = 104;
const HEIGHT = 36;

/** Own and referred value by year at a glance: bars without words, which the button around them gives. */
export function YearSpark({ years }: { years: readonly YearValue[] }) {
  const shown = years.slice(-MOST);
  const top = Math.max(1, ...shown.map(({ own, referred }) => Math.max(0, own) + Math.max(0, referred)));
  const bottom = Math.min(0, ...shown.map(({ own, referred }) => Math.min(0, own) + Math.min(0, referred)));
  const scale = (HEIGHT - 2) / (top - bottom);
  const zero = 1 + top * scale;
  const step = WIDTH / Math.max(shown.length, 3);
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {shown.map(({ year, own, referred }, index) => {
        const x = index * step + 2;
        const width = Math.min(16, step - 4);
        const ownTop = own > 0 ? zero - own * scale : zero;
        const upper = Math.max(0, referred) * scale;
        return (
          <g key={year}>
            {own !== 0 && (
              <rect
                class={own > 0 ? 'tone-1' : 'tone-bad'}
                x={x}
                y={ownTop}
                width={width}
                height={Math.max(1, Math.abs(own) * scale)}
              />
            )}
            {upper > 0 && <rect class="tone-2" x={x} y={ownTop - upper} width={width} height={upper} />}
          </g>
        );
      })}
      <line class="chart-zero" x1="0" x2={WIDTH} y1={zero} y2={zero} />
    </svg>
  );
}

/** The years in figures: own, referred, both. */
export function YearTable({ years, currency }: { years: readonly YearValue[]; currency: string }) {
  const sum = (of: 'own' | 'referred' | 'total') => years.reduce((all, year) => all + year[of], 0);
  return (
    <table class="figures figures-years">
      <caption class="unseen">{t('worth_byYear')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('worth_year')}</th>
          <th scope="col">{t('worth_own')}</th>
          <th scope="col">{t('worth_referred')}</th>
          <th scope="col">{t('worth_total')}</th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, own, referred, total }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            <td>{amount(own, currency)}</td>
            <td>{amount(referred, currency)}</td>
            <td>{amount(total, currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('worth_sum')}</th>
          <td>{amount(sum('own'), currency)}</td>
          <td>{amount(sum('referred'), currency)}</td>
          <td>{amount(sum('total'), currency)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The years in a sentence, for the button that shows them. */
export const yearsText = (years: readonly YearValue[], currency: string): string =>
  years.map(({ year, total }) => `${year}: ${shortAmount(total, currency)}`).join(', ');
