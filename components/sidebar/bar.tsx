import { t } from '../../utils/i18n';
import { Icon, IconButton, Menu } from '../controls';
import { roleText } from './people';
import type { SidebarProps } from './props';

/** The line above all views: who else is on the page, what is due, help, collapse. */
export function Bar(props: SidebarProps & { onHelp: () => void }) {
  const { dueCount, collapsed, side, actions, onHelp, fromList } = props;
  return (
    <header class="bar">
      {fromList && <IconButton icon="chevronLeft" label={t('backToList')} onClick={actions.backToList} />}
      <Switcher {...props} />
      <span class="bar-gap" />
      <button
        type="button"
        class={dueCount > 0 ? 'bar-due bar-due-some' : 'bar-due'}
        title={t('dueCount', { COUNT: dueCount })}
        onClick={() => actions.openDashboard('due')}
      >
        <Icon name="bell" />
        <span aria-hidden="true">{dueCount > 999 ? '999+' : dueCount}</span>
        <span class="unseen">{t('dueCount', { COUNT: dueCount })}</span>
      </button>
      <IconButton icon="help" label={t('helpKeys')} onClick={onHelp} />
      {collapsed !== null && (
        <span class={side === 'left' ? 'flip' : undefined}>
          <IconButton icon="collapse" label={t('collapse')} onClick={() => actions.collapse(true)} />
        </span>
      )}
    </header>
  );
}

/** Everyone on the page, with the evidence in words; J and K step through the same list. */
function Switcher({ people, current, actions, content }: SidebarProps) {
  if (people.length < 2 || content.kind === 'ask' || content.kind === 'list') {
    return <span class="bar-title">{t('appName')}</span>;
  }
  const at = people.findIndex((person) => person.key === current);
  return (
    <Menu
      label={t('switchPerson')}
      buttonClass="button button-plain bar-switch"
      items={people.map((person) => ({
        id: person.key,
        text: person.customer?.name ?? (person.name || person.value),
        below: roleText(person),
        chosen: person.key === current,
      }))}
      onChoose={actions.choose}
    >
      <Icon name="meeting" />
      <span class="unseen">{t('switchPerson')}: </span>
      {t('personOf', { AT: at + 1, COUNT: people.length })}
      <Icon name="chevronDown" />
    </Menu>
  );
}
