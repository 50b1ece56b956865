/** CSS px between which the open margin is drawn: narrower nothing is legible, wider it takes the page's place. */
export const MIN_WIDTH = 320;
export const MAX_WIDTH = 500;

/** A width that was dragged or sent, as one that may be kept. */
export const clampWidth = (width: number): number =>
  Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
