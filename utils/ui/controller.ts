import { computed, type ReadonlySignal } from '@preact/signals';
import type { SidebarProps } from '../../components/sidebar/props';
import type { Store } from '../store';
import { doings } from './doings';
import type { Host } from './host';
import { propsOf } from './props';
import { answers, follow, type Inputs, inputs } from './state';

/** The sidebar without its looks: put the page and settings into `given`, draw `props`. */
export interface Controller {
  given: Inputs;
  props: ReadonlySignal<SidebarProps>;
}

export function createController(store: Store, host: Host): Controller {
  const given = inputs(host);
  const said = answers(store, given);
  follow(host, given, said);
  const around = { store, host, given, said };
  const actions = doings(around);
  return { given, props: computed(() => propsOf(around, actions)) };
}
