import type { Site } from '../detect/types';
import { gmail } from './gmail';
import { netease } from './netease';
import { outlook } from './outlook';
import { qq, qqOld } from './qq';
import { requestTracker } from './request-tracker';
import { roundcube } from './roundcube';
import { tryton } from './tryton';

/** Every host that is known as data. Those with addresses come before those recognised by their traits. */
export const SITES: readonly Site[] = [gmail, outlook, qq, qqOld, netease, roundcube, requestTracker, tryton];
