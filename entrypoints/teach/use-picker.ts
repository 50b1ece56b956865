import { useEffect, useRef, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { browser } from '../../utils/browser/api';
import { focusTab, focusThisWindow } from '../../utils/browser/focus';
import { PICKER_PORT, type TeachSays } from '../../utils/browser/picker-port';
import type { Pick } from '../../utils/detect/pick';
import { t } from '../../utils/i18n';
import { PickerSaysSchema } from './picker-schema';

interface Pointing {
  pointing: boolean;
  problem: string | null;
  point: () => void;
  stop: () => void;
}

/** The picker in the tab's frames: brought in when it is first needed, gone with this window. */
export function usePicker(tabId: number, onPick: (pick: Pick) => void): Pointing {
  const [pointing, setPointing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const port = useRef<ReturnType<typeof browser.tabs.connect> | null>(null);
  const say = (what: TeachSays) => {
    try {
      port.current?.postMessage(what);
    } catch {
      port.current = null; // the page went away meanwhile, and the picker with it
    }
  };
  const stop = () => {
    setPointing(false);
    say({ point: false });
    void focusThisWindow();
  };
  const heard = (said: z.infer<typeof PickerSaysSchema>) => {
    stop();
    if ('picked' in said) onPick(said.picked);
  };
  const point = async () => {
    setProblem(null);
    try {
      await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['picker.js'] });
      port.current?.disconnect();
      const opened = browser.tabs.connect(tabId, { name: PICKER_PORT });
      port.current = opened;
      opened.onMessage.addListener((raw: unknown) => {
        const parsed = PickerSaysSchema.safeParse(raw);
        if (parsed.success) heard(parsed.data);
      });
      opened.onDisconnect.addListener(() => {
        if (port.current === opened) setPointing(false);
      });
      say({ point: true, words: { how: t('picker_how'), nothing: t('picker_nothing') } });
      setPointing(true);
      await focusTab(tabId);
    } catch {
      setProblem(t('teach_noPage'));
    }
  };
  useEffect(() => () => port.current?.disconnect(), []);
  return { pointing, problem, point: () => void point(), stop };
}
