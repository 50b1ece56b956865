import type { Health } from '../detect/types';

/** How a site file has fared on this machine. Counts and times alone: no address, nothing that a page shows. */
export interface SiteHealth {
  /** Epoch ms; null: never yet. */
  lastWorked: number | null;
  lastFell: number | null;
  /** Pages on which it found what it names, and on which the general rules had to answer. */
  hits: number;
  fallbacks: number;
  /** Pages in a row on which it did not work. */
  streak: number;
}

export const NO_HEALTH: SiteHealth = { lastWorked: null, lastFell: null, hits: 0, fallbacks: 0, streak: 0 };

/** A shipped file's rules are for some pages of a host: only so many failures in a row, after it worked, say that it changed. */
const STREAK = 5;

/** Counts one page. */
export function counted(health: SiteHealth, said: Health, at: number): SiteHealth {
  return said === 'works'
    ? { ...health, lastWorked: at, hits: health.hits + 1, streak: 0 }
    : { ...health, lastFell: at, fallbacks: health.fallbacks + 1, streak: health.streak + 1 };
}

/** Whether the page is said to have changed. What the user taught is for this very page: once is enough. */
export const hasChanged = (health: SiteHealth, taught: boolean): boolean =>
  health.streak >= (taught ? 1 : STREAK) && (taught || health.lastWorked !== null);
