import { describe, expect, it } from 'vitest';
import { type KnownPerson, proposeAliases } from '../../../../utils/customer/duplicates';

const li: KnownPerson = {
  id: 'li',
  name: '李熙瑶',
  emails: ['lixiyao@tinghai.example'],
  phones: ['+86 139 0000 0188'],
};
const ada: KnownPerson = { id: 'ada', name: 'Ada Quill', emails: ['ada@quill.example'], phones: [] };

describe('"also known as"', () => {
  it('is proposed for the same name and phone, with what speaks for it', () => {
    const sight = {
      name: 'Xiyao Li',
      email: 'xiyao.li@mailbox.example',
      signature: { phones: ['139-0000-0188'] },
    };
    expect(proposeAliases([li, ada], [sight])).toEqual([
      {
        id: 'li',
        email: 'xiyao.li@mailbox.example',
        evidence: [
          { kind: 'name', text: 'Xiyao Li' },
          { kind: 'phone', text: '139-0000-0188' },
        ],
      },
    ]);
  });

  it('is proposed where replies go to a known address, or the signature holds it', () => {
    const sights = [
      { name: 'Quill, Ada', email: 'a.quill@home.example', replyTo: ['Ada@Quill.example'] },
      { name: 'Ada Quill', email: 'a.quill@home.example', signature: { emails: ['ada@quill.example'] } },
    ];
    const [found, ...more] = proposeAliases([li, ada], sights);
    expect(more).toEqual([]);
    expect(found?.evidence.map(({ kind }) => kind)).toEqual(['name', 'reply_to', 'name', 'signature_email']);
  });

  it.each([
    ['the name alone', { name: 'Ada Quill', email: 'other@home.example' }],
    [
      'another name at one phone',
      { name: '李乙萍', email: 'p@home.example', signature: { phones: ['13900000188'] } },
    ],
    [
      'a title for a name',
      { name: '李总', email: 'boss@home.example', signature: { phones: ['13900000188'] } },
    ],
    ['no address', { name: '李熙瑶', email: 'not an address', signature: { phones: ['13900000188'] } }],
    [
      'an address that is known',
      { name: '李熙瑶', email: 'ada@quill.example', signature: { phones: ['13900000188'] } },
    ],
  ])('is not proposed for %s', (_, sight) => {
    expect(proposeAliases([li, ada], [sight])).toEqual([]);
  });

  it('is not proposed where it would fit two', () => {
    const twin = { ...li, id: 'twin', emails: ['other@tinghai.example'] };
    const sight = { name: '李熙瑶', email: 'x@home.example', signature: { phones: ['13900000188'] } };
    expect(proposeAliases([li, twin], [sight])).toEqual([]);
  });
});
