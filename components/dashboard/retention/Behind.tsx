import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import { Badge, Button } from '../../controls';
import { countText } from '../../format';

export interface BehindProps {
  /** What the number counts. */
  title: string;
  ids: readonly string[];
  names: ReadonlyMap<string, string>;
  onOpen: (customerId: string) => void;
  onClose: () => void;
}

const SHOWN = 500;

/** The customers behind a number. It stands above the figures, so it takes the focus: a number far below was clicked, and Close gives the focus back. */
export function Behind({ title, ids, names, onOpen, onClose }: BehindProps) {
  const head = useRef<HTMLHeadingElement>(null);
  const from = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!head.current?.closest('section')?.contains(document.activeElement))
      from.current = document.activeElement;
    head.current?.focus();
  }, [title]);
  const close = () => {
    onClose();
    if (from.current instanceof HTMLElement) from.current.focus();
  };
  const more = ids.length - SHOWN;
  return (
    <section class="box" aria-label={title}>
      <header class="box-head">
        <h2 ref={head} tabIndex={-1}>
          {title}
        </h2>
        <Badge text={countText(ids.length)} />
        <Button kind="plain" onClick={close}>
          {t('close')}
        </Button>
      </header>
      <ul class="lines">
        {ids.slice(0, SHOWN).map((id) => (
          <li key={id}>
            <button type="button" class="link" onClick={() => onOpen(id)}>
              {names.get(id) ?? t('dash_gone')}
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="faint">{t('andMore', { COUNT: more })}</p>}
    </section>
  );
}
