/**
 * What a page says of an address or number beside the person whom it is about, as the detector words it. Evidence is
 * text for the curious; these two are looked for as well ("also known as").
 */
export const ANSWERS_GO_THERE = 'answers go there';
export const IN_SIGNATURE = 'in the signature';
