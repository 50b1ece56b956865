/** Everything by which a button, a link or a key can be made to act. */
const ACTING = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'auxclick',
  'dblclick',
  'keydown',
  'keyup',
  'submit',
] as const;

/** The event that this page itself makes up now. */
let ours: EventTarget | null = null;

/** Clicks a control in the user's name, for a key that stands for it. */
export function press(control: HTMLElement): void {
  ours = control;
  control.click();
  ours = null;
}

/** Whether the event comes from the user's hands (or was made by `press` from a key of theirs). */
export const isReal = (event: Event): boolean => event.isTrusted || (ours !== null && event.target === ours);

/** Ends an event before any control hears of it. */
export function end(event: Event): void {
  event.stopImmediatePropagation();
  if (event.cancelable) event.preventDefault();
}

/** From now on no control of this page acts on an event that a script made up. */
export function trustOnlyPeople(window: Window): void {
  for (const type of ACTING)
    window.addEventListener(
      type,
      (event) => {
        if (!isReal(event)) end(event);
      },
      { capture: true },
    );
}
