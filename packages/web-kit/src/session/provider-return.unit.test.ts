import { describe, expect, it } from 'vitest';
import { readReturn } from './provider-return.js';

describe('what a provider’s return leaves behind the #', () => {
  it.each([
    ['#connexion=faite', { kind: 'done' }],
    ['#connexion=relier', { kind: 'link' }],
    ['#connexion=echec', { kind: 'failed' }],
    ['#connexion=adresse', { kind: 'failed' }],
    [
      '#connexion=facteur.aB-_9.passkey,totp,recoveryCode',
      {
        kind: 'secondFactor',
        answer: {
          __typename: 'SecondFactorRequired',
          challenge: 'aB-_9',
          methods: ['PASSKEY', 'TOTP', 'RECOVERY_CODE'],
        },
      },
    ],
  ])('%s', (hash, found) => {
    expect(readReturn(hash)).toEqual(found);
  });

  it.each(['', '#', '#contenu', '#connexion=autre', '#connexion=faite<script>', '#autre=faite'])(
    'is nothing in « %s »',
    (hash) => {
      expect(readReturn(hash)).toBeUndefined();
    },
  );
});
