/** A person in a header line. */
export interface Mailbox {
  name: string;
  address: string;
}

/** A part of a mail's text, shown as a webmail shows it. */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'signature'; text: string }
  | { kind: 'quote'; intro: string; text: string }
  | { kind: 'forwarded'; from: Mailbox; to: string; subject: string; text: string }
  | { kind: 'links'; title: string; rows: Array<{ label: string; address: string }> };

export interface Mail {
  id: string;
  folder: 'inbox' | 'sent';
  from: Mailbox;
  to: Mailbox[];
  cc?: Mailbox[];
  subject: string;
  /** Minutes before now. */
  ago: number;
  unread?: boolean;
  parts: Part[];
}

/** What the list shows of a mail. */
export interface MailLine {
  id: string;
  from: Mailbox;
  to: Mailbox[];
  subject: string;
  snippet: string;
  at: number;
  unread: boolean;
}

export interface OpenMail extends MailLine {
  folder: Mail['folder'];
  cc: Mailbox[];
  parts: Part[];
}

/** The person whose mailbox this is. */
export const ME: Mailbox = { name: 'Anna Lin', address: 'anna.lin@paperleaf.example' };
