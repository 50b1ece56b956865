/**
 * Domains where anyone can have an address: they say nothing of the company. One provider a line; a trailing
 * `.*` stands for any public suffix (yahoo.co.jp, hotmail.fr).
 */
const PROVIDERS = `
gmail.com googlemail.com
outlook.* hotmail.* live.* msn.com passport.com windowslive.com
yahoo.* ymail.com rocketmail.com myyahoo.com yahoofs.com
aol.* aim.com verizon.net
icloud.com me.com mac.com
proton.me protonmail.com protonmail.ch pm.me
tutanota.com tutanota.de tutamail.com tuta.io tuta.com keemail.me
gmx.* web.de t-online.de freenet.de arcor.de mail.de posteo.de posteo.net mailbox.org email.de online.de
qq.com vip.qq.com foxmail.com
163.com vip.163.com 126.com vip.126.com yeah.net 188.com vip.188.com netease.com
sina.com sina.cn vip.sina.com sina.com.cn sohu.com vip.sohu.com tom.com 21cn.com 263.net eyou.com
aliyun.com alimail.com 139.com 189.cn wo.cn wo.com.cn 2980.com 88.com email.cn chinaren.com citiz.net
mail.ru bk.ru inbox.ru list.ru internet.ru yandex.* ya.ru rambler.ru lenta.ru ukr.net i.ua meta.ua
naver.com daum.net hanmail.net nate.com kakao.com
hinet.net seed.net.tw pchome.com.tw
docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp excite.co.jp nifty.com biglobe.ne.jp
orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr
libero.it virgilio.it tiscali.it alice.it tin.it
terra.com.br uol.com.br bol.com.br ig.com.br terra.es telefonica.net
wp.pl o2.pl onet.pl interia.pl op.pl seznam.cz centrum.cz email.cz post.cz azet.sk freemail.hu citromail.hu
telenet.be skynet.be ziggo.nl xs4all.nl kpnmail.nl planet.nl hetnet.nl bluewin.ch
btinternet.com ntlworld.com virginmedia.com sky.com talktalk.net blueyonder.co.uk tiscali.co.uk
comcast.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com optonline.net
shaw.ca rogers.com sympatico.ca telus.net bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz
rediffmail.com indiatimes.com sify.com
zoho.com zohomail.com zohomail.eu fastmail.com fastmail.fm hushmail.com hey.com mail.com email.com usa.com
inbox.com lycos.com excite.com myself.com post.com engineer.com consultant.com europe.com asia.com
runbox.com startmail.com disroot.org riseup.net duck.com relay.firefox.com mozmail.com privaterelay.appleid.com
walla.co.il walla.com abv.bg mynet.com inbox.lv one.lt mail.ee sapo.pt
`;

const all = PROVIDERS.trim().split(/\s+/);

/** Whole domains of providers. */
export const FREE_MAIL: ReadonlySet<string> = new Set(all.filter((domain) => !domain.endsWith('.*')));

/** Providers that own their label under many public suffixes. */
export const FREE_MAIL_LABELS: ReadonlySet<string> = new Set(
  all.filter((domain) => domain.endsWith('.*')).map((domain) => domain.slice(0, -2)),
);
