export { Hit, PageMatch, PagePerson } from '../customer/page-match';

/** The key of a tab's PageMatch in storage.session. */
export const pageKey = (tabId: number): string => `page:${tabId}`;
