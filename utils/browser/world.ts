import type { Look } from '../detect/types';
import type { Watching } from '../detect/watch';

/** Marks of the isolated world, which the page cannot see: by them the scripts of one frame find each other. */
export const PAGE = Symbol.for('margin.page');
export const ATTEND = Symbol.for('margin.attend');
export const LOOK = Symbol.for('margin.look');
export const MARGIN = Symbol.for('margin.frame');

/** The script of every page (entrypoints/page). The detector, once it is brought, puts its own in the place of the three verbs. */
export interface PageScript {
  watching: Watching;
  /** The detector has taken the watching over. */
  reports?: boolean;
  /** There is something new to read. */
  settled(): void;
  /** The address has changed. */
  left(): void;
  /** The extension is gone, or may no longer be here. */
  stop(): void;
  /** Asks for the detector, for a sign of somebody (null) or for what the text may name. */
  bring(text: string | null): void;
}

export const world = globalThis as {
  [PAGE]?: PageScript;
  /** Looks at a page without a sign of anybody (entrypoints/attend). */
  [ATTEND]?: () => void;
  [LOOK]?: Look;
  /** Takes the margin frame out. */
  [MARGIN]?: () => void;
};
