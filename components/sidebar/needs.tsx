import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Icon, IconButton } from '../controls';
import { NeedForm } from '../retention/NeedForm';
import { needName, needPriorityName } from '../terms';
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
            <span class="clamp-2" dir="auto" title={need.evidence}>
              <b>{needName(need.kind)}</b>
              {need.text && ` ${need.text}`}
              {need.priority && <span class="faint"> · {needPriorityName(need.priority)}</span>}
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
      {adding && (
        <NeedForm
          onSave={(need) => {
            actions.edit({ needs: [...needs, need] });
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      )}
    </section>
  );
}
