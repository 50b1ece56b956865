import { reading } from './pinyin';
import { stemOf } from './places';
import { PLACES } from './tables/places';

const set = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

/** Legal forms of many countries, folded and without points, and the words that stand among them. */
export const FORM_WORDS = set(`
co company companies corp corporation inc incorporated incorporation ltd limited llc llp lp plc pllc pc lc coltd
gmbh mbh ag kg kgaa ug ohg gbr ev eg se sarl sas sasu sa eurl snc scs scop spa srl srls sl slu slp sca cv
bv nv vof cvba bvba oy oyj ab hb kb as asa ans da aps a/s is ehf hf ou uab sia doo dd ad ead ood kft zrt bt nyrt rt sro spol zoo sp
pty proprietary pte pvt private sdn bhd kk gk yk tbk pt cv jsc ojsc cjsc pjsc llp ooo oao zao pao tov ltda eireli sab sapi rl de cia
public holding holdings psc wll fze fzc fzco dmcc saog sae spc
`);

/** Trades and words of organisation: less telling than a trade name. */
export const DESCRIPTORS = set(`
group groups international global worldwide enterprise enterprises industry industries industrial trading trade traders import export
services service solutions systems system technology technologies tech technical engineering consulting consultants partners partnership
associates management investment investments capital ventures development developments properties property realty real estate construction
contractors builders building materials material manufacturing manufacture products product supply supplies equipment machinery tools
electronics electronic electric electrical energy power oil gas petroleum petrochemical mining minerals steel metal metals chemical chemicals
plastics plastic rubber paper packaging printing textile textiles garment clothing fashion shoes leather furniture food foods beverage
restaurant hotel hotels travel tourism logistics transport transportation freight shipping express delivery auto automotive motor motors
parts bank banking finance financial insurance securities fund trust credit commercial rural agricultural agriculture farm farms media
advertising communications communication telecom telecommunications network networks information data digital software online internet
computer semiconductor microelectronics optical optoelectronics photoelectric photoelectricity pharma pharmaceutical pharmaceuticals
medical medicine health healthcare biotech biotechnology biological bio science sciences scientific research laboratory laboratories
institute university college school education training sports entertainment culture cultural design studio studios shop store stores
retail wholesale market markets marketing sales agency office centre center house works factory plant plants environment environmental
protection water new high hi intelligent smart precision automation aviation airlines aerospace marine railway highway port ports
cement glass ceramics pipe cable wire battery solar wind coal joint stock first national general united
`);

/** How words of company names are cut short, and what they stand for. */
export const SHORT_WORDS: ReadonlyMap<string, string> = new Map(
  `st saint,grp group,intl international,natl national,svc service,svcs services,mfg manufacturing,mgmt management,
mgt management,assoc associates,assocs associates,bros brothers,dist distribution,engr engineering,eng engineering,inds industries,
ind industries,ent enterprises,hldgs holdings,hldg holding,prods products,prod product,dept department,univ university,inst institute,
ctr center,lab laboratory,labs laboratories,sys systems,sol solutions,solns solutions,telecomm telecommunications,pharm pharmaceuticals,
transp transport,constr construction,equip equipment,mkt market,mktg marketing,elec electric,chem chemical,fin financial,ins insurance`
    .split(',')
    .map((pair): [string, string] => {
      const [short = '', long = ''] = pair.trim().split(' ');
      return [short, long];
    }),
);

const placeWords = (): Set<string> =>
  new Set([
    ...set(`china chinese prc taiwan hong kong hongkong macau macao america american usa us uk britain british england germany german
deutschland france french italy italia italian spain espana japan japanese korea korean singapore malaysia thailand vietnam indonesia
philippines india indian australia australian canada canadian mexico brazil brasil russia europe european asia asian pacific africa
taipei kaohsiung taichung tainan`),
    ...PLACES.split('|').flatMap((line) => {
      const [province = '', cities = ''] = line.split(':');
      const names = [province, ...cities.split(';').map((list) => list.split(',')[0] ?? '')];
      return names.filter((name) => name !== '').map((name) => reading(stemOf(name)).replace(/v/g, 'u'));
    }),
    'shaanxi',
    'chongqing',
    'neimenggu',
  ]);
let known: Set<string> | null = null;

/** Whether a word is a province or city of China in letters, or a country. The list is made when first asked. */
export function isPlaceWord(word: string): boolean {
  known ??= placeWords();
  return known.has(word);
}
