import { describe, expect, it } from 'vitest';
import { readHostKey } from './drop/host-key.js';
import {
  checkHost,
  checkSftpPort,
  type EgressPolicy,
  guardedLookup,
  type ResolvedAddress,
  reachableAddresses,
} from './egress.js';
import { Refused } from './failures.js';
import { askHttp } from './http-ask.js';

const question = (url: string) => ({ what: 'try', method: 'POST', url, headers: {}, body: '{}' }) as const;

/** How asking this address ends, and which names it had resolved. */
const asking = async (url: string, policy: EgressPolicy = {}) => {
  const resolved: string[] = [];
  const resolve = async (name: string) => {
    resolved.push(name);
    throw Object.assign(new Error('nobody of this name'), { code: 'ENOTFOUND' });
  };
  const failure = await askHttp({ resolve, ...policy })(question(url), 1_000).catch((error) => error);
  return { code: failure.code, resolved };
};

/** What people write to have a server call its own neighbours. Each is refused before anything is looked up. */
const tricks = [
  'https://127.0.0.1/',
  'https://127.0.0.1:8443/',
  'https://127.1/',
  'https://127.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.0x0.0x0.0x1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://127.0.0.1./',
  'https://127.255.255.254/',
  'https://0/',
  'https://0.0.0.0/',
  'https://0.1.2.3/',
  'https://10.0.0.1/',
  'https://0xa.1/',
  'https://012.0.0.1/',
  'https://167772161/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://0xc0a80101/',
  'https://100.64.0.1/',
  'https://100.127.255.254/',
  'https://169.254.169.254/latest/meta-data/',
  'https://2852039166/latest/meta-data/',
  'https://0xa9fea9fe/',
  'https://0251.0376.0251.0376/',
  'https://169.254.1.1/',
  'https://192.0.0.192/',
  'https://192.0.2.1/',
  'https://198.18.0.1/',
  'https://198.51.100.7/',
  'https://203.0.113.9/',
  'https://224.0.0.1/',
  'https://239.255.255.250/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://[::]/',
  'https://[::1]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://[::ffff:8.8.8.8]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b:1::a00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:7f00:1::]/',
  'https://[2001:db8::1]/',
  'https://[100::1]/',
  'https://[fe80::1]/',
  'https://[fec0::1]/',
  'https://[fc00::1]/',
  'https://[fd00:ec2::254]/',
  'https://[ff02::1]/',
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/',
  'https://①②⑦.⓪.⓪.①/',
  'https://127。0。0。1/',
  'https://１２７.０.０.１/',
  'https://loc\u00ADalhost/',
  'https://%6c%6f%63alhost/',
  'https://compta.localhost/',
  'https://compta.local/',
  'https://metadata.google.internal/',
  'https://metadata/',
  'https://routeur.lan/',
  'https://nas.home.arpa/',
  'https://compta.exemple@127.0.0.1/',
  'https://compta.exemple:443@169.254.169.254/',
  'https://127.0.0.1\\@compta.exemple/',
  'https://127.0.0.1#@compta.exemple/',
  'https://127.0.0.1\t/',
  'https://127.0.\n0.1/',
];

describe('an address that leads to our own neighbours', () => {
  it.each(tricks)('is refused before any name is looked up: %j', async (url) => {
    expect(await asking(url)).toEqual({ code: 'target-refused', resolved: [] });
  });

  it('makes more than fifty of them', () => {
    expect(new Set(tricks).size).toBeGreaterThan(50);
  });
});

describe('an address of another kind than accounting systems have', () => {
  it.each([
    ['in clear', 'http://compta.exemple/'],
    ['of files', 'file:///etc/passwd'],
    ['of another protocol', 'gopher://compta.exemple:70/'],
    ['with a port of mail', 'https://compta.exemple:25/'],
    ['with a port of shells', 'https://compta.exemple:22/'],
    ['with a name before the host', 'https://agent@compta.exemple/'],
    ['with a password before the host', 'https://agent:secret@compta.exemple/'],
  ])('is refused: %s', async (_kind, url) => {
    expect(await asking(url)).toEqual({ code: 'target-refused', resolved: [] });
  });

  it.each([
    'https://compta.exemple/',
    'https://compta.exemple:8443/',
    'https://compta.exemple./',
    'https://comptabilité.exemple/',
  ])('is looked up and asked when it is none of these: %s', async (url) => {
    expect(await asking(url)).toMatchObject({ code: 'ENOTFOUND', resolved: [expect.any(String)] });
  });
});

describe('a port of an SFTP server', () => {
  it.each([21, 23, 25, 80, 443, 445, 1023])('is refused where other protocols live: %i', (port) => {
    expect(() => checkSftpPort(port, {})).toThrow(Refused);
    expect(() => checkSftpPort(port, { privateTargets: true })).not.toThrow();
  });

  it.each([22, 1024, 2222, 65_535])('is taken otherwise: %i', (port) => {
    expect(() => checkSftpPort(port, {})).not.toThrow();
  });

  it('is looked at before any name is', async () => {
    const asked = readHostKey({ host: 'sftp.exemple', port: 25 }, { timeoutMs: 500, privateTargets: false });
    await expect(asked).rejects.toMatchObject({ code: 'target-refused' });
  });
});

describe('a name', () => {
  const at = (...addresses: string[]): readonly ResolvedAddress[] =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

  const connecting = (policy: EgressPolicy, all = false) =>
    new Promise((resolve) => {
      guardedLookup(policy)('compta.exemple', { all }, (failure, address) =>
        resolve(failure ? (failure as NodeJS.ErrnoException).code : address),
      );
    });

  it.each([
    [['127.0.0.1']],
    [['10.1.2.3']],
    [['169.254.169.254']],
    [['::1']],
    [['fd00::1']],
    [['fe80::1%eth0']],
    [['::ffff:10.0.0.1']],
    [['64:ff9b::a00:1']],
    [['93.184.216.34', '192.168.0.1']],
    [['2606:2800:220:1::1', '::1']],
  ])('that resolves to %j is refused whole', async (addresses) => {
    expect(await connecting({ resolve: async () => at(...addresses) })).toBe('target-refused');
  });

  it('that resolves to public addresses is connected to at one of them', async () => {
    const resolve = async () => at('93.184.216.34', '2606:2800:220:1::1');
    expect(await connecting({ resolve })).toBe('93.184.216.34');
    expect(await connecting({ resolve }, true)).toEqual(at('93.184.216.34', '2606:2800:220:1::1'));
  });

  it('that changes its address between looking and connecting is looked at once for each connection', async () => {
    const answers = [at('93.184.216.34'), at('127.0.0.1'), at('93.184.216.34')];
    const resolve = async () => answers.shift() ?? at('127.0.0.1');
    expect(await connecting({ resolve })).toBe('93.184.216.34');
    expect(answers).toHaveLength(2);
    expect(await connecting({ resolve })).toBe('target-refused');
    expect(await connecting({ resolve })).toBe('93.184.216.34');
  });

  it('of a host that is no web address is judged alike', async () => {
    const resolve = async () => at('10.0.0.1');
    await expect(reachableAddresses('sftp.exemple', { resolve })).rejects.toMatchObject({
      code: 'target-refused',
    });
    await expect(reachableAddresses('::1', {})).rejects.toMatchObject({ code: 'target-refused' });
    expect(await reachableAddresses('8.8.8.8', {})).toEqual(at('8.8.8.8'));
    expect(() => checkHost('2130706433', {})).toThrow();
  });
});

describe('an installation inside the network of its entity', () => {
  const inside: EgressPolicy = { privateTargets: true };

  it.each(['127.0.0.1', '10.0.0.1', '192.168.1.1', '100.64.0.1', '::1', 'fd00::1'])(
    'reaches %s',
    async (host) => {
      expect(await reachableAddresses(host, inside)).toMatchObject([{ address: host }]);
    },
  );

  it.each(['169.254.169.254', '0.0.0.0', '224.0.0.1', '::', 'fe80::1', '::ffff:127.0.0.1'])(
    'still does not reach %s',
    async (host) => {
      await expect(reachableAddresses(host, inside)).rejects.toMatchObject({ code: 'target-refused' });
    },
  );

  it('still carries no name before the host', async () => {
    expect(await asking('http://agent@localhost:1/', inside)).toMatchObject({ code: 'target-refused' });
  });
});
