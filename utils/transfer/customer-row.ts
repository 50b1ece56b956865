import { canonicalEmail } from '../customer/email';
import type { Customer, Stage, Tier } from '../customer/model';
import { isOrganisation } from '../customer/names/company';
import { dayNumber } from '../value/days';
import { countryOf, customerKindOf, relationOf, stageOf, tierOf } from './choices';
import type { Columns, Field } from './columns';
import { parseDate } from './date';
import type { Conventions } from './entry-row';
import { type Reason, reason } from './reasons';

/** A person at a company, as a row of a customer file says it. */
export interface ReadContact {
  name: string;
  title: string;
  emails: string[];
  phones: string[];
}

/** One customer as a row says it; what the row leaves open is empty, or absent where empty means something. */
export interface ReadCustomer {
  kind: Customer['kind'];
  name: string;
  company: string;
  title: string;
  aliases: string[];
  emails: string[];
  phones: string[];
  codes: string[];
  domains: string[];
  addresses: string[];
  tags: string[];
  owner: string;
  country: string;
  relation?: Customer['relation'];
  tier?: Tier;
  stage?: Stage;
  /** Epoch ms of noon UTC of the day: right on that day in nearly every zone. */
  lastContactAt?: number;
  contact: ReadContact | null;
  /** Code or name of the customer who referred them; '' for none. */
  referredBy: string;
  note: string;
}

const LONGEST = 20_000;
const NOON_MS = 43_200_000;
const DAY_MS = 86_400_000;
/** What people type into a cell that they leave empty. */
const NOTHING = /^(?:[-–—/\\.]+|n\/?a|null|none|nil|无|無|暂无|暫無|没有|空)$/i;

/** Reads the rows of one customer file. */
export class CustomerReader {
  readonly #at = new Map<Field, number[]>();
  readonly #how: Conventions & { country: string };
  readonly #width: number;

  constructor(columns: Columns, how: Conventions & { country: string }) {
    this.#how = how;
    this.#width = columns.length;
    columns.forEach((field, at) => {
      if (field !== null) this.#at.set(field, [...(this.#at.get(field) ?? []), at]);
    });
  }

  /** The customer of a row, or why there is none. */
  read(cells: readonly string[]): ReadCustomer | Reason {
    if (cells.length > this.#width && cells.slice(this.#width).some((cell) => cell.trim() !== ''))
      return reason('too-many-cells', String(cells.length));
    if (cells.some((cell) => cell.length > LONGEST)) return reason('too-long');
    const named = this.#named(cells);
    if (!named) return reason('no-name');
    const choices = this.#choices(cells);
    if ('id' in choices) return choices;
    const emails = this.#list(cells, 'email').map(bareAddress);
    const bad = emails.find((email) => canonicalEmail(email) === null);
    if (bad !== undefined) return reason('bad-email', bad);
    return this.#whole(cells, named, choices, emails);
  }

  #whole(cells: readonly string[], named: Named, choices: Choices, emails: string[]): ReadCustomer {
    const phones = this.#list(cells, 'phone');
    const title = this.#one(cells, 'title');
    const own = named.contact === '';
    return {
      ...choices,
      kind: choices.kind ?? named.kind,
      name: named.name,
      company: named.company,
      title: own ? title : '',
      aliases: this.#list(cells, 'alias'),
      // a company's row that names a person speaks of that person's address and number
      emails: own ? emails : [],
      phones: own ? phones : [],
      contact: own ? null : { name: named.contact, title, emails, phones },
      codes: this.#list(cells, 'code'),
      domains: this.#list(cells, 'website')
        .map(hostOf)
        .filter((host) => host !== ''),
      addresses: [this.#all(cells, 'address').join(' ')].filter((text) => text !== ''),
      tags: this.#list(cells, 'tags'),
      owner: this.#one(cells, 'owner'),
      country: choices.country || this.#how.country,
      referredBy: this.#one(cells, 'referredBy'),
      note: this.#all(cells, 'note').join('\n'),
    };
  }

  #all(cells: readonly string[], field: Field): string[] {
    const at = this.#at.get(field) ?? [];
    return at.flatMap((index) => {
      const text = (cells[index] ?? '').trim();
      return text === '' || NOTHING.test(text) ? [] : [text];
    });
  }

  #one(cells: readonly string[], field: Field): string {
    return this.#all(cells, field)[0] ?? '';
  }

  /** Several in a cell: parted by semicolons, bars, line breaks; addresses and tags by commas too. */
  #list(cells: readonly string[], field: Field): string[] {
    const parts = this.#all(cells, field).flatMap((text) =>
      text.split(field === 'email' || field === 'tags' || field === 'phone' ? /[;；|,，、\n]+/ : /[;；|\n]+/),
    );
    return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))].slice(0, 100);
  }

  /** Who the customer is: a row with a company's name and a person's is the company, with the person at it. */
  #named(cells: readonly string[]): Named | null {
    const first = this.#one(cells, 'firstName');
    const last = this.#one(cells, 'lastName');
    const han = /\p{Script=Han}/u.test(first + last);
    const joined = han ? last + first : `${first} ${last}`.trim();
    const name = this.#one(cells, 'name');
    const contact = this.#one(cells, 'contact');
    const company = this.#one(cells, 'company');
    const given = customerKindOf(this.#one(cells, 'kind'));
    if (given === 'person' && (name || joined)) return person(name || joined, company);
    if (company && (given === 'company' || contact)) return firm(company, contact || joined || name);
    if (name)
      return contact || given === 'company' ? firm(name, contact || joined) : named(name, company, joined);
    if (joined) return person(joined, company);
    if (company) return firm(company, '');
    return contact ? person(contact, '') : null;
  }

  #choices(cells: readonly string[]): Choices | Reason {
    const tier = this.#one(cells, 'tier');
    const stage = this.#one(cells, 'stage');
    const kind = this.#one(cells, 'kind');
    const relation = this.#one(cells, 'relation');
    const country = this.#one(cells, 'country');
    const contacted = this.#one(cells, 'lastContact');
    const date = contacted ? parseDate(contacted, this.#how.order) : undefined;
    const read = {
      tier: tierOf(tier),
      stage: stageOf(stage),
      kind: customerKindOf(kind),
      relation: relationOf(relation),
      country: countryOf(country),
    };
    if (tier && !read.tier) return reason('bad-tier', tier);
    if (stage && !read.stage) return reason('bad-stage', stage);
    if (kind && !read.kind) return reason('bad-choice', kind);
    if (relation && !read.relation) return reason('bad-choice', relation);
    if (country && !read.country) return reason('bad-country', country);
    if (contacted && !date) return reason('bad-date', contacted);
    if (date && date > this.#how.latest) return reason('future-date', contacted);
    const day = date === undefined ? undefined : dayNumber(date);
    return {
      country: read.country ?? '',
      ...(read.tier && { tier: read.tier }),
      ...(read.stage && { stage: read.stage }),
      ...(read.kind && { kind: read.kind }),
      ...(read.relation && { relation: read.relation }),
      ...(day !== undefined && { lastContactAt: Math.max(0, day * DAY_MS + NOON_MS) }),
    };
  }
}

interface Named {
  kind: Customer['kind'];
  name: string;
  company: string;
  contact: string;
}
type Choices = Pick<Partial<ReadCustomer>, 'tier' | 'stage' | 'kind' | 'relation' | 'lastContactAt'> & {
  country: string;
};

const person = (name: string, company: string): Named => ({ kind: 'person', name, company, contact: '' });
const firm = (name: string, contact: string): Named => ({ kind: 'company', name, company: '', contact });

/** Words that stand in the names of organisations alone; Chinese words of trade: {@link isOrganisation}. */
const FORM =
  /公司|集团|集團|有限|工厂|工廠|企业|企業|事务所|事務所|银行|銀行|大学|大學|医院|醫院|合作社|\b(?:inc|ltd|llc|llp|plc|gmbh|ag|kg|bv|nv|sa|sarl|srl|spa|oy|ab|as|pty|co|corp|company|group|holdings?|limited)\b\.?$/iu;
const named = (name: string, company: string, contact: string): Named =>
  company === '' && (FORM.test(name) || isOrganisation(name)) ? firm(name, contact) : person(name, company);

/** `Name <a@b>` and `mailto:a@b` as the address alone. */
const bareAddress = (text: string): string =>
  /<([^<>]+)>\s*$/.exec(text)?.[1]?.trim() ?? text.replace(/^mailto:/i, '');

const hostOf = (text: string): string =>
  (
    text
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, '')
      .replace(/^www\./, '')
      .split(/[/?#:]/, 1)[0] ?? ''
  ).trim();
