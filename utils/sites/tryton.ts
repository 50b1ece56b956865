import type { Site } from '../detect/types';

/** Self-hosted. Old tabs stay in the page; the name is only the value of a field. */
export const tryton: Site = {
  id: 'tryton',
  label: 'Tryton',
  matches: [],
  traits: ['tablist tabcontent', 'global-search main_navbar'],
  region: ['.tab-pane.active'],
  signals: {
    counterpart: [
      { selector: 'td[data-title^="Value"] a.column-affix[href^="mailto:"]', from: { attribute: 'href' } },
      { selector: 'td[data-title^="Value"] .column-char[title*="@"]', from: { attribute: 'title' } },
    ],
  },
  verified: '2026-11-21',
  examples: ['tryton/party-person-en.html'],
};
