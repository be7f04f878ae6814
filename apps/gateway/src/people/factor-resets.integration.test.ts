import { alice, bruno, elise, fanny, gilles, password, stationer } from '@parvis/application/testing/cast';
import type { Person } from '@parvis/domain/access/actor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  __typename ... on SignedIn { token mustProtectAgain } ... on SecondFactorRequired { challenge }
} }`;
const ASK = `mutation ($input: AskFactorResetInput!) { askFactorReset(input: $input) {
  __typename ... on FactorResetStatus { state approvals } ... on ProtectionRefused { code message nextStep }
} }`;
const LIST =
  'query ($id: ID!) { factorResets(structureId: $id) { id name email reason state approvals { byName } } }';
const CHANGED = `__typename ... on FactorResetChanged { reset { state effectiveAt approvals { byName } } }
  ... on ProtectionRefused { code }`;
const APPROVE = `mutation ($input: ApproveFactorResetInput!) { approveFactorReset(input: $input) { ${CHANGED} } }`;
const STOP = `mutation ($input: StopFactorResetInput!) { stopFactorReset(input: $input) { ${CHANGED} } }`;

type Told = Readonly<Record<string, unknown>>;

describe('a reset of second factors, asked of the gateway', () => {
  let test: TestGateway;
  let resetId: string;
  beforeAll(async () => {
    test = await startTestGateway();
    await test.persistence.work.run(async ({ factors, memberships }) => {
      const at = new Date();
      await factors.saveTotp({ userId: alice.userId, secret: 'GEZDGNBV', startedAt: at, confirmedAt: at });
      const { structureId } = stationer;
      await memberships.change({ userId: fanny.userId, structureId, role: 'deputyManager', grants: [] });
    });
  });
  afterAll(() => test.close());

  const as = (person: Person) => ApiClient.signedInAs(person, test.url);
  const firstStep = async (): Promise<Told> =>
    (
      await new ApiClient(test.url).ask<{ signIn: Told }>(SIGN_IN, {
        input: { email: alice.email, password },
      })
    ).data.signIn;
  const listed = async (person: Person) =>
    (await (await as(person)).ask<{ factorResets: Told[] }>(LIST, { id: stationer.structureId })).data
      .factorResets;
  const approve = async (person: Person): Promise<Told> => {
    const input = { resetId, reason: 'Vue ce matin' };
    return (await (await as(person)).ask<{ approveFactorReset: Told }>(APPROVE, { input })).data
      .approveFactorReset;
  };

  const ask = async (challenge: unknown): Promise<Told> => {
    const input = { challenge, reason: 'Téléphone volé' };
    return (await new ApiClient(test.url).ask<{ askFactorReset: Told }>(ASK, { input })).data.askFactorReset;
  };

  it('is asked between the two steps, by nobody who has not given the password', async () => {
    expect(await ask('made up')).toMatchObject({ code: 'challenge-over' });
    const { challenge } = await firstStep();
    expect(await ask(challenge)).toMatchObject({ state: 'WAITING', approvals: 0 });
    expect(await ask(challenge)).toMatchObject({ code: 'reset-open' });
    const query = 'query ($challenge: String!) { factorReset(challenge: $challenge) { state } }';
    const { data } = await new ApiClient(test.url).ask(query, { challenge });
    expect(data).toEqual({ factorReset: { state: 'WAITING' } });
  });

  it('is shown to the managers of the structure and to nobody else', async () => {
    const [seen] = await listed(bruno);
    expect(seen).toMatchObject({ name: alice.name, reason: 'Téléphone volé', approvals: [] });
    resetId = String(seen?.id);
    expect(await listed(gilles)).toEqual([]);
    expect(await listed(elise)).toEqual([]);
  });

  it('is granted by two, not by the same one at once on two connections', async () => {
    expect(await approve(gilles)).toMatchObject({ code: 'reset-not-found' });
    const client = await as(bruno);
    const input = { resetId, reason: 'Vue ce matin' };
    const twice = await Promise.all(
      [1, 2, 3].map(async () => (await client.ask<{ approveFactorReset: Told }>(APPROVE, { input })).data),
    );
    expect(twice.map(({ approveFactorReset: { __typename } }) => __typename).sort()).toEqual([
      'FactorResetChanged',
      'ProtectionRefused',
      'ProtectionRefused',
    ]);
    expect(await firstStep()).toHaveProperty('challenge');
    expect(await approve(fanny)).toMatchObject({ reset: { state: 'GRANTED' } });
  });

  it('is stopped by a manager, and a stranger cannot', async () => {
    const stop = async (client: ApiClient): Promise<Told> =>
      (await client.ask<{ stopFactorReset: Told }>(STOP, { input: { resetId, reason: 'Retrouvé' } })).data
        .stopFactorReset;
    expect(await stop(await as(gilles))).toMatchObject({ code: 'reset-not-found' });
    expect(await stop(await as(bruno))).toMatchObject({ reset: { state: 'STOPPED' } });
    expect(await listed(bruno)).toEqual([]);
    expect(await firstStep()).toHaveProperty('challenge');
  });

  it('is granted once when two managers approve at the same moment', async () => {
    await ask((await firstStep()).challenge);
    resetId = String((await listed(bruno))[0]?.id);
    const told = await Promise.all([approve(bruno), approve(fanny)]);
    expect(told.map(({ reset }) => (reset as Told).state).sort()).toEqual(['GRANTED', 'WAITING']);
    const page = await test.persistence.work.run(({ accessTrace }) =>
      accessTrace.page(stationer.structureId, { acts: ['factorReset.granted'], limit: 9 }),
    );
    expect(page.entries.filter(({ details }) => details.resetId === resetId)).toHaveLength(1);
  });

  it('is not granted in the database with fewer than two approvals', async () => {
    const id = '01900000-0000-7000-8000-00000000fafa';
    const run = test.persistence.work.run.bind(test.persistence.work);
    const reset = { id, userId: gilles.userId, reason: 'Perdu', askedAt: new Date(), device: {} } as const;
    await run(({ factorResets }) => factorResets.add({ ...reset, state: 'waiting' }));
    const forced = run(({ factorResets }) =>
      factorResets.save({ ...reset, state: 'granted', effectiveAt: new Date() }),
    );
    await expect(forced).rejects.toThrow('needs two approvals');
  });
});
