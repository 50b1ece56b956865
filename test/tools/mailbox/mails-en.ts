import { type Mail, ME } from './mail.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
const TOM = { name: 'Tom Becker', address: 'tom.becker@paperleaf.example' };

/** Mails in English. All people, firms and addresses are made up. */
export const ENGLISH: Mail[] = [
  {
    id: 'renewal',
    folder: 'inbox',
    from: { name: 'Oliver Grant', address: 'oliver.grant@brightwater-foods.example' },
    to: [ME],
    subject: 'Re: Renewal terms for next year',
    ago: HOUR + 25,
    unread: true,
    parts: [
      {
        kind: 'text',
        text: 'Hi Anna,\n\nThanks for sending the draft. I will be straight with you: we have a second quote on the table for the chilled range, about 6% below yours, and the board has asked me to compare both before the end of the month.\n\nPrice is not the whole story. The two late deliveries in September hurt more, and nobody rang us before we noticed. If you can show me how that will not happen again, I would much rather stay.\n\nCould we talk on Tuesday?',
      },
      {
        kind: 'signature',
        text: 'Oliver Grant\nHead of Procurement, Brightwater Foods\n+44 20 7946 0958',
      },
      {
        kind: 'quote',
        intro: 'Anna Lin <anna.lin@paperleaf.example> wrote:',
        text: 'Dear Oliver,\n\nattached are the renewal terms we spoke about. The volume bands start lower than last year, and the lead time is now part of the contract.',
      },
    ],
  },
  {
    id: 'damaged-pallets',
    folder: 'inbox',
    from: TOM,
    to: [ME],
    subject: 'Fwd: Damaged pallets on order 88213',
    ago: 5 * HOUR,
    unread: true,
    parts: [
      {
        kind: 'text',
        text: 'Anna, this one reached the general inbox. She is yours, I think. Can you take it?\n\nTom',
      },
      {
        kind: 'forwarded',
        from: { name: 'Ingrid Solberg', address: 'ingrid@fjordlys.example' },
        to: 'info@paperleaf.example',
        subject: 'Damaged pallets on order 88213',
        text: 'Hello,\n\nthree of the eight pallets arrived with crushed corners, and about 400 candle boxes cannot be used. Photos are attached. The Christmas orders go out on Monday, so I need to know today whether you can replace them.\n\nIngrid Solberg\nFjordlys, Bergen',
      },
    ],
  },
  {
    id: 'quote-request',
    folder: 'inbox',
    from: { name: 'Daniel Okafor', address: 'd.okafor@kestrel-outdoor.example' },
    to: [ME],
    subject: 'Quote for mailer boxes?',
    ago: 7 * HOUR + 40,
    parts: [
      {
        kind: 'text',
        text: 'Hello Anna,\n\nClaire at Atelier Dubois gave me your name. We make camping stoves and ship about 3,000 parcels a month. We are looking for a plain mailer box, roughly 32 × 24 × 11 cm, one colour print, recycled board.\n\nCould you send a price for 10,000 and 40,000, and tell me how long a first run would take?',
      },
      {
        kind: 'signature',
        text: 'Daniel Okafor\nOperations, Kestrel Outdoor\n+44 117 496 0382\nd.okafor@kestrel-outdoor.example',
      },
    ],
  },
  {
    id: 'second-season',
    folder: 'inbox',
    from: { name: 'Claire Dubois', address: 'claire@atelier-dubois.example' },
    to: [ME],
    subject: 'Second season with you',
    ago: DAY + 6 * HOUR,
    parts: [
      {
        kind: 'text',
        text: 'Dear Anna,\n\nthe hat boxes came on Friday and they are beautiful. I admit that I doubted when we came back in the spring, so it is only fair to say it: your team kept every date this time.\n\nFor autumn I would like the same box in the smaller size, 1,200 pieces. May I have the new price list?',
      },
      { kind: 'signature', text: 'Claire Dubois\nAtelier Dubois, Lyon\n+33 1 99 00 12 34' },
    ],
  },
  {
    id: 'samples-joint',
    folder: 'inbox',
    from: { name: 'Priya Nair', address: 'priya.nair@saffron-lane.example' },
    to: [ME],
    cc: [
      { name: 'Oliver Grant', address: 'oliver.grant@brightwater-foods.example' },
      { name: 'Rahul Menon', address: 'rahul@saffron-lane.example' },
    ],
    subject: 'Shared trays for the spice range',
    ago: 2 * DAY + HOUR,
    parts: [
      {
        kind: 'text',
        text: 'Hi Anna,\n\nOliver and I want to use the same shelf tray for the joint spice range, so one tool would do for both. Could you price it as one order with two delivery addresses?\n\nRahul (cc) will send the drawing.',
      },
      { kind: 'signature', text: 'Priya Nair\nFounder, Saffron Lane\n+1 415 555 0134' },
    ],
  },
  {
    id: 'fair-news',
    folder: 'inbox',
    from: { name: 'Packaging Weekly', address: 'news@packagingweekly.example' },
    to: [{ name: 'Packaging Weekly readers', address: 'readers@packagingweekly.example' }],
    subject: 'Who is at the spring fair: stands and contacts',
    ago: 2 * DAY + 9 * HOUR,
    parts: [
      {
        kind: 'text',
        text: 'The hall plan is out. Below are the exhibitors that readers asked about most, with the person to write to. Doors open at nine on all three days.',
      },
      {
        kind: 'links',
        title: 'Exhibitors',
        rows: [
          { label: 'Alder & Rye, stand 1A04', address: 'fair@alder-rye.example' },
          { label: 'Brightwater Foods, stand 1B11', address: 'oliver.grant@brightwater-foods.example' },
          { label: 'Cormorant Print, stand 1C20', address: 'stand@cormorant-print.example' },
          { label: 'Dovetail Crates, stand 2A02', address: 'sales@dovetail-crates.example' },
          { label: 'Emberly Candles, stand 2A18', address: 'hello@emberly.example' },
          { label: 'Fjordlys, stand 2B07', address: 'ingrid@fjordlys.example' },
          { label: 'Greenline Pulp, stand 2B30', address: 'team@greenline-pulp.example' },
          { label: 'Hollins Adhesives, stand 3A09', address: 'info@hollins.example' },
          { label: 'Inkwell Labels, stand 3A12', address: 'contact@inkwell-labels.example' },
          { label: 'Juniper Freight, stand 3C01', address: 'desk@juniper-freight.example' },
        ],
      },
      { kind: 'text', text: 'You get this letter because you subscribed. Unsubscribe at any time.' },
    ],
  },
  {
    id: 'thank-you',
    folder: 'inbox',
    from: { name: 'Sofia Marques', address: 'sofia.marques@postbox.example' },
    to: [ME],
    subject: 'An introduction, and a thank you',
    ago: 4 * DAY,
    parts: [
      {
        kind: 'text',
        text: 'Anna,\n\nthe article is out, and two of the makers I wrote about asked who does my gift boxes. I gave them your address; I hope that is all right.\n\nNo order from me this year, but I will keep sending people your way.',
      },
      { kind: 'signature', text: 'Sofia' },
    ],
  },
  {
    id: 'pro-seats',
    folder: 'inbox',
    from: { name: 'Nadia Okafor', address: 'nadia@okafor-joinery.example' },
    to: [ME],
    subject: 'More seats of Bookkeeping Pro',
    ago: 5 * DAY,
    parts: [
      {
        kind: 'text',
        text: 'Hi Anna,\n\nthe workshop has grown again: could you quote three more seats of Bookkeeping Pro from January? Two of the new people would come to the tax workshop as well.\n\nTom and Lena say hello; both tell me they are glad they switched.',
      },
      { kind: 'signature', text: 'Nadia Okafor\nOkafor Joinery' },
    ],
  },
  {
    id: 'sent-oliver',
    folder: 'sent',
    from: ME,
    to: [{ name: 'Oliver Grant', address: 'oliver.grant@brightwater-foods.example' }],
    cc: [TOM],
    subject: 'Renewal terms for next year',
    ago: 2 * DAY,
    parts: [
      {
        kind: 'text',
        text: 'Dear Oliver,\n\nattached are the renewal terms we spoke about. The volume bands start lower than last year, and the lead time is now part of the contract.',
      },
      { kind: 'signature', text: 'Anna Lin\nPaperleaf Packaging\nanna.lin@paperleaf.example' },
    ],
  },
];
