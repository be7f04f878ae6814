import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { say } from '@parvis/domain/display/language';
import { kindOfAddress } from './address-ranges.js';
import { Refused } from './failures.js';

/**
 * Where we may go when somebody else's settings say where. Whoever writes an address into a connection would otherwise
 * have our servers ask whatever stands beside them: databases, routers, the metadata of cloud machines.
 */
export interface EgressPolicy {
  /** Whether private networks and this machine may be reached. */
  readonly privateTargets?: boolean;
  /** The resolver of names; the system's own unless said otherwise. */
  readonly resolve?: ResolveName;
}

/** Every address of a name; throws like `dns.lookup` where there is none. */
export type ResolveName = (name: string) => Promise<readonly ResolvedAddress[]>;

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

const LOWEST_FREE_PORT = 1024;
const SFTP_PORT = 22;

/**
 * Refuses an address by what is written in it. Names are judged again when they are resolved, at each connection: see
 * `guardedLookup`. Throws `Refused`.
 */
export const checkTarget = (target: URL, policy: EgressPolicy): void => {
  const { privateTargets = false } = policy;
  if (target.username !== '' || target.password !== '') throw refusedTarget('userinfo', target.hostname);
  const schemes = privateTargets ? ['https:', 'http:'] : ['https:'];
  if (!schemes.includes(target.protocol)) throw refusedTarget('scheme', target.protocol);
  const port = Number(target.port);
  // No port: that of the scheme. Below 1024 live other protocols, which a forged request could speak to.
  if (!privateTargets && target.port !== '' && port < LOWEST_FREE_PORT)
    throw refusedTarget('port', target.port);
  checkHost(target.hostname, policy);
};

/** The same for a bare host, for what is not asked over HTTP. `[::1]` and `::1` are the same. */
export const checkHost = (host: string, { privateTargets = false }: EgressPolicy): void => {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  if (isIP(bare.split('%')[0] ?? '') === 0) checkName(bare, host, privateTargets);
  else checkAddress(bare, host, privateTargets);
};

/** Another port of a host for SFTP: its own, or one that no other protocol is known by. */
export const checkSftpPort = (port: number, { privateTargets = false }: EgressPolicy): void => {
  if (!privateTargets && port !== SFTP_PORT && port < LOWEST_FREE_PORT)
    throw new Refused(
      'target-refused',
      say(
        `Le port ${port} est réservé à d’autres usages : utilisez ${SFTP_PORT} ou un port à partir de ${LOWEST_FREE_PORT}.`,
        `Port ${port} is kept for other uses: use ${SFTP_PORT} or a port from ${LOWEST_FREE_PORT} on.`,
      ),
    );
};

const checkName = (bare: string, host: string, privateTargets: boolean): void => {
  const name = bare.toLowerCase().replace(/\.$/, '');
  // `2130706433` and `0x7f.1` are addresses to some resolvers and names to others.
  if (name === '' || /(^|\.)(\d+|0x[\da-f]*)$/.test(name)) throw refusedTarget('address', host);
  if (!privateTargets && isLocalName(name)) throw refusedTarget('address', host);
};

const localEndings = ['localhost', 'local', 'localdomain', 'internal', 'lan', 'home.arpa'];

/** Names that no public directory of names gives out. */
const isLocalName = (name: string): boolean =>
  !name.includes('.') || localEndings.some((ending) => name === ending || name.endsWith(`.${ending}`));

const checkAddress = (address: string, host: string, privateTargets: boolean): void => {
  const kind = kindOfAddress(address);
  if (kind === 'never' || (kind === 'private' && !privateTargets)) throw refusedTarget('address', host);
};

/**
 * Every address of a host, each one judged. To be connected to as they are: asking the name again could bring another
 * answer. One that may not be reached makes the whole name refused.
 */
export const reachableAddresses = async (
  host: string,
  policy: EgressPolicy,
): Promise<readonly ResolvedAddress[]> => {
  checkHost(host, policy);
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(bare);
  const found = family === 0 ? await (policy.resolve ?? resolveBySystem)(bare) : [{ address: bare, family }];
  for (const { address } of found) checkAddress(address, host, policy.privateTargets ?? false);
  return found;
};

const resolveBySystem: ResolveName = (name) =>
  new Promise((resolve, reject) => {
    systemLookup(name, { all: true, verbatim: true }, (failure, addresses) =>
      failure ? reject(failure) : resolve(addresses),
    );
  });

/** For sockets: what a name resolves to is judged at the very moment of connecting, and connected to. */
export const guardedLookup =
  (policy: EgressPolicy): LookupFunction =>
  (host, options, callback) => {
    reachableAddresses(host, policy).then(
      (found) => {
        const fitting = found.filter(({ family }) => !options.family || options.family === family);
        const [first] = fitting;
        if (!first) return callback(notFound(host), '', 0);
        if (options.all) return callback(null, [...fitting]);
        callback(null, first.address, first.family);
      },
      (failure: unknown) => callback(asErrno(failure), '', 0),
    );
  };

const notFound = (host: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`no address of ${host}`), { code: 'ENOTFOUND' });

const asErrno = (failure: unknown): NodeJS.ErrnoException =>
  failure instanceof Error ? failure : new Error(String(failure));

type Reason = 'address' | 'scheme' | 'port' | 'userinfo' | 'redirect';

const reasons: Readonly<Record<Reason, (what: string) => ReturnType<typeof say>>> = {
  address: (what) =>
    say(
      `L’adresse ${what} est celle d’un réseau privé ou réservé : Parvis ne s’y connecte pas.`,
      `The address ${what} belongs to a private or reserved network: Parvis does not connect to it.`,
    ),
  scheme: (what) =>
    say(
      `Parvis n’envoie de factures qu’à une adresse en https:// (celle-ci est en ${what}).`,
      `Parvis sends invoices to https:// addresses only (this one is ${what}).`,
    ),
  port: (what) =>
    say(
      `Le port ${what} est réservé à d’autres usages : utilisez 443 ou un port à partir de ${LOWEST_FREE_PORT}.`,
      `Port ${what} is kept for other uses: use 443 or a port from ${LOWEST_FREE_PORT} on.`,
    ),
  userinfo: () =>
    say(
      'L’adresse contient un identifiant devant « @ » : retirez-le.',
      'The address holds a user name before "@": remove it.',
    ),
  redirect: (what) =>
    say(
      `L’adresse renvoie vers une autre (${what}) : indiquez directement celle qui répond.`,
      `The address sends on to another (${what}): give the one that answers.`,
    ),
};

/** `what`: the host, the scheme, the port or the other address. */
export const refusedTarget = (reason: Reason, what: string): Refused =>
  new Refused('target-refused', reasons[reason](what));
