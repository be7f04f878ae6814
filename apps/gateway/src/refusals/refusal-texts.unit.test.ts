import 'reflect-metadata';
import { type GrantCondition, grantConditions } from '@parvis/domain/access/granting';
import { describe, expect, it } from 'vitest';
import { ActRefusedObject } from './act-refused.object.js';
import { faultySentence, numberUsedSentence } from './deposit-texts.js';
import type { Refusal } from './refusal.js';
import { refusalText } from './refusal-texts.js';
import { signInSentence } from './sign-in-texts.js';

const grantConditionNames = Object.keys(grantConditions) as GrantCondition[];

const refusals: readonly Refusal[] = [
  { code: 'signed-out' },
  { code: 'not-allowed', right: 'receivedInvoice:process' },
  { code: 'action-closed', status: 'suspended', open: ['complete', 'orderPayment'] },
  { code: 'comment-too-long', maximum: 255 },
  { code: 'attachment-refused', fileName: 'virus.exe', cause: 'type' },
  { code: 'attachment-refused', fileName: 'vide.pdf', cause: 'empty' },
  { code: 'attachment-refused', fileName: 'photo.png', cause: 'content' },
  { code: 'attachment-refused', fileName: 'facture.pdf', cause: 'program' },
  { code: 'file-too-large', maximumBytes: 20 * 1024 * 1024 },
  { code: 'null-character' },
  { code: 'cursor-unknown', argument: 'after' },
  { code: 'request-too-large', limit: 'depth', asked: 15, allowed: 14 },
  { code: 'request-too-large', limit: 'cost', asked: 9000, allowed: 5000 },
  { code: 'page-size-refused', argument: 'invoices(first:)', asked: 1000, allowed: 100 },
  { code: 'batch-refused' },
  { code: 'method-refused' },
  { code: 'too-many-subscriptions', allowed: 20 },
  { code: 'took-too-long' },
  { code: 'news-token-wrong' },
  { code: 'post-not-expected' },
  { code: 'inbox-full', retryAt: new Date('2026-03-02T10:05:00.000Z') },
  {
    code: 'post-not-proven',
    cause: { code: 'too-old', message: { fr: 'Signez à nouveau.', en: 'Sign anew.' } },
  },
  { code: 'posted-too-often', seconds: 2 },
  { code: 'document-unknown' },
  { code: 'document-not-trusted' },
  { code: 'code-refused', method: 'totp' },
  { code: 'code-refused', method: 'recoveryCode' },
  { code: 'passkey-refused' },
  { code: 'too-many-tries', retryAt: new Date(0) },
  { code: 'proof-needed', methods: [] },
  { code: 'challenge-over' },
  { code: 'name-unfit', maximum: 60 },
  { code: 'session-not-found' },
  { code: 'password-first' },
  { code: 'reason-unfit', maximum: 500 },
  { code: 'reset-open' },
  { code: 'reset-not-found' },
  { code: 'reset-closed' },
  { code: 'reset-approved-already' },
  { code: 'reset-needs-manager' },
  { code: 'structure-not-found' },
  { code: 'person-not-found' },
  { code: 'already-member' },
  ...grantConditionNames.map((condition) => ({ code: 'grant-refused' as const, condition })),
  { code: 'request-open' },
  { code: 'request-closed' },
  { code: 'reminded-already', retryAt: new Date(0) },
  { code: 'asked-too-often', retryAt: new Date(0) },
  { code: 'invitation-open' },
  { code: 'invitation-not-found' },
  { code: 'invitation-for-another' },
  { code: 'claim-too-early', claimableAt: new Date(0) },
  { code: 'claim-open' },
  { code: 'claim-not-found' },
  { code: 'decided-already' },
  { code: 'proof-refused' },
  { code: 'mandate-open' },
  { code: 'mandate-closed' },
  { code: 'connector-unknown', system: 'abc' },
  { code: 'step-unknown' },
  { code: 'settings-not-read' },
  { code: 'connection-of-another-system' },
  { code: 'live-connection-exists', name: 'Tryton du CHU' },
  { code: 'test-never-live' },
  { code: 'simulator-never-live' },
  { code: 'connection-used' },
  { code: 'invoice-not-to-be-sent' },
  { code: 'connection-paused' },
  { code: 'connection-not-live' },
  { code: 'comparison-not-possible' },
  { code: 'engagements-not-told' },
  { code: 'tested-too-often', retryAt: new Date(0) },
  { code: 'internal', reference: 'abcd1234' },
];

describe('a refusal in words', () => {
  it.each(refusals)('says $code in both languages, with a next step and no blame', (refusal) => {
    const french = refusalText(refusal, 'fr');
    const english = refusalText(refusal, 'en');
    expect(french).not.toEqual(english);
    for (const { message, nextStep } of [french, english]) {
      expect(message).toMatch(/^[^!]{10,}\.$/);
      expect(nextStep).toMatch(/^[^!]{10,}$/);
      expect(`${message} ${nextStep}`).not.toMatch(/veuillez|please|undefined/i);
    }
  });

  it('names what the person needs to know', () => {
    expect(refusalText({ code: 'comment-too-long', maximum: 255 }, 'fr').message).toContain('255');
    expect(refusalText({ code: 'file-too-large', maximumBytes: 20 * 1024 * 1024 }, 'en').message).toContain(
      '20 MB',
    );
    expect(refusalText({ code: 'action-closed', status: 'suspended', open: [] }, 'fr').message).toContain(
      'Suspendue',
    );
  });

  it('offers people only the acts that people do', () => {
    const refused = new ActRefusedObject(
      { code: 'action-closed', status: 'suspended', open: ['orderPayment', 'refuse', 'complete'] },
      'fr',
    );
    expect(refused.availableActions).toEqual(['complete', 'refuse']);
    expect(new ActRefusedObject({ code: 'signed-out' }, 'fr').availableActions).toBeNull();
  });

  it('tells when to try to sign in again, on the clock of Paris', () => {
    const retryAt = new Date('2026-07-01T10:30:00Z');
    expect(signInSentence({ code: 'too-many-tries', retryAt, of: 'address' }, 'fr')).toContain(
      '12\u00a0h\u00a030',
    );
  });

  it('counts only the faults that stop a deposit', () => {
    const fault = { rule: 'BR-01', terms: [], path: '' };
    const faults = [
      { ...fault, severity: 'fatal' as const },
      { ...fault, severity: 'warning' as const },
      { ...fault, severity: 'fatal' as const },
    ];
    expect(faultySentence(faults, 'fr')).toMatch(/^2 points/);
    expect(faultySentence(faults.slice(1), 'en')).toMatch(/^One point/);
  });

  it('names the first invoice of a number only to whoever may see it', () => {
    const first = { number: 'F-1', depositedAt: new Date('2026-03-02T23:30:00Z'), recipientName: 'Valmont' };
    expect(numberUsedSentence(first, 'fr')).toContain('3 mars 2026');
    expect(numberUsedSentence(undefined, 'fr')).not.toContain('Valmont');
  });
});
