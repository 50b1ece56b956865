import { t } from '../../utils/i18n';
import { Icon, Initials, TierBadge } from '../controls';
import { personName, roleText } from './people';
import type { Person } from './props';

/** Two or more may be meant: the user says who, nothing is guessed. */
export function Ask({ people, onChoose }: { people: Person[]; onChoose: (key: string) => void }) {
  const named = people.every(({ via }) => via === 'name');
  return (
    <section class="choices" aria-labelledby="ask-title">
      <h1 id="ask-title">{named ? t('mention_askTitle') : t('askTitle')}</h1>
      <p class="soft">{named ? t('mention_askText') : t('askText')}</p>
      <ul>
        {people.map((person) => (
          <li key={person.key}>
            <button type="button" class="choice" onClick={() => onChoose(person.key)}>
              <Initials name={personName(person)} company={person.customer?.kind === 'company'} />
              <span class="choice-text">
                <span class="choice-name clamp-2" dir="auto">
                  {personName(person)}
                </span>
                {person.customer && person.customer.name !== personName(person) && (
                  <span class="clamp-1" dir="auto">
                    {person.customer.name}
                  </span>
                )}
                {person.value !== personName(person) && <span class="faint clamp-1">{person.value}</span>}
                <span class="faint clamp-2">{roleText(person)}</span>
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
