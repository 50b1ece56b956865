import type { SidebarActions } from '../../components/sidebar/props';
import { t } from '../i18n';
import { type Around, failed, settle, sourceOf } from './around';
import { doneItem, doneWhat, snoozeItem } from './due-items';
import { DUE, PAGE, type Place } from './state';

/** The callbacks that go somewhere: to another person, to what is due, out of the margin. */
export type Goings =
  | 'choose'
  | 'goBack'
  | 'toPage'
  | 'showDue'
  | 'openCustomer'
  | 'doneDue'
  | 'snoozeDue'
  | 'collapse'
  | 'moveTo'
  | 'openDashboard'
  | 'openSidePanel'
  | 'teach'
  | 'retry'
  | 'closeToast'
  | 'undo';

export function goings(around: Around): Pick<SidebarActions, Goings> {
  const { host, given, said, store } = around;
  return {
    ...places(around),
    choose(key) {
      given.place.value = PAGE;
      given.chosen.value = key;
      const person = said.people.value.find((one) => one.key === key);
      if (person?.role === 'row') host.revealRow(person.value);
    },
    collapse: host.setCollapsed,
    moveTo: (side) => {
      host.setSide(side).catch(() => failed(around, t('trouble_other')));
    },
    openDashboard: host.openDashboard,
    openSidePanel: host.openSidePanel,
    teach: host.teach,
    retry: host.reload,
    closeToast: () => {
      given.toast.value = null;
    },
    undo: (changeId) => {
      void settle(around, 'undone', store.undo(changeId, sourceOf(given)), { redo: false });
    },
  };
}

type Places = 'goBack' | 'toPage' | 'showDue' | 'openCustomer' | 'doneDue' | 'snoozeDue';

function places(around: Around): Pick<SidebarActions, Places> {
  const { host, given, store } = around;
  const go = (place: Place) => {
    given.place.value = place;
  };
  return {
    goBack() {
      const { at } = given.place.value;
      if (at === 'page') given.chosen.value = null;
      else go(at === 'customer' ? DUE : PAGE);
    },
    toPage: () => go(PAGE),
    showDue: () => go(DUE),
    openCustomer: (id) => go({ at: 'customer', id }),
    doneDue: (item) => {
      void settle(around, doneWhat(item), doneItem(store, sourceOf(given), item));
    },
    snoozeDue: (item, local) => {
      const what = item.reminder ? 'reminder-snoozed' : 'reminder-added';
      void settle(around, what, snoozeItem(store, sourceOf(given), item, local, host.zone));
    },
  };
}
