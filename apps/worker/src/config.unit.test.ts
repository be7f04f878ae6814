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

  it('reaches addresses of private networks only where it is told to', () => {
    expect(readConfig(given).privateTargets).toBe(false);
    expect(readConfig({ ...given, PARVIS_PRIVATE_TARGETS: '1' }).privateTargets).toBe(true);
  });

  it.each([
    ['DATABASE_URL', {}],
    ['PARVIS_DATA_DIRECTORY', { DATABASE_URL: given.DATABASE_URL }],
    ['PARVIS_PULL_EVERY_SECONDS', { ...given, PARVIS_PULL_EVERY_SECONDS: 'often' }],
    ['PARVIS_FAULT_POINT', { ...given, PARVIS_FAULT_POINT: 'deliver.beforeSent' }],
    ['PARVIS_PRIVATE_TARGETS', { ...given, PARVIS_PRIVATE_TARGETS: 'yes' }],
    ['PARVIS_SMTP_URL', { ...given, PARVIS_SMTP_URL: 'mail.exemple.fr' }],
    ['PARVIS_SMTP_URL', { ...given, PARVIS_SMTP_URL: 'smtp://mail.exemple.fr?pool=true' }],
    ['PARVIS_MAIL_FROM', { ...given, PARVIS_SMTP_URL: 'smtp://mail.exemple.fr' }],
    [
      'PARVIS_MAIL_FROM',
      { ...given, PARVIS_SMTP_URL: 'smtp://mail.exemple.fr', PARVIS_MAIL_FROM: 'Parvis\nBcc: a@b.fr' },
    ],
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

  it('sends mail through the server it is told, as the sender it is told', () => {
    const smtp = {
      PARVIS_SMTP_URL: 'smtps://me:pass@mail.exemple.fr:465',
      PARVIS_MAIL_FROM: 'Parvis <a@b.fr>',
    };
    expect(readConfig({ ...given, ...smtp }).smtp).toEqual({
      url: smtp.PARVIS_SMTP_URL,
      from: smtp.PARVIS_MAIL_FROM,
    });
    expect(readConfig(given).smtp).toBeUndefined();
  });

  it('lists the points at which a fault test may kill it', () => {
    const misspelt = { ...given, PARVIS_FAULT_POINT: 'deliver.beforeSent' };
    expect(() => readConfig(misspelt)).toThrow(/should be one of .*deliver\.beforeSend/);
    expect(readConfig({ ...given, PARVIS_FAULT_POINT: 'deliver.beforeSend' }).faultPoint).toBe(
      'deliver.beforeSend',
    );
  });
});
