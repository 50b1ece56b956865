import { t } from '../../utils/i18n';
import { Icon, TierBadge } from '../controls';
import { personName, roleText } from './people';
import type { SidebarProps } from './props';

const SHOWN = 3;

/** Customers whom the text names without an address, under whoever the page is about: found by name alone, and said so. */
export function Mentions({ people, current, content, actions }: SidebarProps) {
  const about = content.kind === 'card' ? content.card.customer.id : null;
  const named = people.filter(
    ({ via, role, customer, key }) =>
      via === 'name' && role === 'mention' && key !== current && customer && customer.id !== about,
  );
  if (named.length === 0 || current === null) return null;
  return (
    <section class="mentions" aria-labelledby="mentions-title">
      <h2 id="mentions-title" class="faint">
        {t('mentions_title')}
      </h2>
      <ul>
        {named.slice(0, SHOWN).map((person) => (
          <li key={person.key}>
            <button type="button" class="mention" onClick={() => actions.choose(person.key)}>
              <span class="mention-text">
                <span class="clamp-1" dir="auto">
                  {person.customer?.name ?? personName(person)}
                </span>
                <span class="faint clamp-1">{roleText(person)}</span>
              </span>
              {person.customer?.tier && <TierBadge tier={person.customer.tier} />}
              <Icon name="chevronRight" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
