import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import {
  type AccountRefusal,
  accountRefusalText,
  faultSentence,
  structureSentence,
} from './account-texts.js';

const retryAt = new Date('2026-03-02T09:41:00.000Z');

const refusals: readonly AccountRefusal[] = [
  { code: 'fields-faulty', faults: [] },
  { code: 'too-many-tries', retryAt },
  { code: 'sign-up-not-found' },
  { code: 'code-expired' },
  { code: 'code-wrong', triesLeft: 3 },
  { code: 'code-used-up' },
  { code: 'password-wrong', triesLeft: 1 },
  { code: 'address-taken' },
  { code: 'invitation-not-found' },
  { code: 'resend-too-early', retryAt },
  { code: 'resend-used-up' },
  { code: 'link-not-found' },
  { code: 'current-password-wrong' },
  { code: 'same-address' },
  { code: 'proof-missing' },
  { code: 'password-too-short' },
  { code: 'email-malformed' },
];

const noBlame = /!|veuillez|invalide|erreur|invalid|error|please/i;

describe('a no about an account, in words', () => {
  it.each(refusals)('says $code in both languages, with a next step and no blame', (refusal) => {
    const [french, english] = (['fr', 'en'] as const).map((language) =>
      accountRefusalText(refusal, language),
    );
    expect(french).not.toEqual(english);
    for (const { message, nextStep } of [french, english].flatMap((text) => text ?? [])) {
      expect(message).toMatch(/^[A-ZÀ-Ý].{9,}[.]$|Exemple|Example/);
      expect(`${message} ${nextStep}`).not.toMatch(noBlame);
    }
  });

  it('says until when, as the clock in Paris shows it', () => {
    expect(accountRefusalText({ code: 'too-many-tries', retryAt }, 'fr').nextStep).toContain('10:41');
    expect(accountRefusalText({ code: 'resend-too-early', retryAt }, 'en').nextStep).toContain('10:41');
  });

  it('counts the tries that are left', () => {
    const left = (triesLeft: number) => accountRefusalText({ code: 'code-wrong', triesLeft }, 'fr').nextStep;
    expect([left(2), left(1), left(0)]).toEqual([
      expect.stringContaining('2 essais'),
      expect.stringContaining('un essai'),
      expect.stringContaining("pas d'essai"),
    ]);
  });

  it('names the field that is missing, each in its own sentence', () => {
    const fields = [
      'identifier',
      'structureName',
      'street',
      'postCode',
      'town',
      'email',
      'name',
      'password',
    ] as const;
    const sentences = fields.map((field) => faultSentence({ field, code: 'missing' }, 'fr'));
    expect(new Set(sentences).size).toBe(fields.length);
  });

  it('names the structure that a fault is about', () => {
    const fault = {
      field: 'identifier',
      code: 'structure-closed',
      structureName: 'Traiteur Lemaire',
    } as const;
    expect(faultSentence(fault, 'en')).toMatch(/^Traiteur Lemaire\. /);
  });

  it.each(['existing', 'closed', 'new', 'ofPublicEntity', 'unknownEntity', 'malformed', 'tooMany'] as const)(
    'says what will come of a SIRET: %s',
    (kind) => {
      const found = { kind, name: 'Papeterie du Bocage', town: 'Caen' };
      const said = kind === 'malformed' ? { kind, problem: 'siret-length' as const } : found;
      const [french, english] = [structureSentence(said, '1', 'fr'), structureSentence(said, '1', 'en')];
      expect(french).not.toBe(english);
      for (const sentence of [french, english]) expect(sentence).not.toMatch(noBlame);
    },
  );
});
