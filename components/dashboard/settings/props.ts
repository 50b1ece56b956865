import type { ComponentChildren } from 'preact';
import type { Settings as Values } from '../../../utils/browser/settings';
import type { StoredProps } from './Stored';

export type Change = (patch: Partial<Values>) => void;
export interface SettingsProps {
  values: Values;
  /** Each setting is kept by itself as soon as it is right. */
  onChange: Change;
  /** ISO 3166-1 alpha-2 codes to choose from. */
  countries: readonly string[];
  /** The canonical form of an e-mail address, or null. */
  readAddress: (text: string) => string | null;
  stored: StoredProps;
  /** The part about value, which comes by itself. */
  value: ComponentChildren;
  /** Further sections: backups, exports. */
  children?: ComponentChildren;
}
