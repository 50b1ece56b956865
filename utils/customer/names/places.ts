import { PLACES } from './tables/places';

/**
 * Chinese administrative places (行政区划) by the stem people write: 山西, 太原, 清徐. A place is the path from its
 * province down, so that 太原 lies within 山西; a stem that several places share stands for each of them.
 */
export type Place = { readonly path: readonly string[]; readonly stem: string; readonly county: boolean };

const KIND = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|省|市|县|盟|旗|区)$/;
const PEOPLES =
  /(?:(?:壮|回|维吾尔|蒙古|藏|苗|彝|土家|侗|瑶|白|傣|哈尼|哈萨克|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|朝鲜|满|裕固|独龙|布依|各)族?)+$/;

/** 山西省 → 山西, 恩施土家族苗族自治州 → 恩施; at least two characters stay. */
export function stemOf(name: string): string {
  const bare = name.replace(KIND, '');
  if (bare.length < 2) return name;
  if (!/自治/.test(name)) return bare;
  const stem = bare.replace(PEOPLES, '');
  return stem.length >= 2 ? stem : bare;
}

interface Gazetteer {
  byStem: Map<string, Place[]>;
  /** The longest stem that begins with two characters, so that most texts are looked up once. */
  longestFrom: Map<string, number>;
}
let known: Gazetteer | null = null;

/** Made when a place is first asked for: a worker that was woken for one address needs none. */
function places(): Gazetteer {
  if (known) return known;
  const all: Gazetteer = { byStem: new Map(), longestFrom: new Map() };
  for (const line of PLACES.split('|')) {
    const [province = '', cities = ''] = line.split(':');
    const top = add(all, province, []);
    for (const list of cities.split(';')) {
      const [city = '', ...counties] = list.split(',');
      const path = city === '' ? top : add(all, city, top);
      for (const county of counties) add(all, county, path, true);
    }
  }
  known = all;
  return all;
}

function add(
  { byStem, longestFrom }: Gazetteer,
  name: string,
  above: readonly string[],
  county = false,
): readonly string[] {
  const stem = stemOf(name);
  const path = above.at(-1) === stem ? above : [...above, stem];
  const same = byStem.get(stem) ?? [];
  if (!same.some((place) => place.path.join() === path.join())) same.push({ path, stem, county });
  byStem.set(stem, same);
  const head = stem.slice(0, 2);
  longestFrom.set(head, Math.max(longestFrom.get(head) ?? 0, stem.length));
  return path;
}

/** What plates and short names call provinces and large cities by; characters that are everyday words are left out. */
const SHORT: Record<string, string> = {
  京: '北京',
  津: '天津',
  沪: '上海',
  渝: '重庆',
  冀: '河北',
  晋: '山西',
  辽: '辽宁',
  苏: '江苏',
  浙: '浙江',
  皖: '安徽',
  闽: '福建',
  赣: '江西',
  鲁: '山东',
  豫: '河南',
  鄂: '湖北',
  湘: '湖南',
  粤: '广东',
  桂: '广西',
  琼: '海南',
  川: '四川',
  蜀: '四川',
  黔: '贵州',
  滇: '云南',
  藏: '西藏',
  陕: '陕西',
  陇: '甘肃',
  港: '香港',
  穗: '广州',
  深: '深圳',
  甬: '宁波',
  蓉: '成都',
};

/** The places that one character may stand for in a short name (粤 → 广东); null where it stands for none. */
export const placeBehind = (char: string): string | null => SHORT[char] ?? null;

/** Places by a stem or full name; empty where it is not one. */
export const placesNamed = (name: string): readonly Place[] =>
  places().byStem.get(name) ?? places().byStem.get(stemOf(name)) ?? [];

/** The place that a folded text begins with, and how many characters it takes; null where there is none. */
export function leadingPlace(
  text: string,
): { places: readonly Place[]; stem: string; length: number } | null {
  const { byStem, longestFrom } = places();
  const longest = longestFrom.get(text.slice(0, 2)) ?? 0;
  for (let size = Math.min(longest, text.length); size >= 2; size -= 1) {
    const stem = text.slice(0, size);
    const found = byStem.get(stem);
    if (!found) continue;
    return { places: found, stem: found[0]?.stem ?? stem, length: size + kindLength(text.slice(size)) };
  }
  return null;
}

const kindLength = (rest: string): number =>
  rest === ''
    ? 0
    : (/^(?:特别行政区|(?:[\u4e00-\u9fff]{1,8}族)*自治[区州县旗]|地区|省|市|县|盟|区(?!块|域))/.exec(
        rest,
      )?.[0].length ?? 0);

export type PlaceMatch = 'same' | 'within' | 'conflict';

/** Compares two lists of places, each holding what one text may mean: the kindest reading counts. */
export function comparePlaces(a: readonly Place[], b: readonly Place[]): PlaceMatch {
  let best: PlaceMatch = 'conflict';
  for (const x of a) {
    for (const y of b) {
      const shared = Math.min(x.path.length, y.path.length);
      let index = 0;
      while (index < shared && x.path[index] === y.path[index]) index += 1;
      if (index < shared) continue;
      if (x.path.length === y.path.length) return 'same';
      best = 'within';
    }
  }
  return best;
}
