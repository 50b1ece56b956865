import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import { LoadingState } from './controls';

/** A component whose code is fetched when it is first drawn: what nobody opens costs no start. */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  rows = 2,
): ((props: P) => preact.JSX.Element) & { fetch: () => void } {
  let known: ComponentType<P> | null = null;
  function Later(props: P) {
    const [View, setView] = useState<ComponentType<P> | null>(() => known);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      let wanted = true;
      if (known) return undefined;
      load().then(
        (component) => {
          known = component;
          if (wanted) setView(() => component);
        },
        () => wanted && setFailed(true),
      );
      return () => {
        wanted = false;
      };
    }, []);
    // Margin was updated under the page: the old chunk is gone, and a reload brings the new one
    if (failed) return <p role="alert">{t('later_failed')}</p>;
    return View ? <View {...props} /> : <LoadingState rows={rows} />;
  }
  /** Fetches the code ahead of the first draw; a failure shows when it is drawn. */
  const fetch = () =>
    void load().then(
      (component) => {
        known = component;
      },
      () => undefined,
    );
  return Object.assign(Later, { fetch });
}
