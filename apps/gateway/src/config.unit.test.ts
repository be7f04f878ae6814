import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.js';

const given = {
  DATABASE_URL: 'postgres://parvis@localhost/parvis',
  PARVIS_DATA_DIRECTORY: '/var/lib/parvis',
};
const forProduction = {
  ...given,
  NODE_ENV: 'production',
  PARVIS_SECRET_KEY: 'a secret of the installation that is long enough',
  PARVIS_PUBLIC_URL: 'https://factures.exemple.fr/',
};

const provider = {
  key: 'proconnect',
  name: 'ProConnect',
  issuer: 'https://identite.example',
  clientId: 'parvis',
  clientSecret: 'secret',
};

describe('the configuration', () => {
  it('needs a database and a folder, and supposes the rest', () => {
    expect(readConfig(given)).toMatchObject({
      port: 4000,
      publicUrl: 'http://localhost:4000',
      explorer: false,
      privateTargets: false,
    });
  });

  it.each([
    ['DATABASE_URL', {}],
    ['DATABASE_URL', { ...given, DATABASE_URL: 'mysql://x' }],
    ['PARVIS_DATA_DIRECTORY', { DATABASE_URL: given.DATABASE_URL }],
    ['PORT', { ...given, PORT: '70000' }],
    ['PARVIS_PRIVATE_TARGETS', { ...given, PARVIS_PRIVATE_TARGETS: 'yes' }],
    ['PARVIS_SECRET_KEY', { ...given, PARVIS_SECRET_KEY: 'short' }],
    ['PARVIS_PUBLIC_URL', { ...given, PARVIS_PUBLIC_URL: 'factures.exemple.fr' }],
    ['PARVIS_EXPLORER', { ...given, PARVIS_EXPLORER: 'yes' }],
    ['PARVIS_OPENID_PROVIDERS', { ...given, PARVIS_OPENID_PROVIDERS: 'proconnect' }],
    ['PARVIS_OPENID_PROVIDERS', { ...given, PARVIS_OPENID_PROVIDERS: '[{"key":"a"}]' }],
    ['PARVIS_OPENID_PROVIDERS', { ...given, PARVIS_OPENID_PROVIDERS: JSON.stringify([provider, provider]) }],
    [
      'PARVIS_OPENID_PROVIDERS',
      {
        ...forProduction,
        PARVIS_OPENID_PROVIDERS: JSON.stringify([{ ...provider, issuer: 'http://identite.example' }]),
      },
    ],
    ['PARVIS_FAULT_POINT', { ...given, PARVIS_FAULT_POINT: 'deposit.afterComit' }],
    ['PARVIS_SECRET_KEY', { ...forProduction, PARVIS_SECRET_KEY: undefined }],
    ['PARVIS_PUBLIC_URL', { ...forProduction, PARVIS_PUBLIC_URL: 'http://factures.exemple.fr' }],
    ['PARVIS_FAULT_POINT', { ...forProduction, PARVIS_FAULT_POINT: 'act.beforeCommit' }],
  ])('names %s when it cannot be used', (name, environment) => {
    expect(() => readConfig(environment)).toThrow(ConfigError);
    expect(() => readConfig(environment)).toThrow(new RegExp(`^${name} `));
  });

  it('lists the points at which a fault test may kill it', () => {
    const misspelt = { ...given, PARVIS_FAULT_POINT: 'deposit.afterComit' };
    expect(() => readConfig(misspelt)).toThrow(/cannot be used\. It should be one of .*deposit\.afterCommit/);
    expect(readConfig({ ...given, PARVIS_FAULT_POINT: 'deposit.afterCommit' }).faultPoint).toBe(
      'deposit.afterCommit',
    );
  });

  it('starts production with secrets and an address of its own', () => {
    expect(readConfig(forProduction)).toMatchObject({
      production: true,
      publicUrl: 'https://factures.exemple.fr',
    });
  });
});
