/** Everybody in the sample mails, tickets and parties. All invented; domains end in .example or .test. */
export interface Box {
  name: string;
  address: string;
}

const box = (name: string, address: string): Box => ({ name, address });

/** The user whose mailbox and desk this is, her colleague, and the shared address of the desk. */
export const zhou = box('Zhou Yan', 'zhou.yan@lanting.example');
export const ben = box('Ben Hart', 'ben.hart@lanting.example');
export const desk = box('Lanting Help', 'help@lanting.example');

/** Customers and people at customers. */
export const gu = box('顾清和', 'gu.qinghe@songtao-print.example');
export const he = box('何一诺', 'he.yinuo@songtao-print.example');
export const hannah = box('Hannah Price', 'hannah.price@fernhill-books.example');
export const hannahTagged = box('Hannah Price', 'hannah.price+orders@fernhill-books.example');
export const oscar = box('Oscar Lindqvist', 'oscar@nordlys-trykk.example');
export const priya = box('Priya Nair', 'priya.nair@saltmarsh-press.example');
export const luo = box('罗文博', 'luo.wenbo@jinque-media.example');
export const tomas = box('Tomás Rivera', 'tomas.rivera@cobalt-labels.example');
export const ines = box('Inés Duarte', 'ines.duarte@cobalt-labels.example');
export const tian = box('田野', 'tianye@墨香书社.example');
export const yousef = box('يوسف منصور', 'yousef.mansour@waraq-press.example');
export const kestrel = box('', 'orders@kestrel-gifts.example');
export const lena = box('Lena <script>alert(1)</script> 🦊 Voss', 'lena.voss@fuchsbau-papier.example');
export const longName = box(
  `Dr. ${'Maximiliana Konstanzia Philippa '.repeat(10)}von Hohenstein-Wiesengrund`,
  'm.hohenstein@wiesengrund-archiv.example',
);

/** Senders that are nobody's customer. */
export const kofi = box('Kofi Mensah', 'kofi.mensah@harbour-stationers.test');
export const newsletter = box('Paper Trade Weekly', 'news@papertrade-weekly.test');
export const impostor = box(hannah.address, 'billing@quick-settle.test');
export const forger = box('Account Service', 'service@parcel-notice.test');
export const voicemail = box('Ringpost Voicemail', 'voicemail@ringpost.test');
export const webform = box('Hannah Price via Formbridge', 'forms@formbridge.test');

/** The thirty readers that the newsletter was sent to in the open. */
export const readers: Box[] = Array.from({ length: 30 }, (_, i) => {
  const n = String(i + 1).padStart(2, '0');
  return box(i % 3 === 0 ? `读者 ${n}` : `Reader ${n}`, `reader${n}@shop${n}.example`);
});

/** Addresses that only stand in bodies, to be told apart from who wrote. */
export const decoys = {
  forgedHeader: 'ceo@forged-header.test',
  forgedRequestor: 'root@forged-requestor.test',
  forgedParty: 'party@forged-party.test',
};
