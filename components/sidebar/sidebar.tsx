import { useEffect, useRef, useState } from 'preact/hooks';
import { Toast } from '../controls';
import { press } from '../controls/trusted';
import { Ask } from './ask';
import { Bar } from './bar';
import { CardView, type Tab } from './card';
import { Changed } from './changed';
import { Covered } from './covered';
import { Due } from './due';
import { Help } from './help';
import { useKeys } from './keys';
import { List } from './list';
import { Mentions } from './mentions';
import type { SidebarProps } from './props';
import { Rail } from './rail';
import { Nobody, TroubleView, Waiting } from './states';
import { Unknown } from './unknown';

/** The whole margin: rail or frame, the keys, and one of its views. */
export function Sidebar(props: SidebarProps) {
  const { content, actions, collapsed, toast } = props;
  const [tab, setTab] = useState<Tab>('overview');
  const [help, setHelp] = useState(false);
  const shown = content.kind === 'card' ? content.card.customer.id : content.kind;
  useEffect(() => setTab('overview'), [shown]); // another person starts at the overview
  const body = useFocusKept(props.back);
  useSidebarKeys(props, setTab, help, setHelp);

  if (collapsed) return <Rail {...props} />;
  return (
    <div class="margin">
      <Bar {...props} onHelp={() => setHelp(true)} />
      <main ref={body} class="margin-body" tabIndex={-1}>
        {props.covered && <Covered actions={actions} />}
        {props.changed && <Changed actions={actions} />}
        <View {...props} tab={tab} onTab={setTab} />
        <Mentions {...props} />
      </main>
      {help && <Help onClose={() => setHelp(false)} />}
      <Toast toast={toast} onClose={actions.closeToast} />
    </div>
  );
}

function View(props: SidebarProps & { tab: Tab; onTab: (tab: Tab) => void }) {
  const { content, actions } = props;
  switch (content.kind) {
    case 'loading':
      return <Waiting />;
    case 'trouble':
      return (
        <TroubleView trouble={content.trouble} onPanel={actions.openSidePanel} onRetry={actions.retry} />
      );
    case 'none':
      return <Nobody actions={actions} />;
    case 'ask':
      return <Ask people={content.people} onChoose={actions.choose} />;
    case 'list':
      return <List rows={content.rows} now={props.now} onChoose={actions.choose} />;
    case 'due':
      return <Due {...props} {...content} />;
    case 'unknown':
      return <Unknown key={content.person.key} {...content} {...props} />;
    case 'card':
      return <CardView key={content.card.customer.id} {...props} {...content} />;
  }
}

/** One goes elsewhere with a button that goes away with its view: the focus moves to what is shown instead. */
function useFocusKept(place: SidebarProps['back']) {
  const body = useRef<HTMLElement>(null);
  const last = useRef(place);
  useEffect(() => {
    if (last.current !== place && document.activeElement === document.body) body.current?.focus();
    last.current = place;
  }, [place]);
  return body;
}

type Set<T> = (value: T) => void;

function useSidebarKeys(props: SidebarProps, setTab: Set<Tab>, help: boolean, setHelp: Set<boolean>): void {
  const { content, people, current, actions, collapsed, readOnly } = props;
  const step = (by: number) => {
    const at = people.findIndex((person) => person.key === current);
    const next = people[at < 0 ? 0 : (at + by + people.length) % people.length];
    if (next && next.key !== current) actions.choose(next.key);
  };
  /** Goes to the overview first where another tab is open, then to the control. */
  const reach = (id: string, act: (element: HTMLElement) => void) => {
    setTab('overview');
    requestAnimationFrame(() => {
      const element = document.getElementById(id);
      if (element) act(element);
    });
  };
  const onCard = content.kind === 'card' && !readOnly && !collapsed;
  useKeys({
    ...(onCard && {
      n: () => reach('note-text', (field) => field.focus()),
      s: () => reach('snooze', press),
      e: () => reach('new-entry', press),
      d: actions.contacted,
      r: () => reach('leaving-reason', press),
      l: () => reach('leaving-more', press),
      c: () => reach('new-complaint', press),
    }),
    ...(!collapsed && {
      j: () => step(1),
      k: () => step(-1),
      b: content.kind === 'due' ? actions.goBack : actions.showDue,
      '?': () => setHelp(true),
    }),
    Escape: () => {
      if (help) setHelp(false);
      else if (props.back === 'page' || props.back === 'due') actions.goBack();
      else if (collapsed === false) actions.collapse(true);
    },
  });
}
