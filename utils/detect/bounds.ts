/**
 * What one look at a page costs at most, whatever the page holds. A page within these bounds is read whole;
 * one beyond them is read in document order until a bound is met. On a slow laptop all of them together
 * are about 15 ms.
 */

/** Elements and text nodes visited. */
export const MAX_NODES = 10_000;
/**
 * Children of one parent that are visited. Of more (a list may have 5 000 rows) the first ones, those about the
 * place that is scrolled to, and the last.
 */
export const MAX_CHILDREN = 120;
export const FIRST_CHILDREN = 20;
export const LAST_CHILDREN = 20;
/** Depth of the tree, shadow roots included. */
export const MAX_DEPTH = 200;
/** Characters of text read, in all and of one text node. */
export const MAX_TEXT = 400_000;
export const MAX_NODE_TEXT = 20_000;
/** Longest attribute that is read for addresses. */
export const MAX_ATTRIBUTE = 400;
/** … and of one that holds markup, before its tags are taken out. */
export const MAX_TOOLTIP = 3_000;
/** Places that hold an address, phone or code; what comes later is not looked at. */
export const MAX_FINDS = 600;
/** Structured data (JSON-LD) read, in characters, and objects looked at. */
export const MAX_JSON = 60_000;
export const MAX_JSON_NODES = 500;
/** Elements of a hidden part that is still read, as folded: more is another view. */
export const MAX_FOLDED = 80;
