import { LostNotice } from '../../../components/dashboard/data/LostNotice';
import { settleLost } from '../../../utils/browser/lost-database';
import { useLost } from '../../../utils/ui/lost';
import type { ViewProps } from '../views';
import { useRestore } from './use-restore';

/** What is said where the browser threw the database away, bound to the store; nothing anywhere else. */
export function LostPart(props: ViewProps) {
  const lost = useLost();
  const restore = useRestore(props);
  if (!lost && restore.view.step === 'choose') return null;
  return <LostNotice lost={lost} restore={restore} onAnew={() => void settleLost()} />;
}
