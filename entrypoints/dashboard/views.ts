import type { Settings } from '../../utils/browser/settings';
import type { Change, Store } from '../../utils/store';
import type { Changes } from '../../utils/ui/changes';
import type { Rows } from './use-rows';

/** What every view of the dashboard is given. */
export interface ViewProps {
  store: Store;
  settings: Settings;
  source: Change['source'];
  changes: Changes;
  now: number;
  list: Rows;
}
