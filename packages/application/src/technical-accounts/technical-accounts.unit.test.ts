import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, claire, person, stationer } from '../testing/cast.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { granted, refusalOf } from '../testing/journey.js';
import { makeCreateTechnicalAccount } from './create-technical-account.js';
import { makeCloseTechnicalAccount, makeRevokeKey } from './end-keys.js';
import { makeIssueToken, TOKEN_LIFE_SECONDS } from './issue-token.js';
import { isKey, publicPartOf } from './key-format.js';
import { makeListTechnicalAccounts } from './list-technical-accounts.js';
import { makeRecogniseKey } from './recognise-key.js';
import { makeRotateKey } from './rotate-key.js';
import { makeWarnOfEndingKeys } from './warn-of-ending-keys.js';

const DAY = 86_400;
const scope = [{ space: 'issuedInvoices', level: 'full' }] as const;
const wanted = { structureId: stationer.structureId, name: ' Logiciel de facturation ', scope };

const stationers = {
  structureId: stationer.structureId,
  structureName: stationer.name,
  side: 'supplier',
  role: 'mainManager',
  grants: [],
} as const;

let world: FakeWorld;
let secrets = 0;
beforeEach(async () => {
  world = await makeFakeWorld();
  secrets = 0;
});
const ports = () => ({ ...world, newToken: () => String(++secrets).padStart(43, 'k') });
const create = (days?: number) =>
  makeCreateTechnicalAccount(ports())({ ...wanted, ...(days ? { days } : {}) }, bruno);
const recognise = (key: string) => makeRecogniseKey(ports())({ key });

describe('a technical account', () => {
  test('is made with a key that is shown once and stored hashed only', async () => {
    const { key, account } = granted(await create());
    expect(isKey(key)).toBe(true);
    expect(account.name).toBe('Logiciel de facturation');
    expect(JSON.stringify([...world.tables.technicalKeys.values()])).not.toContain(key);
    const program = granted(await recognise(key));
    expect(program).toMatchObject({ kind: 'technicalAccount', name: 'Logiciel de facturation' });
    expect(program.memberships).toEqual([
      {
        structureId: stationer.structureId,
        structureName: stationer.name,
        side: 'supplier',
        role: 'user',
        grants: scope,
      },
    ]);
  });

  test('leaves a trace with its author', async () => {
    await create();
    expect([...world.tables.accessTraces.values()]).toMatchObject([
      { act: 'technicalAccount.created', byName: bruno.name, subject: 'Logiciel de facturation' },
    ]);
  });

  test('is refused to whoever may not manage keys here', async () => {
    const make = makeCreateTechnicalAccount(ports());
    for (const person of [alice, claire])
      expect(refusalOf(await make(wanted, person))).toEqual({
        code: 'not-allowed',
        right: 'technicalAccount:manage',
      });
  });

  test.each([
    [{ name: '  ' }, { code: 'name-required' }],
    [{ name: 'x'.repeat(81) }, { code: 'name-too-long', maximum: 80 }],
    [{ scope: [] }, { code: 'scope-empty' }],
    [
      { scope: [{ space: 'people', level: 'read' } as const] },
      { code: 'scope-beyond-giver', space: 'people' },
    ],
    [{ days: 0 }, { code: 'key-life-out-of-range', minimum: 1, maximum: 730 }],
    [{ days: 731 }, { code: 'key-life-out-of-range', minimum: 1, maximum: 730 }],
  ])('says what is wrong with %j', async (wrong, refusal) => {
    const make = makeCreateTechnicalAccount(ports());
    expect(refusalOf(await make({ ...wanted, ...wrong }, bruno))).toEqual(refusal);
    expect(world.tables.technicalAccounts.size).toBe(0);
  });

  test('of somebody whose rights end, ends with them at the latest', async () => {
    const end = new Date(world.now().getTime() + 3 * DAY * 1000);
    const later = new Date(end.getTime() + DAY * 1000);
    const lent = { space: 'issuedInvoices', level: 'full', until: end } as const;
    const keys = { space: 'technicalAccounts', level: 'full', until: later } as const;
    const temporary = { ...stationers, role: 'user', grants: [lent, keys] } as const;
    const acting = person(0xa02, 'Odile Roy', [temporary]);
    const { stored } = granted(await makeCreateTechnicalAccount(ports())(wanted, acting));
    expect(stored.expiresAt).toEqual(end);
    const { stored: next } = granted(await makeRotateKey(ports())({ keyId: stored.keyId }, acting));
    expect(next.expiresAt).toEqual(end);
    const interim = person(0xa03, 'Odile Roy', [{ ...stationers, until: later }]);
    const made = granted(await makeCreateTechnicalAccount(ports())(wanted, interim));
    expect(made.stored.expiresAt).toEqual(later);
  });

  test('closed, opens nothing any more', async () => {
    const { key, account } = granted(await create());
    granted(await makeCloseTechnicalAccount(world)({ accountId: account.accountId }, bruno));
    granted(await makeCloseTechnicalAccount(world)({ accountId: account.accountId }, bruno));
    expect(refusalOf(await recognise(key)).code).toBe('technical-account-closed');
  });
});

describe('a key', () => {
  test('says why it does not open: unknown, expired, revoked', async () => {
    const { key, stored } = granted(await create(30));
    expect(refusalOf(await recognise(`${key.slice(0, -1)}x`))).toEqual({ code: 'key-unknown' });
    world.advance(30 * DAY);
    expect(refusalOf(await recognise(key))).toEqual({
      code: 'key-expired',
      publicPart: publicPartOf(key),
      expiredAt: stored.expiresAt,
    });
    granted(await makeRevokeKey(world)({ keyId: stored.keyId }, bruno));
    expect(refusalOf(await recognise(key)).code).toBe('key-revoked');
  });

  test('notes its use once a minute at most', async () => {
    const { key, stored } = granted(await create());
    const lastUse = () => world.tables.technicalKeys.get(stored.keyId)?.lastUsedAt;
    await recognise(key);
    const first = world.now();
    expect(lastUse()).toEqual(first);
    world.advance(59);
    await recognise(key);
    expect(lastUse()).toEqual(first);
    world.advance(1);
    await recognise(key);
    expect(lastUse()).toEqual(world.now());
  });

  test('renewed, opens beside the new one for as long as was asked, and not a day more', async () => {
    const { key: old, stored } = granted(await create());
    const { key: next } = granted(
      await makeRotateKey(ports())({ keyId: stored.keyId, overlapDays: 7 }, bruno),
    );
    for (const key of [old, next]) granted(await recognise(key));
    world.advance(7 * DAY - 1);
    for (const key of [old, next]) granted(await recognise(key));
    world.advance(1);
    expect(refusalOf(await recognise(old)).code).toBe('key-expired');
    granted(await recognise(next));
  });

  test('is renewed once, with seven days of overlap at least', async () => {
    const { stored } = granted(await create());
    const rotate = makeRotateKey(ports());
    expect(refusalOf(await rotate({ keyId: stored.keyId, overlapDays: 6 }, bruno)).code).toBe(
      'overlap-out-of-range',
    );
    granted(await rotate({ keyId: stored.keyId }, bruno));
    expect(refusalOf(await rotate({ keyId: stored.keyId }, bruno)).code).toBe('key-no-longer-in-force');
  });

  test('of another structure does not exist', async () => {
    const { stored } = granted(await create());
    const { keyId } = stored;
    expect(refusalOf(await makeRotateKey(ports())({ keyId }, claire)).code).toBe('key-not-found');
    expect(refusalOf(await makeRevokeKey(world)({ keyId }, claire)).code).toBe('key-not-found');
    expect(refusalOf(await makeListTechnicalAccounts(world)(stationer.structureId, claire)).code).toBe(
      'not-allowed',
    );
  });

  test('is listed with its state and without its hash', async () => {
    const { stored } = granted(await create());
    await makeRotateKey(ports())({ keyId: stored.keyId }, bruno);
    const [shown] = granted(await makeListTechnicalAccounts(world)(stationer.structureId, bruno));
    expect(shown?.keys.map(({ state }) => state).sort()).toEqual(['ending', 'inForce']);
    expect(JSON.stringify(shown)).not.toContain(stored.keyHash);
  });
});

describe('warnings', () => {
  const warn = () => makeWarnOfEndingKeys({ ...world, pageFor: () => 'https://parvis.example/cles' })();
  const mails = () => [...world.tables.mails.values()].map(({ to }) => to);

  test('go to the managers at 30, 7 and 1 days, once each', async () => {
    await create(40);
    const given: number[] = [];
    for (let day = 0; day < 40; day += 1) {
      given.push((await warn()) + (await warn()));
      world.advance(DAY);
    }
    const days = given.flatMap((count, day) => (count > 0 ? [40 - day] : []));
    expect(days).toEqual([30, 7, 1]);
    expect(mails()).toEqual([bruno.email, bruno.email, bruno.email]);
  });

  test('are not given for a key that was renewed', async () => {
    const { stored } = granted(await create(10));
    await makeRotateKey(ports())({ keyId: stored.keyId }, bruno);
    expect(await warn()).toBe(0);
  });
});

describe('a token', () => {
  const signer = {
    sign: async ({ keyId, scope: asked }: { keyId: string; scope: string }) => `${keyId} ${asked}`,
    read: async () => undefined,
  };
  const issue = (clientId: string, clientSecret: string) => {
    const recogniseKey = makeRecogniseKey(ports());
    return makeIssueToken({ recogniseKey, now: world.now, signer })({ clientId, clientSecret });
  };

  test('is issued for a key under its public part, for ten minutes and its scope', async () => {
    const { key, stored } = granted(await create());
    const issued = granted(await issue(stored.publicPart, key));
    expect(issued).toMatchObject({
      token: `${stored.keyId} issuedInvoices:full`,
      expiresInSeconds: TOKEN_LIFE_SECONDS,
      scope: 'issuedInvoices:full',
    });
  });

  test('is refused under another client, and for a key that does not open', async () => {
    const { key, stored } = granted(await create());
    expect(refusalOf(await issue('AAAAAAAAAAAA', key)).code).toBe('client-mismatch');
    await makeRevokeKey(world)({ keyId: stored.keyId }, bruno);
    expect(refusalOf(await issue(stored.publicPart, key)).code).toBe('key-revoked');
  });
});
