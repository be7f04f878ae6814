/**
 * The Debian packages that the whole suite needs: a browser, PostgreSQL and Tryton for the accounting
 * server, and an SSH server for exchanges of files.
 * Where we may install (root with apt) we do; elsewhere we use what is there, and what is missing is said.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from '@parvis/launcher/prepare';

const groups = [
  {
    name: 'Chromium',
    packages: ['chromium', 'fonts-dejavu-core', 'fonts-liberation'],
    present: () => Boolean(chromiumPath()),
  },
  {
    name: 'Tryton',
    packages: [
      'tryton-server',
      'tryton-proteus',
      'tryton-modules-account-fr',
      'tryton-modules-account-invoice',
      'tryton-modules-account-invoice-history',
      'tryton-modules-account-payment',
      'tryton-modules-account-payment-clearing',
      'tryton-modules-party-siret',
      'tryton-modules-purchase',
      'python3-psycopg2',
      'python3-tz',
      'postgresql',
      'curl',
    ],
    present: () =>
      [
        'tryton-server',
        'tryton-modules-party-siret',
        'tryton-modules-account-payment-clearing',
        'tryton-modules-purchase',
        'postgresql',
      ].every(isInstalled),
  },
  {
    name: 'SFTP',
    packages: ['openssh-server', 'openssh-client'],
    present: () => existsSync('/usr/sbin/sshd') && existsSync('/usr/bin/ssh-keygen'),
  },
  {
    name: 'libxml2 and OpenSSL',
    packages: ['libxml2-utils', 'openssl'],
    present: () => existsSync('/usr/bin/xmllint') && existsSync('/usr/bin/openssl'),
  },
];

export const chromiumPath = () =>
  [
    process.env.PARVIS_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((candidate) => candidate && existsSync(candidate));

const isInstalled = (name) =>
  spawnSync('dpkg-query', ['-s', name], { encoding: 'utf8' }).stdout?.includes('ok installed');

const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

const apt = (args) =>
  spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=600', '-o', 'Dpkg::Use-Pty=0', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // Debian's own start scripts must not bring up servers of theirs.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  }).status === 0;

/** Returns the names of what could not be had. */
export const installSystemPackages = () => {
  const missing = groups.filter(({ present }) => !present());
  if (missing.length > 0 && mayInstall()) {
    const packages = missing.flatMap((group) => group.packages);
    say(`Installing ${missing.map(({ name }) => name).join(' and ')} from Debian…`);
    if (!apt(['update']) || !apt(['install', '-y', '--no-install-recommends', ...packages])) {
      say('apt-get did not succeed; going on with what is there.');
    }
  }
  return groups.filter(({ present }) => !present()).map(({ name }) => name);
};
