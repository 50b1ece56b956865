import { alike, distance } from '../names/distance';
import { fold, hasHan, solid, words } from '../names/fold';
import { comparePlaces, leadingPlace, type Place, placesNamed } from '../names/places';
import type { AddressText } from './record';

/** An address in parts, folded; '' where a part is not known. */
export interface Address {
  places: readonly Place[];
  number: string;
  street: string;
  /** The line beside the street: a house or village by its name. It is often written where the street should be. */
  beside: string;
  /** Flat, floor, room: what tells neighbours in one house apart. */
  unit: string;
  /** Town or district as written. */
  locality: string;
  region: string;
  postcode: string;
}

/** `same` door · `near` same street or a part mistyped · `town` two parts agree · `area` one does · `elsewhere`. */
export type AddressLevel = 'same' | 'near' | 'town' | 'area' | 'elsewhere';

const LIMIT = 200;

/** Takes an address apart; null where nothing is in it. */
export function parseAddress(address: AddressText): Address | null {
  const text = fold((address.text ?? '').slice(0, LIMIT));
  const parts =
    text === '' ? blank() : hasHan(text) ? parseHan(solid(text.replace(/[-–—]/g, '_'))) : parseLatin(text);
  const given = (value: string | undefined) => fold((value ?? '').slice(0, LIMIT));
  const locality = given(address.locality);
  parts.number ||= solid(given(address.number));
  parts.street ||= street(given(address.street));
  parts.beside ||= street(given(address.beside));
  parts.locality ||= solid(locality);
  parts.region ||= solid(given(address.region));
  parts.postcode ||= solid(given(address.postcode));
  if (parts.places.length === 0) parts.places = placesNamed(solid(locality));
  const empty = !parts.number && !parts.street && !parts.locality && !parts.region && !parts.postcode;
  return empty && parts.places.length === 0 ? null : parts;
}

const blank = (): Address => ({
  places: [],
  number: '',
  street: '',
  beside: '',
  unit: '',
  locality: '',
  region: '',
  postcode: '',
});

/** 广东省佛山市顺德区勒流街道5号2室: places from the start, then the road up to its number. */
function parseHan(text: string): Address {
  const parts = blank();
  let rest = text.replace(/^\d{3,6}(?=\D)/, '').replace(/^中国(?=.{2})/, '');
  for (let found = leadingPlace(rest); found && found.length < rest.length; found = leadingPlace(rest)) {
    const above = parts.places;
    const below = found.places.filter(
      (place) => above.length === 0 || comparePlaces([place], above) !== 'conflict',
    );
    if (below.length === 0) break;
    parts.places = below;
    rest = rest.slice(found.length);
  }
  for (let cut = DISTRICT.exec(rest); cut && cut[0].length < rest.length; cut = DISTRICT.exec(rest)) {
    parts.locality += cut[0];
    rest = rest.slice(cut[0].length);
  }
  const [, road = '', number = '', unit = ''] = /^(\D*)([\d_]*)(.*)$/.exec(rest) ?? [];
  parts.street = road;
  parts.number = number.replace(/^_+|_+$/g, '');
  parts.unit = (unit.match(/\d+/g) ?? []).join('/');
  return parts;
}

const DISTRICT = /^[\u4e00-\u9fff]{1,7}?(?<!工业|开发|园|小|社|景|新|库)(?:区|县|市|镇|乡|旗)(?!场|政)/;

const HOUSE = /^#?(\d+[a-z]?(?:[-/]\d+)?)\s+(.+)$/;

/** `169 Maia Lakes, Dale City, OH 16317`: house and road first, then town, then state and postcode. */
function parseLatin(text: string): Address {
  const parts = blank();
  const lines = text
    .split(/[,;\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // Ferry House, 12 Quay Road: the house by its name stands before the one with the number
  const named = lines.length > 2 && !HOUSE.test(lines[0] ?? '') && HOUSE.test(lines[1] ?? '');
  if (named) parts.beside = street(lines.shift() ?? '');
  const first = lines.shift() ?? '';
  const [, number = '', road = first] = HOUSE.exec(first) ?? [];
  parts.number = number;
  const unit = /\b(?:apt|apartment|unit|suite|ste|floor|fl|room|rm)\.?\s*#?(\w+)$|\s#(\w+)$/.exec(road);
  parts.unit = unit?.[1] ?? unit?.[2] ?? '';
  parts.street = street(unit ? road.slice(0, unit.index) : road);
  for (const line of lines) {
    const code = /(?:^|\s)([a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}|\d{4,6}(?:-\d{4})?)$/.exec(line);
    const name = code ? line.slice(0, code.index).trim() : line;
    if (code) parts.postcode = solid(code[1] ?? '');
    if (/^[a-z]{2,3}$/.test(name)) parts.region = name;
    else if (parts.locality === '') parts.locality = solid(name);
  }
  return parts;
}

const KINDS: Record<string, string> = {
  st: 'street',
  str: 'street',
  rd: 'road',
  ave: 'avenue',
  av: 'avenue',
  blvd: 'boulevard',
  dr: 'drive',
  ln: 'lane',
  ct: 'court',
  pl: 'place',
  sq: 'square',
  hwy: 'highway',
  pkwy: 'parkway',
  cres: 'crescent',
  cct: 'circuit',
  sts: 'streets',
  rds: 'roads',
  aves: 'avenues',
  ter: 'terrace',
  cl: 'close',
  gr: 'grove',
  pde: 'parade',
};

const STREET_KIND = new RegExp(`(?:${[...new Set(Object.values(KINDS))].join('|')})$`);

const street = (folded: string): string =>
  hasHan(folded)
    ? solid(folded)
    : words(folded)
        .map((word) => KINDS[word] ?? word)
        .join('');

type Part = 'same' | 'like' | 'other' | 'unknown';

function comparePart(a: string, b: string): Part {
  if (a === '' || b === '') return 'unknown';
  if (a === b) return 'same';
  return alike(a, b) ? 'like' : 'other';
}

const agrees = (part: Part): boolean => part === 'same' || part === 'like';

/** Compares two addresses part by part. The result does not depend on their order. */
export function compareAddresses(a: Address, b: Address): AddressLevel | null {
  const road = compareRoads(a, b);
  const number = compareNumbers(a.number, b.number);
  const town = compareTowns(a, b);
  const code = comparePart(a.postcode, b.postcode);
  const mail = code === 'unknown' ? 'unknown' : distance(a.postcode, b.postcode, 1) <= 1 ? 'same' : 'other';
  if (agrees(road) && number === 'same') {
    if (town === 'other' && mail !== 'same') return mail === 'other' ? 'area' : 'near';
    return a.unit !== '' && b.unit !== '' && a.unit !== b.unit ? 'near' : 'same';
  }
  const around = Number(agrees(town)) + Number(mail === 'same');
  if (agrees(road) && (number !== 'other' ? around > 0 : around > 1)) return 'near';
  if (number === 'same' && around > 1) return 'near';
  if (around > 1 || (around > 0 && (number === 'same' || agrees(road)))) return 'town';
  if (around > 0) return 'area';
  const known = [road, number, town, mail].some((part) => part === 'other');
  return known ? 'elsewhere' : null;
}

/** The street, or what one has beside it and the other in its place. */
function compareRoads(a: Address, b: Address): Part {
  const plain = compareStreets(a.street, b.street);
  if (agrees(plain) || (a.beside === '' && b.beside === '')) return plain;
  const crossed = agrees(compareStreets(a.street, b.beside)) || agrees(compareStreets(a.beside, b.street));
  return crossed ? 'like' : plain;
}

/** One road may be written with more of what stands before it. */
function compareStreets(a: string, b: string): Part {
  const plain = comparePart(a, b);
  if (plain === 'like') return sameKind(a, b) ? 'other' : 'like';
  if (plain !== 'other' || Math.min(a.length, b.length) < 3) return plain;
  return a.endsWith(b) || b.endsWith(a) ? 'like' : 'other';
}

/** `Deane Street`, `Braine Street`: alike in nothing but the kind of road. */
function sameKind(a: string, b: string): boolean {
  const kind = STREET_KIND.exec(a)?.[0];
  if (kind === undefined || !b.endsWith(kind)) return false;
  const [x, y] = [a.slice(0, -kind.length), b.slice(0, -kind.length)];
  return x !== '' && y !== '' && !alike(x, y);
}

function compareNumbers(a: string, b: string): Part {
  if (a === '' || b === '') return 'unknown';
  if (a === b) return 'same';
  return Math.max(a.length, b.length) > 1 && distance(a, b, 1) <= 1 ? 'like' : 'other';
}

function compareTowns(a: Address, b: Address): Part {
  const place = a.places.length > 0 && b.places.length > 0 ? comparePlaces(a.places, b.places) : null;
  if (place === 'conflict') return 'other';
  const local = comparePart(a.locality, b.locality);
  if (place === null)
    return local === 'unknown' ? (comparePart(a.region, b.region) === 'other' ? 'other' : 'unknown') : local;
  return local === 'other' ? 'other' : 'same';
}

/** Road and number in one key, for finding neighbours and counting who shares a door; '' where not known. */
export const doorKey = (address: Address): string =>
  address.street !== '' && address.number !== '' ? `${address.number}|${address.street.slice(-12)}` : '';
