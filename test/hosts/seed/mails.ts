import type { Mail } from './eml';
import { hardMails } from './mails-hard';
import {
  ben,
  desk,
  gu,
  hannah,
  hannahTagged,
  he,
  ines,
  kestrel,
  kofi,
  lena,
  longName,
  luo,
  oscar,
  priya,
  tian,
  tomas,
  yousef,
  zhou,
} from './people';

/** What people write every day; the ones that try to mislead are in mails-hard.ts. */
const plain: Mail[] = [
  {
    id: 'plain-zh',
    at: '2025-09-01T09:12:00+08:00',
    from: gu,
    to: [zhou],
    subject: '十月份铜版纸追加订单',
    text: `周经理，您好：

十月份的画册要加印，157 克铜版纸还差六吨，请看看本月二十号前能不能到货。
上次的发票已经收到，谢谢。

顾清和
松涛印务有限公司  采购部
电话：021-5550 0142
`,
  },
  {
    id: 'plain-en',
    at: '2025-09-01T10:05:00+01:00',
    from: hannah,
    to: [zhou],
    subject: 'Samples for the winter catalogue',
    text: `Hello Yan,

The cream sheets arrived this morning and the whole shop has been stroking them.
Could you send two more weights, 120 and 170, before our meeting on the 12th?

Warm regards,
Hannah Price
Head Buyer, Fernhill Books
+44 20 7946 0318
`,
  },
  {
    id: 'thread-1',
    at: '2025-09-02T08:30:00+02:00',
    from: oscar,
    to: [zhou],
    subject: 'Late pallet 40-771',
    text: `Hi Yan,

Pallet 40-771 was promised for Monday and is still in Rotterdam. We print on Thursday.
When will it be here?

Oscar
`,
  },
  {
    id: 'thread-2',
    at: '2025-09-02T09:10:00+02:00',
    from: zhou,
    to: [oscar],
    cc: [ben],
    subject: 'Re: Late pallet 40-771',
    answers: 'thread-1',
    folder: 'Sent',
    text: `Dear Oscar,

I am sorry. Ben is on the phone with the carrier now, I will write again before noon.

Zhou Yan
Lanting Paper · zhou.yan@lanting.example

On 2 September 2025, Oscar Lindqvist <oscar@nordlys-trykk.example> wrote:
> Pallet 40-771 was promised for Monday and is still in Rotterdam.
`,
  },
  {
    id: 'thread-3',
    at: '2025-09-02T11:40:00+02:00',
    from: ben,
    to: [oscar],
    cc: [zhou],
    subject: 'Re: Late pallet 40-771',
    answers: 'thread-2',
    text: `Hello Oscar,

the lorry leaves Rotterdam tonight; you have it on Wednesday at eight. The driver has your number.

Ben Hart, Lanting Paper

On 2 September 2025, Zhou Yan <zhou.yan@lanting.example> wrote:
> I am sorry. Ben is on the phone with the carrier now.
>
> On 2 September 2025, Oscar Lindqvist <oscar@nordlys-trykk.example> wrote:
>> Pallet 40-771 was promised for Monday and is still in Rotterdam.
`,
  },
  {
    id: 'thread-4',
    at: '2025-09-03T08:05:00+02:00',
    from: oscar,
    to: [ben, zhou],
    subject: 'Re: Late pallet 40-771',
    answers: 'thread-3',
    text: `It is here. Thank you both, that was close.

Oscar

On 2 September 2025, Ben Hart <ben.hart@lanting.example> wrote:
> the lorry leaves Rotterdam tonight; you have it on Wednesday at eight.
`,
  },
  {
    id: 'cc-customers',
    at: '2025-09-04T16:20:00+08:00',
    from: gu,
    to: [zhou],
    cc: [hannah, luo, ines],
    subject: '关于联合采购的会议 / Joint purchase call',
    text: `各位好：

联合采购的电话会议定在周四下午三点（伦敦上午八点）。
Dear all, the call is on Thursday, 15:00 Shanghai, 08:00 London.

顾清和
`,
  },
  {
    id: 'own-in-inbox',
    at: '2025-09-05T09:00:00+08:00',
    from: zhou,
    to: [oscar],
    cc: [zhou],
    subject: 'Prices for the fourth quarter',
    text: `Dear Oscar,

here are the prices that we spoke about: 240 g board 1,180 EUR, 300 g board 1,340 EUR a tonne.
They hold until 31 October.

Zhou Yan
Lanting Paper · +86 571 5550 0100 · zhou.yan@lanting.example
`,
  },
  {
    id: 'forward-zh',
    at: '2025-09-06T14:02:00+08:00',
    from: he,
    to: [zhou],
    subject: '转发: 环保认证纸的询价',
    text: `周经理：

下面这位是我们的印刷客户，想直接问您价格，请帮忙回一下。何一诺

---------- 转发的邮件 ----------
发件人：罗文博 <luo.wenbo@jinque-media.example>
发送时间：2025年9月5日 17:41
收件人：何一诺 <he.yinuo@songtao-print.example>
主题：环保认证纸的询价

一诺，你好：年报想用有环保认证的纸，80 克，大约四吨，能不能问问价格？
罗文博  金阙传媒
`,
  },
  {
    id: 'forward-en',
    at: '2025-09-06T15:30:00+01:00',
    from: hannah,
    to: [zhou],
    subject: 'Fwd: Recycled stock for poetry list',
    text: `Yan, can you help Priya directly? Hannah

-------- Forwarded Message --------
Subject: Recycled stock for poetry list
Date: Fri, 5 Sep 2025 12:11:00 +0100
From: Priya Nair <priya.nair@saltmarsh-press.example>
To: Hannah Price <hannah.price@fernhill-books.example>

Hi Hannah, who do you buy your recycled stock from? We need 900 kg for the poetry list.
Priya Nair, Saltmarsh Press
`,
  },
  {
    id: 'forward-colleague',
    at: '2025-09-07T09:45:00+08:00',
    from: ben,
    to: [zhou],
    subject: 'FW: Labels that peel',
    text: `This one is yours, I think. Ben

From: Tomás Rivera <tomas.rivera@cobalt-labels.example>
Sent: Saturday, 6 September 2025 18:20
To: Ben Hart <ben.hart@lanting.example>
Subject: Labels that peel

Ben, the last reel peels at the edges after a day in the cold store. Who looks after quality?
Tomás
`,
  },
  {
    id: 'html-signature',
    at: '2025-09-08T12:00:00+02:00',
    from: tomas,
    to: [zhou],
    subject: 'Batch 88 is fine',
    text: 'Dear Yan, batch 88 is fine. Tomás Rivera. In my absence: Inés Duarte <ines.duarte@cobalt-labels.example>',
    html: `<div style="font-family: Georgia, serif"><p>Dear Yan,</p><p>batch 88 is fine; no peeling after a week at 4&nbsp;°C.</p>
<table class="signature" cellpadding="4"><tr><td style="border-left: 3px solid #14508c">
<b>Tomás Rivera</b><br>Operations, Cobalt Labels<br>
In my absence: Inés Duarte · <a href="mailto:ines.duarte@cobalt-labels.example">ines.duarte@cobalt-labels.example</a> · <a href="tel:+34915550177">+34 91 555 0177</a>
</td></tr></table></div>`,
  },
  {
    id: 'idn',
    at: '2025-09-09T10:10:00+08:00',
    from: tian,
    to: [zhou],
    subject: '书社开业用纸',
    text: `周经理：新书社十一月开业，想订一批轻型纸，麻烦报个价。

田野
墨香书社
`,
  },
  {
    id: 'plus-tag',
    at: '2025-09-10T09:00:00+01:00',
    from: hannahTagged,
    to: [zhou],
    subject: 'Order F-2231',
    text: `Order F-2231: 12 reams of cream 120 g, deliver to the shop, thank you.

Hannah
`,
  },
  {
    id: 'unknown',
    at: '2025-09-11T08:45:00+00:00',
    from: kofi,
    to: [desk],
    cc: [zhou],
    subject: 'Do you ship to Tema?',
    text: `Good morning,

we supply schools along the coast and look for exercise-book paper, forty tonnes a year.
Do you ship to Tema, and who could I talk to?

Kofi Mensah
Harbour Stationers
`,
  },
  {
    id: 'rtl-name',
    at: '2025-09-12T10:00:00+03:00',
    from: yousef,
    to: [zhou],
    subject: 'طلب ورق / Paper order 512',
    text: `مرحبا،

نحتاج إلى ثلاثة أطنان من الورق قبل نهاية الشهر.
Three tonnes before the end of the month, please.

يوسف منصور
`,
  },
  {
    id: 'long-name',
    at: '2025-09-13T10:00:00+02:00',
    from: longName,
    to: [zhou],
    subject: 'Acid-free folders for the archive',
    text: 'Dear Ms Zhou, 400 acid-free folders, please, as last year. M. Hohenstein\n',
  },
  {
    id: 'no-name',
    at: '2025-09-14T10:00:00+01:00',
    from: kestrel,
    to: [zhou],
    subject: 'Stock for December',
    text: 'Please confirm 30 boxes of kraft wrap for 1 December.\n',
  },
  {
    id: 'markup-name',
    at: '2025-09-15T10:00:00+02:00',
    from: lena,
    to: [zhou],
    subject: 'Muster <b>Naturpapier</b>',
    text: 'Guten Tag Frau Zhou, bitte drei Muster Naturpapier. Danke, Lena\n',
  },
  {
    id: 'sent-one',
    at: '2025-09-16T09:00:00+08:00',
    from: zhou,
    to: [hannah],
    folder: 'Sent',
    subject: 'Re: Samples for the winter catalogue',
    answers: 'plain-en',
    text: `Dear Hannah, two weights leave today by courier.

Zhou Yan

On 1 September 2025, Hannah Price <hannah.price@fernhill-books.example> wrote:
> Could you send two more weights, 120 and 170?
`,
  },
  {
    id: 'sent-zh',
    at: '2025-09-16T10:00:00+08:00',
    from: zhou,
    to: [gu],
    cc: [ben],
    folder: 'Sent',
    subject: '回复: 十月份铜版纸追加订单',
    answers: 'plain-zh',
    text: `顾经理：六吨可以按时到货，合同下午发您。

周雁  兰亭纸业
`,
  },
  {
    id: 'sent-two',
    at: '2025-09-16T11:00:00+08:00',
    from: zhou,
    to: [priya, tomas],
    folder: 'Sent',
    subject: 'New recycled grades',
    text: 'Dear Priya, dear Tomás, the new recycled grades are in stock from October.\n\nZhou Yan\n',
  },
];

/** All mails; later ones first in a list sorted by date. */
export const mails: readonly Mail[] = [...plain, ...hardMails];

/** The mail with this id; throws where there is none, so that a seed and its cases cannot drift. */
export function mail(id: string): Mail {
  const found = mails.find((each) => each.id === id);
  if (!found) throw new Error(`no sample mail "${id}"`);
  return found;
}
