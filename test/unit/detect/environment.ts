/**
 * The detector reads through the prototypes that the standard names; happy-dom 21 keeps these readings further down,
 * and on the named ones answers null (2026-11).
 */
const read = (from: object | null, key: string): PropertyDescriptor['get'] =>
  from
    ? (Object.getOwnPropertyDescriptor(from, key)?.get ?? read(Object.getPrototypeOf(from), key))
    : undefined;

const define = (on: object, key: string, reads: ReadonlyArray<PropertyDescriptor['get']>): void => {
  Object.defineProperty(on, key, {
    configurable: true,
    get(this: Node) {
      return reads[this.nodeType === Node.TEXT_NODE ? 0 : reads.length - 1]?.call(this) ?? null;
    },
  });
};
const text = document.createTextNode('');
define(Node.prototype, 'textContent', [read(text, 'textContent'), read(document.body, 'textContent')]);
define(Node.prototype, 'nodeValue', [read(text, 'nodeValue'), undefined]);
for (const key of ['title', 'head', 'body']) define(Document.prototype, key, [read(document, key)]);
