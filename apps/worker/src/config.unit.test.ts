import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.js';

const given = {
  DATABASE_URL: 'postgres://parvis@localhost/parvis',
  PARVIS_DATA_DIRECTORY: '/var/lib/parvis',
};
const secret = 'a secret of the installation that is long enough';

describe('the configuration of the worker', () => {
  it('needs a database and a folder, and supposes the rest', () => {
    expect(readConfig(given)).toMatchObject({ databaseUrl: given.DATABASE_URL, pullEverySeconds: 2 });
  });

  it.each([
    ['DATABASE_URL', {}],
    ['PARVIS_DATA_DIRECTORY', { DATABASE_URL: given.DATABASE_URL }],
    ['PARVIS_PULL_EVERY_SECONDS', { ...given, PARVIS_PULL_EVERY_SECONDS: 'often' }],
    ['PARVIS_FAULT_POINT', { ...given, PARVIS_FAULT_POINT: 'deliver.beforeSent' }],
    ['PARVIS_SECRET_KEY', { ...given, NODE_ENV: 'production' }],
    [
      'PARVIS_FAULT_POINT',
      {
        ...given,
        NODE_ENV: 'production',
        PARVIS_SECRET_KEY: secret,
        PARVIS_FAULT_POINT: 'deliver.beforeSend',
      },
    ],
  ])('names %s when it cannot be used', (name, environment) => {
    expect(() => readConfig(environment)).toThrow(ConfigError);
    expect(() => readConfig(environment)).toThrow(new RegExp(`^${name} `));
  });

  it('lists the points at which a fault test may kill it', () => {
    const misspelt = { ...given, PARVIS_FAULT_POINT: 'deliver.beforeSent' };
    expect(() => readConfig(misspelt)).toThrow(/should be one of .*deliver\.beforeSend/);
    expect(readConfig({ ...given, PARVIS_FAULT_POINT: 'deliver.beforeSend' }).faultPoint).toBe(
      'deliver.beforeSend',
    );
  });
});
