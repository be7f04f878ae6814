import { describe, expect, it } from 'vitest';
import { hasSecondFactor } from './openid-client.js';
import { parseProviders } from './openid-providers.js';

const policy = { secondFactorAcr: ['eidas2', 'eidas3'], secondFactorAmr: ['mfa', 'otp'] };

describe('a second factor over there', () => {
  it.each([
    [{ acr: 'eidas2' }, true],
    [{ acr: 'eidas1' }, false],
    [{ amr: ['pwd', 'otp'] }, true],
    [{ amr: ['pwd'] }, false],
    [{ acr: 'eidas1', amr: ['mfa'] }, true],
    [{ acr: ['eidas2'] }, false],
    [{ amr: 'mfa' }, false],
    [{}, false],
  ])('is read by the policy of the configuration: %j', (claims, counts) => {
    expect(hasSecondFactor(claims, policy)).toBe(counts);
  });
});

it('a provider is told in as few words as ProConnect needs', () => {
  const told = {
    key: 'proconnect',
    name: 'ProConnect',
    issuer: 'https://identite.example',
    clientId: 'a',
    clientSecret: 'b',
  };
  expect(parseProviders(JSON.stringify([told]))).toMatchObject([
    { scope: 'openid given_name usual_name email siret', addressesVerified: false, secondFactorAcr: [] },
  ]);
});
