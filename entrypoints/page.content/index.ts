import { defineContentScript } from 'wxt/utils/define-content-script';

/** Registered at run time, for the sites that the user allowed: no page is touched before that. */
export default defineContentScript({ registration: 'runtime', matches: [], main: () => {} });
