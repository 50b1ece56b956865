import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { native } from '@/utils/browser/native';
import { PICKER_PORT, type PickerSays, type TeachSays } from '@/utils/browser/picker-port';
import { Picker } from './picker';

/** The isolated world's own mark: brought in again, the script finds that it listens already. */
const PICKER = Symbol.for('margin.picker');

/**
 * Lets the user point at something in the page. Brought into the frames of a tab by the teaching window, which holds
 * the other end of the port: when that window goes, so does everything that was drawn here.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as { [PICKER]?: true };
  if (world[PICKER]) return;
  world[PICKER] = true;
  native().runtime.onConnect.addListener((port) => {
    if (port.name !== PICKER_PORT) return;
    const say = (what: PickerSays) => port.postMessage(what);
    let picker: Picker | null = null;
    const stop = () => {
      picker?.stop();
      picker = null;
    };
    port.onMessage.addListener((said: TeachSays) => {
      stop();
      if (said.point) picker = new Picker(document, said.words, say);
    });
    port.onDisconnect.addListener(stop);
  });
});
