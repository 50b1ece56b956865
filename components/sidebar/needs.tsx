import { useState } from 'preact/hooks';
import { NEED_KINDS, type NeedKind } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { Button, Icon, IconButton, Select, TextField } from '../controls';
import { needName } from '../terms';
import type { CardProps } from './props';

/** What they want from us, and their tags: both read at a glance, both changed here. */
export function Needs(props: CardProps) {
  const { card, actions, readOnly } = props;
  const { needs, tags } = card.customer;
  const [adding, setAdding] = useState(false);
  return (
    <section class="part" aria-labelledby="needs-title">
      <header class="part-head">
        <h2 id="needs-title">{t('needs')}</h2>
        {!readOnly && <IconButton icon="plus" label={t('addNeed')} onClick={() => setAdding(true)} />}
      </header>
      {needs.length === 0 && !adding && <p class="faint">{t('needsNone')}</p>}
      <ul class="tags">
        {needs.map((need, index) => (
          <li key={`${need.kind}:${need.text}`} class="tag">
            <span class="clamp-2" dir="auto">
              <b>{needName(need.kind)}</b>
              {need.text && ` ${need.text}`}
            </span>
            {!readOnly && (
              <button
                type="button"
                class="tag-x"
                aria-label={t('removeThis', { TEXT: need.text.slice(0, 60) || needName(need.kind) })}
                onClick={() => actions.edit({ needs: needs.filter((_, at) => at !== index) })}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
        {tags.map((tag) => (
          <li key={`tag:${tag}`} class="tag tag-soft">
            <Icon name="tag" />
            <span class="clamp-1" dir="auto">
              {tag}
            </span>
          </li>
        ))}
      </ul>
      {adding && <NeedForm {...props} onClose={() => setAdding(false)} />}
    </section>
  );
}

function NeedForm({ card, actions, onClose }: CardProps & { onClose: () => void }) {
  const [kind, setKind] = useState<NeedKind>('delivery');
  const [text, setText] = useState('');
  const save = (event: Event) => {
    event.preventDefault();
    actions.edit({ needs: [...card.customer.needs, { kind, text: text.trim() }] });
    onClose();
  };
  return (
    <form class="form" onSubmit={save}>
      <Select
        label={t('needKind')}
        value={kind}
        onChange={setKind}
        options={NEED_KINDS.map((id) => ({ value: id, text: needName(id) }))}
      />
      <TextField autoFocus label={t('needText')} value={text} onInput={setText} />
      <div class="row-actions">
        <Button kind="primary" submit>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
