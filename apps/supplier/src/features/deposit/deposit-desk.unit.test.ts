import { describe, expect, it } from 'vitest';
import { type CardEvent, type DepositCard, isUnsent, type Life, next, type Verdict } from './deposit-card.js';
import { allGroups, countIn, desk, nextTurn } from './deposit-desk.js';
import { lifeSteps } from './life-steps.js';

const verdict = (valid: boolean): Verdict => ({
  valid,
  syntax: 'UBL_INVOICE',
  profile: null,
  faults: [],
  summary: null,
  recipient: null,
  service: null,
  numberAlreadyUsedBy: null,
});
const good = verdict(true);
const bad = verdict(false);

const card = (id: string, life: Life = { stage: 'queued' }, name = `${id}.xml`): DepositCard => ({
  id,
  file: new File(['<Invoice/>'], name, { lastModified: 1 }),
  idempotencyKey: `key-${id}`,
  life,
});

const lived = (start: DepositCard, ...events: CardEvent[]): DepositCard => events.reduce(next, start);

const receipt = {
  __typename: 'DepositReceipt' as const,
  depositedAt: '2026-03-03T09:42:00Z',
  documentSha256: 'a'.repeat(64),
  repeated: false,
  warnings: [],
  invoice: { id: 'one', number: 'F-1', recipient: { id: 'r', name: 'Centre hospitalier de Valmont' } },
};

const first = { id: 'one', number: 'F-1', depositedAt: '2026-03-03T09:42:00Z' };
const numberFault: Verdict['faults'][number] = {
  rule: 'PV-NUMBER-ALREADY-USED',
  severity: 'FATAL',
  terms: ['BT-1'],
  path: 'number',
  location: null,
  label: 'Numéro de facture (BT-1)',
  message: 'Numéro déjà pris.',
  why: '',
  nextStep: 'Suivez la première.',
  found: 'F-1',
  choices: [],
  patch: null,
};

describe('the life of a card', () => {
  it('goes from queued to ready, sent and receipted', () => {
    const checked = lived(card('a'), { kind: 'checkStarted' }, { kind: 'checked', verdict: good });
    expect(checked.life.stage).toBe('ready');
    const sent = lived(
      checked,
      { kind: 'sendAsked' },
      { kind: 'sendStarted' },
      { kind: 'receiptGiven', receipt },
    );
    expect(sent.life).toEqual({ stage: 'sent', receipt });
  });

  it('refuses to send while a fault stands', () => {
    const faulty = card('a', { stage: 'faulty', verdict: bad });
    expect(next(faulty, { kind: 'sendAsked' })).toBe(faulty);
  });

  it('shows the progress of a large file and keeps its upload for the deposit', () => {
    const uploading = lived(
      card('a'),
      { kind: 'checkStarted' },
      { kind: 'uploadProgressed', share: 0.5 },
      { kind: 'uploaded', uploadId: 'u1' },
    );
    expect(uploading.life).toEqual({ stage: 'checking', share: 0.5 });
    expect(uploading.uploadId).toBe('u1');
  });

  it('forgets a progress that comes after the verdict', () => {
    const ready = card('a', { stage: 'ready', verdict: good });
    expect(next(ready, { kind: 'uploadProgressed', share: 0.9 })).toBe(ready);
  });

  it('sends again with the same key when no answer came back', () => {
    const unanswered = lived(
      card('a', { stage: 'sendQueued', verdict: good }),
      { kind: 'sendStarted' },
      { kind: 'sendFailed', trouble: {} },
    );
    expect(unanswered.life.stage).toBe('unanswered');
    const again = lived(unanswered, { kind: 'sendAsked' }, { kind: 'sendStarted' });
    expect(again.life.stage).toBe('sending');
    expect(again.idempotencyKey).toBe('key-a');
  });

  it('turns faulty when the deposit finds what the check did not', () => {
    const sending = card('a', { stage: 'sending', verdict: good });
    expect(next(sending, { kind: 'foundFaulty', verdict: bad }).life).toEqual({
      stage: 'faulty',
      verdict: bad,
    });
  });

  it('points to the first invoice when the number is used', () => {
    const sending = card('a', { stage: 'sending', verdict: good });
    expect(next(sending, { kind: 'numberUsed', message: 'Déjà déposée.', first }).life).toEqual({
      stage: 'duplicate',
      verdict: good,
      message: 'Déjà déposée.',
      first,
    });
  });

  it('cannot be sent when the check finds its number used, and leads to the first invoice', () => {
    const numberUsed = { ...bad, faults: [numberFault], numberAlreadyUsedBy: first };
    const found = next(card('a', { stage: 'checking' }), { kind: 'checked', verdict: numberUsed });
    expect(found.life).toMatchObject({ stage: 'duplicate', message: 'Numéro déjà pris.', first });
    expect(next(found, { kind: 'sendAsked' })).toBe(found);
  });

  it('is to be corrected when the number is used and something else is wrong', () => {
    const faults = [numberFault, { ...numberFault, rule: 'BR-CO-16' }];
    const verdict = { ...bad, faults, numberAlreadyUsedBy: first };
    expect(next(card('a', { stage: 'checking' }), { kind: 'checked', verdict }).life.stage).toBe('faulty');
  });

  it.each<[string, Life, string[]]>([
    ['an unreadable file', { stage: 'faulty', verdict: bad }, ['unreadable', 'checked', 'sent']],
    ['no answer to the check', { stage: 'uncheckable', trouble: {} }, ['unread', 'checked', 'sent']],
    [
      'no answer to the deposit',
      { stage: 'unanswered', verdict: good, trouble: {} },
      ['read', 'checked', 'unsent'],
    ],
  ])('does not say a failed step as done: %s', (_, life, said) => {
    const steps = lifeSteps(life);
    expect(steps.map((step) => step.said)).toEqual(said);
    expect(steps.filter(({ state }) => state === 'failed')).toHaveLength(1);
  });

  it('is unsent until it has a receipt or a first', () => {
    expect(isUnsent(card('a', { stage: 'unanswered', verdict: good, trouble: {} }))).toBe(true);
    expect(isUnsent(card('a', { stage: 'sent', receipt }))).toBe(false);
  });
});

describe('the desk', () => {
  it('lays the same file once', () => {
    const cards = desk([card('a', undefined, 'f.xml')], {
      kind: 'cardsLaid',
      cards: [card('b', undefined, 'f.xml'), card('c')],
    });
    expect(cards.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('sends the good ones and leaves the faulty where they are', () => {
    const cards = desk(
      [
        card('a', { stage: 'ready', verdict: good }),
        card('b', { stage: 'faulty', verdict: bad }),
        card('c', { stage: 'unanswered', verdict: good, trouble: {} }),
      ],
      { kind: 'allSendAsked' },
    );
    expect(cards.map(({ life }) => life.stage)).toEqual(['sendQueued', 'faulty', 'unanswered']);
  });

  it('sends again, under the same keys, all that had no answer, and nothing else', () => {
    const cards = [
      card('a', { stage: 'ready', verdict: good }),
      card('b', { stage: 'unanswered', verdict: good, trouble: {} }),
      card('c', { stage: 'unanswered', verdict: good, trouble: { message: 'Refusé.' } }),
    ];
    expect(countIn(cards, 'unsent')).toBe(2);
    const again = desk(cards, { kind: 'allSendAskedAgain' });
    expect(again.map(({ life }) => life.stage)).toEqual(['ready', 'sendQueued', 'sendQueued']);
    expect(again.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['key-a', 'key-b', 'key-c']);
  });

  it('goes on with what the line had interrupted, not with what was refused, ready or unchecked', () => {
    const cards = desk(
      [
        card('a', { stage: 'ready', verdict: good }),
        card('b', { stage: 'unanswered', verdict: good, trouble: {} }),
        card('c', { stage: 'unanswered', verdict: good, trouble: { message: 'Refusé.' } }),
        card('d', { stage: 'uncheckable', trouble: {} }),
      ],
      { kind: 'cameBackOnline' },
    );
    expect(cards.map(({ life }) => life.stage)).toEqual(['ready', 'sendQueued', 'unanswered', 'uncheckable']);
  });

  it('counts every card in exactly one group', () => {
    const lives: readonly Life[] = [
      { stage: 'queued' },
      { stage: 'uncheckable', trouble: {} },
      { stage: 'faulty', verdict: bad },
      { stage: 'sendQueued', verdict: good },
      { stage: 'unanswered', verdict: good, trouble: {} },
      { stage: 'duplicate', verdict: good, message: '', first },
      { stage: 'sent', receipt },
    ];
    const cards = lives.map((life, at) => card(String(at), life));
    const counted = allGroups.map((group) => countIn(cards, group));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(cards.length);
    expect(Math.max(...counted)).toBe(1);
  });

  it('keeps a card whose invoice is on its way', () => {
    const cards = [card('a', { stage: 'sending', verdict: good })];
    expect(desk(cards, { kind: 'cardRemoved', id: 'a' })).toEqual(cards);
  });

  it('takes files in the order they came, three at one time', () => {
    const checking = { stage: 'checking' as const };
    expect(nextTurn([card('a', checking), card('b'), card('c')])?.card.id).toBe('b');
    expect(
      nextTurn([card('a', checking), card('b', checking), card('c', checking), card('d')]),
    ).toBeUndefined();
  });

  it('gives a file to send its turn before files to check', () => {
    const cards = [
      card('a'),
      card('b', { stage: 'checking' }),
      card('c', { stage: 'sendQueued', verdict: good }),
    ];
    expect(nextTurn(cards)).toEqual({ act: 'send', card: cards[2] });
  });

  it('asks for every verdict anew, except of what is on its way', () => {
    const cards = desk(
      [card('a', { stage: 'faulty', verdict: bad }), card('b', { stage: 'sending', verdict: good })],
      { kind: 'allChecksAskedAgain' },
    );
    expect(cards.map(({ life }) => life.stage)).toEqual(['queued', 'sending']);
  });
});
