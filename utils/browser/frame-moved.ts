/**
 * What the script beside the margin frame posts into it when the page has moved it. It is no secret: whoever forges
 * it disarms the margin for a moment, which a page can do anyway by taking the frame away.
 */
export const MOVED = 'margin:moved';
