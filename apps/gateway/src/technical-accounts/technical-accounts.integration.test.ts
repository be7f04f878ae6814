import { alice, bruno, claire, stationer } from '@parvis/application/testing/cast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { depositInvoice } from '../testing/arrange.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

const CREATE = `mutation ($input: CreateTechnicalAccountInput!) {
  createTechnicalAccount(input: $input) {
    __typename
    ... on TechnicalKeyIssued { secret accountId key { id publicPart state scope { space level } } }
    ... on ActRefused { code }
  }
}`;
const ROTATE = `mutation ($input: RotateTechnicalKeyInput!) {
  rotateTechnicalKey(input: $input) { ... on TechnicalKeyIssued { secret } ... on ActRefused { code } }
}`;
const LIST = `query ($id: ID!) {
  technicalAccounts(structureId: $id) { name keys { publicPart state lastUsedAt } }
}`;
const CALLING = '{ callingProgram { name structureName rights } }';

interface Issued {
  readonly secret: string;
  readonly accountId: string;
  readonly key: { readonly id: string; readonly publicPart: string };
}

let test: TestGateway;
let manager: ApiClient;
beforeAll(async () => {
  test = await startTestGateway();
  manager = await ApiClient.signedInAs(bruno, test.url);
});
afterAll(() => test.close());

const create = async (level: 'READ' | 'FULL' = 'FULL'): Promise<Issued> => {
  const scope = [{ space: 'ISSUED_INVOICES', level }];
  const input = { structureId: stationer.structureId, name: 'Logiciel de facturation', scope };
  const { data } = await manager.ask<{ createTechnicalAccount: Issued }>(CREATE, { input });
  return data.createTechnicalAccount;
};

const program = (secret: string): ApiClient => new ApiClient(test.url, secret);

const askToken = (form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${test.url}/api/oauth/token`, { method: 'POST', body: new URLSearchParams(form), headers });

describe('a key', () => {
  it('opens what its scope says, from the first call', async () => {
    const { secret } = await create();
    const { data } = await program(secret).ask<{ callingProgram: unknown }>(CALLING);
    expect(data.callingProgram).toEqual({
      name: 'Logiciel de facturation',
      structureName: stationer.name,
      rights: expect.arrayContaining(['issuedInvoice:deposit', 'issuedInvoice:read']),
    });
    await depositInvoice(program(secret), 'PROG-1');
  });

  it('opens nothing else: the right that is missing is named', async () => {
    const { secret } = await create('READ');
    const { errors } = await program(secret).ask(LIST, { id: stationer.structureId });
    expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', refusal: 'not-allowed' });
    await expect(depositInvoice(program(secret), 'PROG-2')).rejects.toThrow();
  });

  it('says why it no longer opens', async () => {
    const { secret, key } = await create();
    await manager.ask('mutation ($id: ID!) { revokeTechnicalKey(keyId: $id) { __typename } }', {
      id: key.id,
    });
    const { errors } = await program(secret).ask('{ accountingConnections { id } }');
    expect(errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', refusal: 'key-revoked' });
    const unknown = await program(`${secret.slice(0, -4)}zzzz`).get('/documents/x/original');
    expect(unknown.status).toBe(401);
    expect(await unknown.json()).toMatchObject({ code: 'key-unknown' });
    const cut = await program(secret.slice(0, 20)).get('/documents/x/original');
    expect(await cut.json()).toMatchObject({ code: 'key-unknown' });
  });

  it('is renewed without one failed call', async () => {
    const { secret, key } = await create();
    const calls: Promise<unknown>[] = [];
    for (let call = 0; call < 10; call += 1) calls.push(program(secret).ask(CALLING));
    const { data } = await manager.ask<{ rotateTechnicalKey: { secret: string } }>(ROTATE, {
      input: { keyId: key.id, overlapDays: 7 },
    });
    for (let call = 0; call < 10; call += 1)
      calls.push(program(secret).ask(CALLING), program(data.rotateTechnicalKey.secret).ask(CALLING));
    const answers = (await Promise.all(calls)) as { readonly errors: readonly unknown[] }[];
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('shows its last use, and never itself again', async () => {
    const { secret, key } = await create();
    await program(secret).ask(CALLING);
    const { data } = await manager.ask<{ technicalAccounts: { keys: { publicPart: string }[] }[] }>(LIST, {
      id: stationer.structureId,
    });
    const shown = data.technicalAccounts
      .flatMap(({ keys }) => keys)
      .find(({ publicPart }) => publicPart === key.publicPart);
    expect(shown).toMatchObject({ state: 'IN_FORCE', lastUsedAt: expect.stringMatching(/^\d{4}-/) });
    expect(JSON.stringify(data)).not.toContain(secret);
  });

  it('is managed by whoever holds the right, in their own structure', async () => {
    const input = { structureId: stationer.structureId, name: 'X', scope: [] };
    for (const person of [alice, claire]) {
      const client = await ApiClient.signedInAs(person, test.url);
      const { data } = await client.ask<{ createTechnicalAccount: unknown }>(CREATE, { input });
      expect(data.createTechnicalAccount).toMatchObject({ __typename: 'ActRefused', code: 'not-allowed' });
    }
  });
});

describe('a token', () => {
  const credentials = (issued: Issued) => ({
    grant_type: 'client_credentials',
    client_id: issued.key.publicPart,
    client_secret: issued.secret,
  });

  it('is issued for a key, in the form or as HTTP Basic, and opens the same', async () => {
    const issued = await create();
    const response = await askToken(credentials(issued));
    expect(response.headers.get('cache-control')).toBe('no-store');
    const answer = (await response.json()) as { access_token: string };
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'issuedInvoices:full' });
    const { data } = await program(answer.access_token).ask<{ callingProgram: { name: string } }>(CALLING);
    expect(data.callingProgram.name).toBe('Logiciel de facturation');
    const basic = Buffer.from(`${issued.key.publicPart}:${issued.secret}`).toString('base64');
    const other = await askToken({ grant_type: 'client_credentials' }, { authorization: `Basic ${basic}` });
    expect(other.status).toBe(200);
  });

  it('ends with its key', async () => {
    const issued = await create();
    const { access_token: token } = (await (await askToken(credentials(issued))).json()) as {
      access_token: string;
    };
    await manager.ask('mutation ($id: ID!) { closeTechnicalAccount(accountId: $id) { __typename } }', {
      id: issued.accountId,
    });
    const { errors } = await program(token).ask('{ accountingConnections { id } }');
    expect(errors[0]?.extensions).toMatchObject({ refusal: 'technical-account-closed' });
  });

  it.each([
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ grant_type: 'client_credentials' }, 400, 'invalid_request'],
    [{ grant_type: 'client_credentials', client_id: 'A', client_secret: 'B' }, 401, 'invalid_client'],
  ])('is refused for %j in the words of OAuth', async (form, status, error) => {
    const response = await askToken(form as Record<string, string>);
    expect(response.status).toBe(status);
    const answer = (await response.json()) as { error_description: string };
    expect(answer).toMatchObject({ error });
    expect(answer.error_description.length).toBeGreaterThan(10);
  });
});
