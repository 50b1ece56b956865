import { useCallback, useEffect, useState } from 'preact/hooks';
import { readKey, watchKey } from '../browser/lock-key';
import { logTurned } from '../browser/log-turned';
import { openStore, type Store } from '../store';
import { isMoving } from './lock';

/** A query's answer: pending, there, or failed. */
export type Live<T> = { value: T; error: null } | { value: null; error: unknown };
const PENDING = { value: null, error: null } as const;

/** Runs a query of the store and again whenever its answer may have changed. A change of `inputs` starts it anew. */
export function useLive<T>(store: Store, query: () => Promise<T>, inputs: readonly unknown[]): Live<T> {
  const [state, setState] = useState<Live<T>>(PENDING);
  useEffect(() => {
    const taken = (value: T) => setState({ value, error: null });
    return store.live(query, taken, (error) => setState({ value: null, error }));
  }, [store, ...inputs]);
  return state;
}

/**
 * The store, opened once for the page; `retry` tries again after a failure. When Margin is locked, unlocked or the database moves, the page
 * is loaded anew: nothing of what it showed or read stays in its memory.
 */
export function useStore(): Live<Store> & { retry: () => void } {
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<Live<Store>>(PENDING);
  useEffect(() => {
    setState(PENDING);
    openStore({ key: readKey, turned: logTurned }).then(
      (value) => setState({ value, error: null }),
      (error: unknown) => setState({ value: null, error }),
    );
  }, [turn]);
  useEffect(() => watchKey(() => isMoving() || location.reload()), []);
  return { ...state, retry: useCallback(() => setTurn((last) => last + 1), []) };
}
