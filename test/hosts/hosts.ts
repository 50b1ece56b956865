import type { Host } from './lib/host';
import { roundcube } from './roundcube/host';
import { rt } from './rt/host';
import { tryton } from './tryton/host';

/** Every real application that the journeys run in. */
export const hosts: readonly Host[] = [roundcube, rt, tryton];
