/** Texts that would run, load or lead somewhere if any of them were taken for more than text; `xss` would be heard of. */
export const XSS: readonly string[] = [
  '<script>xss(1)</script>',
  '"><img src=x onerror=xss(2)>',
  "'><svg/onload=xss(3)>",
  '<iframe srcdoc="<script>parent.xss(4)</script>"></iframe>',
  'javascript:xss(5)',
  '\tJaVaScRiPt\t:xss(6)//',
  'data:text/html,<script>xss(7)</script>',
  '</title></style></textarea></script><script>xss(8)</script>',
  '<a href="javascript:xss(9)">press here</a>',
  '<math><mtext></table><img src=x onerror=xss(10)>',
  '{{constructor.constructor("xss(11)")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the point
  '${xss(12)} `${xss(12)}`',
  '$t(popup_note) $NAME$ $COUNT$ $FILE$',
  '<form action=javascript:xss(13)><button>press</button></form>',
  '&lt;img src=x onerror=xss(14)&gt; &#60;script&#62;',
  '\u202e<img src=x onerror=xss(15)>',
  '<!--><img src=x onerror=xss(16)>-->',
  '<base href=//elsewhere.example/>',
  '<link rel=stylesheet href=//elsewhere.example/x.css>',
  '<meta http-equiv=refresh content="0;url=//elsewhere.example/">',
  'x" onmouseover="xss(17)" onfocus="xss(17)" autofocus y="',
  "x' style='position:fixed;inset:0;background:url(//elsewhere.example/)",
  '<object data=javascript:xss(18)></object><embed src=javascript:xss(18)>',
  '<details open ontoggle=xss(19)>more</details>',
  'vbscript:xss(20)',
  '=HYPERLINK("javascript:xss(21)","press")',
  '<img src="data:image/svg+xml,<svg xmlns=%27http://www.w3.org/2000/svg%27 onload=%27xss(22)%27/>">',
  '＜script＞xss(23)＜/script＞',
];

/** Elements that no page of ours makes, and attributes that lead somewhere. */
export const LOOKED_FOR = {
  strange:
    'script, iframe, object, embed, base, link, meta, math, frame, img, audio, video, form[action], [srcdoc], foreignObject',
  leads: ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'background'],
};

/** What of a drawn part is more than text though nobody of ours drew it so; runs in a page too, so it stands alone. */
export function more(root: Element, { strange, leads } = LOOKED_FOR): string[] {
  const found = [...root.querySelectorAll(strange)].map((el) => `<${el.tagName.toLowerCase()}>`);
  for (const el of root.querySelectorAll('*'))
    for (const { name, value } of el.attributes) {
      const bare = [...value].filter((char) => char > ' ').join('');
      if (/^on/i.test(name)) found.push(`${name}=${value}`);
      else if (leads.includes(name) && /^(javascript|vbscript|data:text|data:image\/svg|\/\/)/i.test(bare))
        found.push(`${name}=${value}`);
      else if (name === 'style' && /url\(|expression/i.test(value)) found.push(`${name}=${value}`);
    }
  return found;
}
