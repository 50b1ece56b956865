import { SaxesParser } from 'saxes';
import { FileProblem } from '../problem';
import type { OnBytes } from './zip';

export interface XmlEvents {
  /** Name and attributes without their namespace prefix. */
  open: (name: string, attributes: Record<string, string>, selfClosing: boolean) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Takes the bytes of an XML part as they come. The parser knows no entities but XML's own five: nothing a document declares is expanded.
 * Throws {@link FileProblem} where the part is not well-formed.
 */
export function xmlTaker(events: XmlEvents): OnBytes {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  parser.on('error', (error) => {
    throw new FileProblem('broken-sheet', { cause: error });
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const plain: Record<string, string> = Object.create(null);
    for (const [key, value] of Object.entries(attributes)) plain[local(key)] = value;
    events.open(local(name), plain, isSelfClosing);
  });
  if (events.text) parser.on('text', events.text);
  parser.on('closetag', ({ name }) => events.close?.(local(name)));
  return (bytes, final) => {
    parser.write(decoder.decode(bytes, { stream: !final }));
    if (final) parser.close();
    return undefined;
  };
}
