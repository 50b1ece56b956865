import { useEffect, useState } from 'preact/hooks';
import { type LostDatabase, readLost, watchLost } from '../browser/lost-database';

/** The database that the browser threw away, until the user has said what is to be; null: none. */
export function useLost(): LostDatabase | null {
  const [lost, setLost] = useState<LostDatabase | null>(null);
  useEffect(() => {
    void readLost().then(setLost);
    return watchLost(setLost);
  }, []);
  return lost;
}
