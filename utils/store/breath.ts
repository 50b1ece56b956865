/** Lets the page's other work go on between two parts of a long one. */
export const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
