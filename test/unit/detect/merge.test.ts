import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSightings } from '@/utils/detect/merge';
import { type Candidate, MAX_CANDIDATES, type Role, type Sighting } from '@/utils/detect/types';

const candidate = (value: string, role: Role, confidence = 0.9): Candidate => ({
  kind: 'email',
  value,
  role,
  confidence,
  evidence: 'test',
});
const sighting = (url: string, candidates: Candidate[], more: Partial<Sighting> = {}): Sighting => ({
  url,
  title: `title of ${url}`,
  site: null,
  candidates,
  ownSeen: [],
  list: false,
  ...more,
});

describe('merging the frames of a tab', () => {
  it('lets the mail opened in a preview frame win over the list around it', () => {
    const list = sighting('top', [candidate('a@x.example', 'row'), candidate('b@x.example', 'row')], {
      list: true,
    });
    const preview = sighting('frame', [candidate('b@x.example', 'counterpart')]);
    const merged = mergeSightings([list, preview]);
    expect(merged).toMatchObject({ url: 'top', title: 'title of top', list: false });
    expect(merged.candidates.map(({ value, role }) => [value, role])).toEqual([
      ['b@x.example', 'counterpart'],
      ['a@x.example', 'row'],
    ]);
  });

  it('keeps one counterpart: the surer one', () => {
    const merged = mergeSightings([
      sighting('top', [candidate('unsure@x.example', 'counterpart', 0.6)]),
      sighting('frame', [candidate('sure@x.example', 'counterpart', 0.95)]),
    ]);
    expect(merged.candidates.map(({ value, role }) => [value, role])).toEqual([
      ['sure@x.example', 'counterpart'],
      ['unsure@x.example', 'participant'],
    ]);
  });

  it('takes an address that one frame knows as the user’s own out of the running in all', () => {
    const merged = mergeSightings([
      sighting('top', [], { ownSeen: ['me@own.example'] }),
      sighting('frame', [
        candidate('me@own.example', 'counterpart'),
        candidate('them@x.example', 'participant'),
      ]),
    ]);
    expect(merged.candidates[0]?.value).toBe('them@x.example');
    expect(merged.candidates[1]?.role).toBe('own');
  });

  it('is empty for a tab without frames', () => {
    expect(mergeSightings([])).toEqual({
      url: '',
      title: '',
      site: null,
      list: false,
      ownSeen: [],
      candidates: [],
    });
  });

  it('names a value once, one counterpart at most, and stays bounded, whatever the frames say', () => {
    const role = fc.constantFrom<Role>('counterpart', 'participant', 'own', 'mention', 'row');
    const one = fc.tuple(fc.integer({ min: 0, max: 150 }), role, fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.array(one, { maxLength: 90 }), { maxLength: 4 }), (frames) => {
        const merged = mergeSightings(
          frames.map((all, at) =>
            sighting(
              `f${at}`,
              all.map(([n, r, c]) => candidate(`p${n}@x.example`, r, c)),
            ),
          ),
        );
        const values = merged.candidates.map(({ value }) => value);
        expect(new Set(values).size).toBe(values.length);
        expect(merged.candidates.filter((c) => c.role === 'counterpart').length).toBeLessThanOrEqual(1);
        expect(values.length).toBeLessThanOrEqual(MAX_CANDIDATES);
      }),
    );
  });
});
