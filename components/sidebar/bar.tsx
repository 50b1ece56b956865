import { t } from '../../utils/i18n';
import { Button, Icon, IconButton, Menu } from '../controls';
import { countText } from '../due/due-text';
import { roleText } from './people';
import type { SidebarProps } from './props';

/** The line above all views: who else is on the page, what is due, help, collapse. */
export function Bar(props: SidebarProps & { onHelp: () => void }) {
  const { content, dueCount, collapsed, side, actions } = props;
  const atDue = content.kind === 'due';
  return (
    <header class="bar">
      <Where {...props} />
      <span class="bar-gap" />
      <button
        type="button"
        class={dueCount > 0 ? 'bar-due bar-due-some' : 'bar-due'}
        title={t('dueCount', { COUNT: countText(dueCount) })}
        aria-pressed={atDue}
        onClick={atDue ? actions.goBack : actions.showDue}
      >
        <Icon name="bell" />
        <span aria-hidden="true">{countText(dueCount)}</span>
        <span class="unseen">{t('dueCount', { COUNT: countText(dueCount) })}</span>
      </button>
      <More {...props} />
      {collapsed !== null && (
        <span class={side === 'left' ? 'flip' : undefined}>
          <IconButton icon="collapse" label={t('collapse')} onClick={() => actions.collapse(true)} />
        </span>
      )}
    </header>
  );
}

/** Help, the way to teach the page, and in the page the other side where the margin covers something that is needed. */
function More({ side, collapsed, actions, onHelp }: SidebarProps & { onHelp: () => void }) {
  const other = side === 'right' ? 'left' : 'right';
  return (
    <Menu
      label={t('moreActions')}
      items={[
        ...(collapsed === null
          ? []
          : [
              {
                id: 'side',
                text: t(`moveTo_${other}`),
                icon: other === 'left' ? ('chevronLeft' as const) : ('chevronRight' as const),
              },
            ]),
        { id: 'teach', text: t('teach_wrong'), icon: 'edit' as const },
        { id: 'help', text: t('helpKeys'), icon: 'help' as const },
      ]}
      onChoose={(id) => {
        if (id === 'help') onHelp();
        else if (id === 'teach') actions.teach();
        else actions.moveTo(other);
      }}
    />
  );
}

/** The way back from where one is, else who is on the page. */
function Where(props: SidebarProps) {
  const { back, actions } = props;
  if (back === 'page' || back === 'due') {
    return (
      <>
        <Button kind="plain" icon="chevronLeft" onClick={actions.goBack}>
          {back === 'page' ? t('back_page') : t('due_title')}
        </Button>
        {back === 'due' && (
          <Button kind="plain" onClick={actions.toPage}>
            {t('back_page')}
          </Button>
        )}
      </>
    );
  }
  return (
    <>
      {back === 'list' && <IconButton icon="chevronLeft" label={t('back_list')} onClick={actions.goBack} />}
      <Switcher {...props} />
    </>
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
