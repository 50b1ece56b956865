/** tsx marks functions by a helper `__name` that a browser lacks (tsx 4, 2026-11): evaluated there before a function that holds others. */
export const NAMED = 'globalThis.__name ??= (named) => named';
