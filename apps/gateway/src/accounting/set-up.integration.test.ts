import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { claire, denis, elise, hospital } from '@parvis/application/testing/cast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

const SECRET = 'jeton-que-personne-ne-lit';

const KINDS = '{ connectorKinds(language: EN) { system label description capabilities { attachments } } }';
const KIND = `{ connectorKind(system: "simulator", language: EN) {
  statusWords { word meaning }
  steps { key title hasTest fields { name label required type choices { value label } columns { name type } } }
} }`;
const TRY = `mutation ($input: TestConnectorStepInput!) { testConnectorStep(input: $input) {
  __typename
  ... on StepFindings { points { subject state message } unavailable }
  ... on SettingsRefused { faults { field code message } }
  ... on ActRefused { code }
} }`;
const SAVED = `connection {
  id name system environment live active deliverWhen settingsJson secretsKept createdAt
  kind { label } exchanges { edges { node { what line answerBody } } }
}`;
const SAVE = `mutation ($input: SaveConnectionInput!) { saveConnection(input: $input) {
  __typename
  ... on ConnectionSaved { ${SAVED} }
  ... on SettingsRefused { faults { field code } }
  ... on ActRefused { code message nextStep }
} }`;
const SET_ACTIVE = `mutation ($input: SetConnectionActiveInput!) { setConnectionActive(input: $input) {
  ... on ConnectionSaved { connection { active } } ... on ActRefused { code }
} }`;
const REMOVE = `mutation ($input: RemoveConnectionInput!) { removeConnection(input: $input) {
  ... on ConnectionRemoved { connectionId } ... on ActRefused { code }
} }`;
const ONE = `query ($id: ID!) { accountingConnection(id: $id) { name settingsJson secretsKept } }`;

let test: TestGateway;
let agent: ApiClient;
let books: Server;
let url: string;
/** Everything the API said. */
const said: string[] = [];
beforeAll(async () => {
  test = await startTestGateway({ PARVIS_PRIVATE_TARGETS: '1' });
  agent = await ApiClient.signedInAs(claire, test.url);
  books = createServer(({ headers }, response) => {
    const isKnown = headers.authorization?.endsWith(SECRET);
    response
      .writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' })
      .end(JSON.stringify({ version: '9.9', bills: [], changes: [], next: 0, more: false }));
  }).listen(0, '127.0.0.1');
  await once(books, 'listening');
  const address = books.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url = `http://127.0.0.1:${address.port}/`;
});
afterAll(async () => {
  books.close();
  await test.close();
});

const ask = async (client: ApiClient, query: string, variables: Record<string, unknown> = {}) => {
  const answer = await client.ask<Record<string, unknown>>(query, variables);
  said.push(JSON.stringify(answer));
  return answer.data;
};
const tryStep = (settings: object, change: object = {}, client = agent) => {
  const input = { structureId: hospital.structureId, system: 'simulator', step: 'reach', ...change };
  return ask(client, TRY, { input: { ...input, settingsJson: JSON.stringify(settings) } });
};
const save = (change: object = {}, settings: object = { url, token: SECRET }, client = agent) => {
  const input = {
    structureId: hospital.structureId,
    system: 'simulator',
    name: 'Simulateur',
    environment: 'SIMULATOR',
    live: false,
    deliverWhen: 'MADE_AVAILABLE',
    ...change,
  };
  return ask(client, SAVE, { input: { ...input, settingsJson: JSON.stringify(settings) } });
};
const savedId = (data: Record<string, unknown>): string =>
  (data.saveConnection as { connection: { id: string } }).connection.id;

describe('setting a connection up', () => {
  it('begins with the kinds on offer, each with its steps and fields', async () => {
    const { connectorKinds } = await ask(agent, KINDS);
    expect(connectorKinds).toEqual(
      expect.arrayContaining(['tryton', 'simulator'].map((system) => expect.objectContaining({ system }))),
    );
    const token = expect.objectContaining({ name: 'token', type: 'SECRET', required: true });
    const reach = { key: 'reach', hasTest: true, fields: expect.arrayContaining([token]) };
    expect(await ask(agent, KIND)).toMatchObject({ connectorKind: { steps: [reach] } });
  });

  it('tries what was typed on the real system, and names the field that is wrong', async () => {
    expect(await tryStep({ url, token: SECRET })).toMatchObject({
      testConnectorStep: { points: expect.arrayContaining([expect.objectContaining({ state: 'FINE' })]) },
    });
    expect(await tryStep({ url, token: 'faux' })).toMatchObject({
      testConnectorStep: { points: [expect.objectContaining({ state: 'WRONG' }), {}, {}] },
    });
    expect(await tryStep({ url: 'partout', token: 'faux' })).toMatchObject({
      testConnectorStep: { __typename: 'SettingsRefused', faults: [{ field: 'url' }] },
    });
    expect(await tryStep({ url }, { system: 'sage' })).toMatchObject({
      testConnectorStep: { code: 'connector-unknown' },
    });
  });

  it('keeps it, shows it without its secret, and uses the secret it keeps', async () => {
    const data = await save();
    expect(data).toMatchObject({
      saveConnection: {
        connection: {
          environment: 'SIMULATOR',
          live: false,
          active: true,
          deliverWhen: 'MADE_AVAILABLE',
          settingsJson: JSON.stringify({ url }),
          secretsKept: ['token'],
          exchanges: { edges: [] },
        },
      },
    });
    const connectionId = savedId(data);
    expect(await tryStep({ url }, { connectionId })).toMatchObject({
      testConnectorStep: { points: expect.arrayContaining([expect.objectContaining({ state: 'FINE' })]) },
    });
    const renamed = await save({ connectionId, name: 'Bac à sable' }, { url });
    expect(renamed).toMatchObject({
      saveConnection: { connection: { name: 'Bac à sable', secretsKept: ['token'] } },
    });
    const moved = await save({ connectionId, name: 'Bac à sable' }, { url: 'https://ailleurs.example/' });
    expect(moved).toMatchObject({ saveConnection: { faults: [{ field: 'token', code: 'missing' }] } });
  });

  it('keeps what a check said, without the secret it was asked with', async () => {
    const id = savedId(await save({ name: 'Vérifié' }));
    await ask(agent, 'mutation ($id: ID!) { checkAccountingConnection(id: $id) { fine points { state } } }', {
      id,
    });
    const { accountingConnection } = await ask(
      agent,
      'query ($id: ID!) { accountingConnection(id: $id) { exchanges { edges { node { what line status requestHeaders answerBody } } } deliveryHours(hours: 2) { delivered } } }',
      { id },
    );
    expect(accountingConnection).toMatchObject({
      exchanges: { edges: expect.arrayContaining([{ node: expect.objectContaining({ status: 200 }) }]) },
      deliveryHours: [{ delivered: 0 }, { delivered: 0 }],
    });
  });

  it('says every fault at its field, and why a second live connection is one too many', async () => {
    expect(await save({ name: ' ' }, { url: 'partout' })).toMatchObject({
      saveConnection: {
        faults: expect.arrayContaining([
          { field: 'connection.name', code: 'missing' },
          expect.objectContaining({ field: 'url' }),
          { field: 'token', code: 'missing' },
        ]),
      },
    });
    expect(await save({ name: 'Autre', live: true, deliverWhen: 'SERVICE_CONFIRMED' })).toMatchObject({
      saveConnection: { code: 'live-connection-exists', message: expect.stringContaining('Valmont') },
    });
  });

  it('keeps a test environment out of service, with the next step', async () => {
    expect(await save({ name: 'Copie', environment: 'TEST', live: true })).toMatchObject({
      saveConnection: {
        code: 'test-never-live',
        nextStep: expect.stringContaining('raccordez la production'),
      },
    });
  });

  it('keeps one live connection, however many save at once', async () => {
    const live = { live: true, deliverWhen: 'MADE_AVAILABLE' };
    const names = Array.from({ length: 12 }, (_, index) => `Vivant ${index}`);
    const answers = await Promise.all(names.map((name) => save({ ...live, name })));
    const kept = answers.filter((answer) => JSON.stringify(answer).includes('ConnectionSaved'));
    expect(kept).toHaveLength(1);
  });

  it('ends with pausing it, or removing what was never used', async () => {
    const connectionId = savedId(await save({ name: 'À retirer' }));
    const paused = await ask(agent, SET_ACTIVE, { input: { connectionId, active: false } });
    expect(paused).toEqual({ setConnectionActive: { connection: { active: false } } });
    const resumed = await ask(agent, SET_ACTIVE, { input: { connectionId, active: true } });
    expect(resumed).toEqual({ setConnectionActive: { connection: { active: true } } });
    expect(await ask(agent, REMOVE, { input: { connectionId } })).toEqual({
      removeConnection: { connectionId },
    });
    expect(await ask(agent, ONE, { id: connectionId })).toEqual({ accountingConnection: null });
  });

  it('is for those who operate connections, in their own entity', async () => {
    const reader = await ApiClient.signedInAs(denis, test.url);
    const town = await ApiClient.signedInAs(elise, test.url);
    const connectionId = savedId(await save({ name: 'Gardé' }));
    expect(await save({ connectionId }, {}, reader)).toMatchObject({
      saveConnection: { code: 'not-allowed' },
    });
    expect(await tryStep({}, {}, town)).toMatchObject({ testConnectorStep: { code: 'not-allowed' } });
    expect(await ask(reader, ONE, { id: connectionId })).toMatchObject({
      accountingConnection: { name: 'Gardé', secretsKept: ['token'] },
    });
    expect(await ask(town, ONE, { id: connectionId })).toEqual({ accountingConnection: null });
    const exchanges = 'query ($id: ID!) { accountingConnection(id: $id) { exchanges { edges { cursor } } } }';
    expect(await ask(reader, exchanges, { id: connectionId })).toEqual({
      accountingConnection: { exchanges: null },
    });
  });

  it('leaves the secret in no answer and in no trace', async () => {
    const traces = await test.persistence.work.run(({ accessTrace }) =>
      accessTrace.page(hospital.structureId, { limit: 100 }),
    );
    expect(traces.entries.length).toBeGreaterThan(5);
    expect(said.length).toBeGreaterThan(15);
    for (const text of [...said, JSON.stringify(traces)]) expect(text).not.toContain(SECRET);
  });
});
