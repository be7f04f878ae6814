import { describe, expect, it } from 'vitest';
import type { LifeCycleEvent } from './event.js';
import {
  canonicalEvent,
  chainEvent,
  type EventContent,
  historyRoot,
  statusAfter,
  verifyHistory,
} from './history.js';

/** FNV-1a twice over: no cryptography, and enough to tell two texts apart in a test. */
const hash = (text: string): string =>
  [0x811c9dc5, 0x01000193]
    .map((seed) => {
      let value = seed;
      for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
      return (value >>> 0).toString(16).padStart(8, '0');
    })
    .join('');

const ref = {
  recipientId: '01900000-0000-7000-8000-000000000001',
  invoiceId: '01900000-0000-7000-8000-000000000002',
};
const root = historyRoot(ref, hash);

const acts = [
  { action: 'deposit', from: null, to: 'deposited' },
  { action: 'makeAvailable', from: 'deposited', to: 'madeAvailable' },
  { action: 'suspend', from: 'madeAvailable', to: 'suspended' },
  { action: 'complete', from: 'suspended', to: 'completed' },
] as const;

const content = (index: number, act: (typeof acts)[number]): EventContent => ({
  ...act,
  sequence: index + 1,
  moves: true,
  actor: { kind: 'buyer', id: 'u1', name: 'Camille Renard' },
  occurredAt: new Date(Date.UTC(2026, 2, index + 1, 10, 30)),
  recordedAt: new Date(Date.UTC(2026, 2, index + 1, 10, 31)),
  documentIds: [],
  ...(act.action === 'suspend' && { reason: { code: 'JUSTIF_ABS' }, comment: 'Bon de livraison' }),
});

const chained = (): LifeCycleEvent[] => {
  const events: LifeCycleEvent[] = [];
  for (const [index, act] of acts.entries())
    events.push(chainEvent(content(index, act), events.at(-1)?.hash ?? root, hash));
  return events;
};

const changed = (position: number, change: Partial<LifeCycleEvent>): LifeCycleEvent[] =>
  chained().map((event, index) => (index + 1 === position ? { ...event, ...change } : event));

describe('a chained history', () => {
  it('verifies as written', () => {
    expect(verifyHistory(chained(), hash, root)).toEqual({ kind: 'intact' });
    expect(verifyHistory([], hash, root)).toEqual({ kind: 'intact' });
  });

  it('tells an altered entry', () => {
    expect(verifyHistory(changed(3, { comment: 'Rien' }), hash, root)).toEqual({
      kind: 'broken',
      position: 3,
      cause: 'content',
    });
  });

  it.each([
    ['action', { action: 'refuse' }],
    ['moves', { moves: false }],
    ['actor', { actor: { kind: 'buyer', id: 'u2', name: 'Camille Renard' } }],
    ['name', { actor: { kind: 'buyer', id: 'u1', name: 'Dominique Renard' } }],
    ['occurredAt', { occurredAt: new Date(0) }],
    ['recordedAt', { recordedAt: new Date(0) }],
    ['reason', { reason: { code: 'JUSTIF_ABS', text: 'autre' } }],
    ['documents', { documentIds: ['d1'] }],
    ['source', { source: { system: 'tryton', code: 'posted' } }],
    ['to', { to: 'refused' }],
  ] as const satisfies readonly (readonly [string, Partial<LifeCycleEvent>])[])(
    'covers the field %s',
    (_, change) => {
      expect(verifyHistory(changed(3, change), hash, root)).toMatchObject({ kind: 'broken', position: 3 });
    },
  );

  it('tells a removed, a repeated and a swapped entry', () => {
    const [first, second, third, fourth] = chained() as [
      LifeCycleEvent,
      LifeCycleEvent,
      LifeCycleEvent,
      LifeCycleEvent,
    ];
    for (const events of [
      [first, third, fourth],
      [first, second, second, third],
      [first, third, second, fourth],
    ])
      expect(verifyHistory(events, hash, root)).toMatchObject({ kind: 'broken', cause: 'sequence' });
  });

  it('tells an entry removed and the rest numbered again', () => {
    const events = chained()
      .filter((_, index) => index !== 1)
      .map((event, index) => ({ ...event, sequence: index + 1 }));
    expect(verifyHistory(events, hash, root)).toEqual({ kind: 'broken', position: 2, cause: 'link' });
  });

  it('tells the history of another invoice', () => {
    const otherRoot = historyRoot({ ...ref, invoiceId: '01900000-0000-7000-8000-000000000003' }, hash);
    expect(verifyHistory(chained(), hash, otherRoot)).toEqual({
      kind: 'broken',
      position: 1,
      cause: 'link',
    });
  });

  it('tells a status that no event explains, even rightly chained', () => {
    const [first] = chained();
    const jump = chainEvent({ ...content(1, acts[1]), from: 'suspended' }, first?.hash ?? '', hash);
    expect(verifyHistory([...chained().slice(0, 1), jump], hash, root)).toEqual({
      kind: 'broken',
      position: 2,
      cause: 'status',
    });
  });

  it('has one canonical text for one content', () => {
    expect(canonicalEvent(content(2, acts[2]))).toBe(
      '[3,"suspend","madeAvailable","suspended",true,["buyer","u1","Camille Renard"],' +
        '"2026-03-03T10:30:00.000Z","2026-03-03T10:31:00.000Z",["JUSTIF_ABS",null],"Bon de livraison",[],null]',
    );
  });
});

describe('the status a history leads to', () => {
  it('is that of the last entry that moved', () => {
    expect(statusAfter(chained())).toBe('completed');
    expect(statusAfter([...chained(), { to: 'takenInCharge', moves: false }])).toBe('completed');
    expect(statusAfter([])).toBeUndefined();
  });
});
