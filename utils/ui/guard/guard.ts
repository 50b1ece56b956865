import { end, trustOnlyPeople } from '../../../components/controls/trusted';
import { MOVED } from '../../browser/frame-moved';
import { Sure } from './sure';

/** Controls that may be pressed though the margin is covered: they change nothing, and are the way out. */
const SAFE = '[data-safe]';
const POINTER = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'auxclick', 'dblclick', 'drop'];
/** Keys that move, and act on nothing. */
const MOVING = /^(Tab|Escape|Shift|Control|Alt|Meta|Arrow\w+|Page\w+|Home|End)$/;
const THRESHOLDS = [0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 1];

/** `trackVisibility` is Chromium's (156, 2026-11): without it a frame learns only how much of it is in the window. */
interface ObserverOptions extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}

/**
 * Guards the margin inside a web page against that page: what a script made up never counts; what a person did
 * counts only while they can see what they do (Sure). `onCovered` hears when it has to be said that something lies
 * over the margin. While it is armed the document says so (`data-armed`), for its style and for tests.
 */
export function guardFrame(window: Window, onCovered: (covered: boolean) => void): void {
  const sure = new Sure();
  const { documentElement: root } = window.document;
  const now = () => window.performance.now();
  let timer = 0;
  const follow = () => {
    window.clearTimeout(timer);
    root.toggleAttribute('data-armed', sure.clicks(now()));
    onCovered(sure.covered(now()));
    const next = sure.next(now());
    if (next !== null) timer = window.setTimeout(follow, next + 1);
  };
  trustOnlyPeople(window);
  observe(root, (entry) => {
    sure.shown({ visible: entry.isVisible, ratio: entry.intersectionRatio }, now());
    follow();
  });
  window.addEventListener('message', ({ data, source }) => {
    if (data !== MOVED || source !== window.parent) return;
    sure.moved(now());
    follow();
  });
  guardPointer(window, () => sure.clicks(now()));
  guardKeys(window, sure, now);
}

function observe(
  root: Element,
  saw: (entry: IntersectionObserverEntry & { isVisible?: boolean }) => void,
): void {
  const options: ObserverOptions = { trackVisibility: true, delay: 100, threshold: THRESHOLDS };
  const observer = new IntersectionObserver((entries) => {
    const last = entries.at(-1);
    if (last) saw(last);
  }, options);
  observer.observe(root);
}

/** A click counts when it counted as it began: what was pressed before the margin was armed does nothing after. */
function guardPointer(window: Window, counts: () => boolean): void {
  let began = false;
  for (const type of POINTER)
    window.addEventListener(
      type,
      (event) => {
        if (isSafe(event.target)) return;
        if (type === 'pointerdown') began = counts();
        // A key or a screen reader makes a click that no pointer began.
        const fromKeys = type === 'click' && (event as MouseEvent).detail === 0;
        if (!counts() || !(began || fromKeys || type === 'drop')) end(event);
      },
      { capture: true },
    );
}

/** Typing is never hindered; keys that act are: letters outside fields, Enter, Space, and whatever saves. */
function guardKeys(window: Window, sure: Sure, now: () => number): void {
  let pointed = Number.NEGATIVE_INFINITY;
  const came = () => {
    pointed = now();
    sure.userCame();
  };
  const capture = { capture: true };
  window.addEventListener('pointerdown', came, capture);
  window.addEventListener('keyup', ({ key, isTrusted }) => key === 'Tab' && isTrusted && came(), capture);
  window.addEventListener('focus', ({ target }) => {
    // The focus that a click brings follows it at once; any other was given by the page, the browser or Tab.
    if (target === window && now() - pointed > 50) sure.keysCame(now());
  });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Tab') came();
      if (MOVING.test(event.key) || isSafe(event.target)) return;
      const acts = event.ctrlKey || event.metaKey || event.key === 'Enter';
      const typing = isTyping(event.target);
      if (typing && !acts) return;
      if (!(typing ? sure.clicks(now()) : sure.keys(now()))) end(event);
    },
    capture,
  );
}

const isSafe = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(SAFE) !== null;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
