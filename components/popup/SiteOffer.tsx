import { t } from '../../utils/i18n';
import { Button } from '../controls';

export interface SiteOfferProps {
  /** Host of the page as shown to the user. */
  host: string;
  /** Both run straight from the click: the browser asks for the permission only then. */
  onAllow: () => void;
  onShowOnce: () => void;
}

/** On a page that Margin has no standing permission for: what it could do here, and the two ways to let it. */
export function SiteOffer({ host, onAllow, onShowOnce }: SiteOfferProps) {
  return (
    <section class="offer" aria-label={t('popup_siteOff', { HOST: host })}>
      <p>{t('popup_siteOff', { HOST: host })}</p>
      <div class="offer-actions">
        <Button onClick={onAllow}>{t('popup_siteAllow')}</Button>
        <Button kind="plain" onClick={onShowOnce}>
          {t('popup_siteOnce')}
        </Button>
      </div>
    </section>
  );
}
