import type { Pick } from '../detect/pick';

/** The port between the teaching window and the picker in each frame of its tab. */
export const PICKER_PORT = 'margin-picker';

/** Words for the page: how to point, and that nothing can be read there. Nothing of any customer. */
export interface PickerWords {
  how: string;
  nothing: string;
}

/** Teaching window → pickers: point, or stop. */
export type TeachSays = { point: true; words: PickerWords } | { point: false };

/** Picker → teaching window: this was pointed at; or the user has changed their mind. */
export type PickerSays = { picked: Pick } | { left: true };
