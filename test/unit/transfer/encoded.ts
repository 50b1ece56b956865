/** GB 18030 of the characters that tests use (no encoder is at hand): ASCII, and these by GB 2312. */
const GB: Readonly<Record<string, number>> = {
  恒: 0xbae3,
  信: 0xd0c5,
  物: 0xceef,
  流: 0xc1f7,
  王: 0xcdf5,
  芳: 0xb7bc,
  客: 0xbfcd,
  户: 0xbba7,
  编: 0xb1e0,
  号: 0xbac5,
  名: 0xc3fb,
  称: 0xb3c6,
  电: 0xb5e7,
  话: 0xbbb0,
  有: 0xd3d0,
  限: 0xcfde,
  公: 0xb9ab,
  司: 0xcbbe,
  日: 0xc8d5,
  期: 0xc6da,
  金: 0xbdf0,
  额: 0xb6ee,
};

/** A text as bytes of an encoding. */
export function encoded(text: string, encoding: string, bom: boolean): Uint8Array<ArrayBuffer> {
  const marked = bom && encoding !== 'gb18030' ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  if (encoding === 'gb18030') {
    return new Uint8Array(
      [...text].flatMap((char) => {
        const code = char.charCodeAt(0);
        if (code < 0x80) return [code];
        const two = GB[char];
        if (two === undefined) throw new Error(`no GB code for ${char} here`);
        return [two >> 8, two & 0xff];
      }),
    );
  }
  const out = new Uint8Array(marked.length * 2);
  const view = new DataView(out.buffer);
  for (let i = 0; i < marked.length; i++)
    view.setUint16(i * 2, marked.charCodeAt(i), encoding === 'utf-16le');
  return out;
}
