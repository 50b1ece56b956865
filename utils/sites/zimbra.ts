import type { Site } from '../detect/types';

/** Self-hosted. The shell of the classic client; addresses often show as names alone. */
export const zimbra: Site = {
  id: 'zimbra',
  label: 'Zimbra',
  matches: [],
  traits: ['z_shell', 'z_banner skin_outer', 'zov__main_Mail zl__TV-main zv__TV-main__MSG'],
  verified: null,
  examples: ['webmails/bubble-names-only.html'],
};
