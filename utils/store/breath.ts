/** Lets the page's other work go on between two parts of a long one. */
export const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** How long work in the background goes on before others have their turn: a page's look-up waits no longer. */
const SLICE_MS = 12;

/** Says when a slice of work has lasted long enough, and rests until others had their turn. */
export interface Slices {
  over: () => boolean;
  rest: () => Promise<void>;
}

export function slices(): Slices {
  let until = Date.now() + SLICE_MS;
  return {
    over: () => Date.now() >= until,
    rest: async () => {
      await breath();
      until = Date.now() + SLICE_MS;
    },
  };
}
