import {
  alice,
  bruno,
  caterer,
  claire,
  elise,
  gilles,
  stationer,
  town,
  uuid,
} from '@parvis/application/testing/cast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { depositInvoice } from '../testing/arrange.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

const VIEW = `query ($id: ID!) {
  organisation(structureId: $id) {
    identifier { type value } name address { town country } department updatedAt
    bankAccounts { id iban inForce } formerIdentifiers { identifier { value } }
    history(first: 5) { changes { act byName reason changes { field before after } } }
  }
}`;
const RESULT = `__typename
  ... on OrganisationChanged { organisation { department identifier { value } bankAccounts { id iban } } }
  ... on FormFaulty { faults { field message nextStep } }
  ... on ActRefused { code message nextStep }`;
const CHANGE = `mutation ($input: ChangeOrganisationInput!) { changeOrganisation(input: $input) { ${RESULT} } }`;
const ADD = `mutation ($input: AddBankAccountInput!) { addBankAccount(input: $input) { ${RESULT} } }`;
const MOVE = `mutation ($input: ChangeSiretInput!) { changeSiret(input: $input) { ${RESULT} } }`;
const PREVIEW = `query ($input: ChangeSiretInput!) {
  previewSiretChange(input: $input) {
    __typename
    ... on SiretChangePreview { to { value } holdings { people grants connections openInvoices } }
    ... on FormFaulty { faults { field message nextStep } }
    ... on ActRefused { code }
  }
}`;

const { structureId } = stationer;
const today = new Date().toISOString().slice(0, 10);

let test: TestGateway;
let manager: ApiClient;
beforeAll(async () => {
  test = await startTestGateway();
  manager = await ApiClient.signedInAs(bruno, test.url);
});
afterAll(() => test.close());

const facts = { structureId, name: stationer.name, country: 'FR' };

interface Seen {
  readonly organisation: {
    readonly updatedAt: string;
    readonly bankAccounts: readonly { readonly iban: string }[];
    readonly history: { readonly changes: readonly unknown[] };
  };
}

describe('one’s own structure over the API', () => {
  it('is shown, changed, and shows who changed what', async () => {
    const before = await manager.ask<Seen>(VIEW, { id: structureId });
    expect(before.data.organisation).toMatchObject({
      identifier: { type: 'SIRET', value: stationer.siret },
      formerIdentifiers: [],
    });
    const { updatedAt } = before.data.organisation;
    const input = { ...facts, updatedAt, street: '1 rue Haute', postCode: '97400', town: 'Saint-Denis' };
    const changed = await manager.ask<Record<string, unknown>>(CHANGE, { input });
    expect(changed.data.changeOrganisation).toMatchObject({ organisation: { department: '974' } });
    const again = await manager.ask<Record<string, unknown>>(CHANGE, { input });
    expect(again.data.changeOrganisation).toMatchObject({ code: 'organisation-changed-meanwhile' });
    const after = await manager.ask<Seen>(VIEW, { id: structureId });
    expect(after.data.organisation.history.changes).toMatchObject([
      {
        act: 'organisation.changed',
        byName: bruno.name,
        changes: expect.arrayContaining([{ field: 'town', before: '', after: 'Saint-Denis' }]),
      },
    ]);
  });

  it('names every faulty field at once, in the language asked for', async () => {
    const input = { ...facts, name: ' ', country: 'XX', vatIdentifier: 'BE12', language: 'EN' };
    const { data } = await manager.ask<Record<string, unknown>>(CHANGE, { input });
    expect(data.changeOrganisation).toMatchObject({
      faults: [
        { field: 'name', message: 'The name is missing.' },
        { field: 'country', message: 'There is no such country.' },
        { field: 'vatIdentifier', message: expect.stringContaining('BE0428759497') },
      ],
    });
  });

  it('masks bank accounts to those who may not change them', async () => {
    const input = { structureId, label: 'Courant', iban: 'FR76 3000 1007 9412 3456 7890 185', owner: 'OWN' };
    const added = await manager.ask<Record<string, unknown>>(ADD, { input });
    expect(added.data.addBankAccount).toMatchObject({ __typename: 'OrganisationChanged' });
    const reader = await ApiClient.signedInAs(alice, test.url);
    const { data } = await reader.ask<Seen>(VIEW, { id: structureId });
    expect(data.organisation.bankAccounts).toMatchObject([{ iban: 'FR•• •••• •••• •••• •••• •••0 185' }]);
    const refused = await reader.ask(ADD, { input });
    expect(refused.data).toMatchObject({ addBankAccount: { code: 'not-allowed' } });
  });

  it('is nobody else’s', async () => {
    const stranger = await ApiClient.signedInAs(claire, test.url);
    const { errors } = await stranger.ask(VIEW, { id: structureId });
    expect(errors[0]?.extensions).toMatchObject({ refusal: 'not-allowed' });
  });
});

describe('a change of SIRET over the API', () => {
  const input = {
    structureId: town.structureId,
    siret: '00000311100028',
    movedOn: today,
    acceptedUntil: today,
    reason: 'Commune nouvelle',
  };

  it('is previewed, done, and leaves everything in place', async () => {
    const mayor = await ApiClient.signedInAs(elise, test.url);
    const preview = await mayor.ask<Record<string, unknown>>(PREVIEW, { input });
    expect(preview.data.previewSiretChange).toMatchObject({
      to: { value: input.siret },
      holdings: { people: 1, connections: 0, openInvoices: 0 },
    });
    const moved = await mayor.ask<Record<string, unknown>>(MOVE, { input });
    expect(moved.data.changeSiret).toMatchObject({ organisation: { identifier: { value: input.siret } } });
    const { data } = await mayor.ask<Seen>(VIEW, { id: town.structureId });
    expect(data.organisation).toMatchObject({ formerIdentifiers: [{ identifier: { value: town.siret } }] });
    expect(data.organisation.history.changes).toMatchObject([
      {
        reason: 'Commune nouvelle',
        changes: [{ field: 'identifier', before: town.siret, after: input.siret }],
      },
    ]);
    const entry = await new ApiClient(test.url).ask<Record<string, unknown>>(
      'query ($siret: String!) { directoryEntry(siret: $siret) { siret } }',
      { siret: town.siret },
    );
    expect(entry.data.directoryEntry).toEqual({ siret: input.siret });
  });

  it('leaves a supplier free to deposit', async () => {
    const own = { ...input, structureId, siret: '00000012500021', acceptedUntil: today };
    const moved = await manager.ask<Record<string, unknown>>(MOVE, { input: own });
    expect(moved.data.changeSiret).toMatchObject({ __typename: 'OrganisationChanged' });
    expect(await depositInvoice(await ApiClient.signedInAs(alice, test.url), 'MOVED-1')).toMatch(/./);
  });

  it('leads one structure alone to a SIRET that two ask for at once', async () => {
    const other = await ApiClient.signedInAs(gilles, test.url);
    const siret = '00000078600012';
    const answers = await Promise.all(
      [
        { client: manager, structureId },
        { client: other, structureId: caterer.structureId },
      ].map(({ client, ...of }) =>
        client.ask<{ changeSiret: Record<string, unknown> }>(MOVE, { input: { ...input, ...of, siret } }),
      ),
    );
    const outcomes = answers.map(({ data }) => data.changeSiret.code ?? data.changeSiret.__typename);
    expect(outcomes.toSorted()).toEqual(['OrganisationChanged', 'siret-taken']);
  });

  it('is refused with words where another has the SIRET, and for whom it is not', async () => {
    const taken = { ...input, structureId, siret: '00000034900019' };
    await test.persistence.referenceData.saveSupplier({
      ...stationer,
      structureId: uuid(0x888),
      siret: '00000034900019' as typeof stationer.siret,
    });
    const refused = await manager.ask<Record<string, unknown>>(MOVE, { input: taken });
    expect(refused.data.changeSiret).toMatchObject({
      code: 'siret-taken',
      nextStep: expect.stringContaining('fusion'),
    });
    const reader = await ApiClient.signedInAs(alice, test.url);
    const preview = await reader.ask(PREVIEW, { input });
    expect(preview.data).toMatchObject({ previewSiretChange: { code: 'not-allowed' } });
  });
});
