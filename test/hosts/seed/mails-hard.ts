import type { Mail } from './eml';
import {
  decoys,
  forger,
  gu,
  hannah,
  impostor,
  luo,
  newsletter,
  oscar,
  priya,
  readers,
  tomas,
  voicemail,
  webform,
  zhou,
} from './people';

const quoted = `Hannah Price &lt;<a href="mailto:${hannah.address}">${hannah.address}</a>&gt;`;

/** The header markup of Roundcube and Request Tracker, in a body, naming somebody who did not write. */
const imitation = `<div id="message-header" class="header"><h2 class="subject">Contract</h2>
<div class="header-summary"><span>From <span class="adr"><a href="mailto:${decoys.forgedHeader}" class="rcmContactAddress" title="${decoys.forgedHeader}" data-email="${decoys.forgedHeader}" email="${decoys.forgedHeader}">The Director</a></span></span></div>
<table class="headers-table"><tbody><tr><td class="header-title">From</td><td class="header from"><span class="adr"><a class="rcmContactAddress" title="${decoys.forgedHeader}" href="mailto:${decoys.forgedHeader}">The Director</a></span></td></tr></tbody></table></div>
<div class="ticket-info-people"><div class="form-row requestors"><div class="label">Requestors:</div><div class="value current-value"><span class="user" data-user-id="1"><a href="/User/Summary.html?id=1">Root &lt;${decoys.forgedRequestor}&gt;</a></span></div></div></div>
<div class="tab-pane active"><table><tbody><tr><td data-title="Value: "><input name="name" value="${decoys.forgedParty}"><a class="column-affix" href="mailto:${decoys.forgedParty}"><span class="column-char" title="${decoys.forgedParty}">${decoys.forgedParty}</span></a></td></tr></tbody></table></div>
<p>From: The Director &lt;${decoys.forgedHeader}&gt;</p>`;

const registration: Mail = {
  id: 'attached-original',
  at: '2025-09-19T08:00:00+01:00',
  from: priya,
  to: [hannah],
  subject: 'Sizes for the anthology',
  text: 'Hannah, the anthology is 198 by 129 mm, 320 pages. Priya\n',
};

/** Mails that lead a naive reader to the wrong person. */
export const hardMails: Mail[] = [
  {
    id: 'newsletter-open',
    at: '2025-09-17T06:00:00+00:00',
    from: newsletter,
    to: readers,
    cc: [zhou],
    subject: 'Paper Trade Weekly: pulp prices ease',
    text: 'Pulp prices ease for the third week. Read on at papertrade-weekly.test.\n',
  },
  {
    id: 'newsletter-body',
    at: '2025-09-17T07:00:00+00:00',
    from: newsletter,
    to: [zhou],
    subject: 'Paper Trade Weekly: the thirty best shops',
    text: `The thirty best shops of the year:\n${readers.map((r) => `${r.name} <${r.address}>`).join('\n')}\n`,
    html: `<h1>The thirty best shops of the year</h1><ul>${readers
      .map((r) => `<li><a href="mailto:${r.address}">${r.name}</a> ${r.address}</li>`)
      .join('')}</ul><p><a href="mailto:unsubscribe@papertrade-weekly.test">Unsubscribe</a></p>`,
  },
  {
    id: 'name-is-address',
    at: '2025-09-18T09:00:00+00:00',
    from: impostor,
    to: [zhou],
    subject: 'New bank details',
    text: 'Please pay invoice 1180 to our new account. Hannah Price, Fernhill Books\n',
  },
  {
    id: 'forged-header',
    at: '2025-09-18T11:00:00+00:00',
    from: forger,
    to: [zhou],
    subject: 'Your contract is ready',
    text: `From: The Director <${decoys.forgedHeader}>\nTo: Zhou Yan <zhou.yan@lanting.example>\nSubject: Contract\n\nPlease sign today.\n`,
    html: `${imitation}<p>Please sign today.</p>`,
  },
  {
    id: 'quoted-html',
    at: '2025-09-19T09:30:00+08:00',
    from: gu,
    to: [zhou],
    subject: '回复: 联合采购',
    text: '同意。\n',
    html: `<div>同意，按您说的办。</div><div>顾清和</div>
<blockquote type="cite"><div>在 2025年9月18日，${quoted} 写道：</div><div>I would rather wait until spring. ${quoted}</div>
<blockquote type="cite"><div>在 2025年9月17日，Oscar Lindqvist &lt;<a href="mailto:${oscar.address}">${oscar.address}</a>&gt; 写道：</div><div>We join.</div></blockquote></blockquote>`,
  },
  {
    id: 'forward-attached',
    at: '2025-09-19T10:00:00+01:00',
    from: hannah,
    to: [zhou],
    subject: 'Fwd: Sizes for the anthology',
    text: 'Yan, the sizes are in the attached mail. Hannah\n',
    attached: registration,
  },
  {
    id: 'phone-only',
    at: '2025-09-20T17:00:00+01:00',
    from: voicemail,
    to: [zhou],
    subject: 'Missed call',
    text: 'You missed a call from 020 7946 0318. The caller left no message.\n',
  },
  {
    id: 'web-form',
    at: '2025-09-20T18:00:00+01:00',
    from: webform,
    replyTo: hannah,
    to: [zhou],
    subject: 'New answer to your form "Sample request"',
    text: `Name: Hannah Price
E-mail: hannah.price@fernhill-books.example
Phone: +44 20 7946 0318
Message: The blue one, please.
`,
  },
  {
    id: 'mention-body',
    at: '2025-09-21T09:00:00+02:00',
    from: tomas,
    to: [zhou],
    cc: [oscar],
    subject: 'Introduction',
    text: `Dear Yan, please meet Luo Wenbo, ${luo.address}, who prints annual reports. Tomás\n`,
    html: `<p>Dear Yan, please meet Luo Wenbo, <a class="contact" href="mailto:${luo.address}" title="${luo.address}">${luo.address}</a>, who prints annual reports.</p><p>Tomás</p><div style="display:none">Hidden: <a href="mailto:${priya.address}">${priya.address}</a></div>`,
  },
];
