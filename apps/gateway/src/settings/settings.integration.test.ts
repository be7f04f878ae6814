import { alice, claire, denis, elise, hospital, town } from '@parvis/application/testing/cast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { depositInvoice } from '../testing/arrange.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

const read = `query ($id: ID!) {
  settings(structureId: $id) {
    version active worksAuthority openServices closedServices
    requirements { serviceCode engagementNumber }
    findings(language: EN) { code severity mend { label closeServices } }
    services(search: "cant") { edges { node { code name version } } openCount }
    history { changes { act serviceCode byName changes { field before after } } }
  }
}`;

const change = `mutation ($input: ChangeSettingsInput!) {
  changeSettings(input: $input) {
    __typename
    ... on SettingsChanged { settings { version requirements { serviceCode } } }
    ... on FormFaulty { faults { field message } }
    ... on ActRefused { code message nextStep }
  }
}`;

const answer =
  '{ __typename ... on ServicesSaved { services { code active } } ... on FormFaulty { faults { field } } ... on ActRefused { code } }';

const preview = `query ($input: PreviewSettingsInput!) {
  previewSettings(input: $input) {
    __typename
    ... on SettingsPreview {
      days received refused refusedNow byRule { rule reason count } invoices { reason invoice { number supplier { name } } }
    }
    ... on FormFaulty { faults { field message } }
  }
}`;

interface Settings {
  readonly settings: Record<string, unknown> & { readonly version: string };
}

describe('settings over the API', () => {
  let gateway: TestGateway;
  let mayor: ApiClient;

  beforeAll(async () => {
    gateway = await startTestGateway();
    mayor = await ApiClient.signedInAs(elise, gateway.url);
  });
  afterAll(() => gateway?.close());

  const settings = {
    active: true,
    requirements: { serviceCode: true, engagementNumber: false, serviceCodeOrEngagementNumber: false },
    worksAuthority: 'ALSO',
    reportsPayment: true,
    contact: { email: 'factures@saint-aubin.example' },
  };

  const put = async (input: object) => {
    const { data } = await mayor.ask<{ changeSettings: Record<string, unknown> }>(change, {
      input: { structureId: town.structureId, language: 'EN', ...input },
    });
    return data.changeSettings;
  };

  it('are changed by their people, with what the linter and the history say of it', async () => {
    const add = (code: string) =>
      mayor.ask(`mutation ($input: AddServiceInput!) { addService(input: $input) ${answer} }`, {
        input: { structureId: town.structureId, service: { code, name: 'Cantine' } },
      });
    expect((await add('CANTINE')).data).toEqual({
      addService: { __typename: 'ServicesSaved', services: [{ code: 'CANTINE', active: true }] },
    });
    expect((await add('cantine')).data).toEqual({
      addService: { __typename: 'FormFaulty', faults: [{ field: 'code' }] },
    });
    const before = await mayor.ask<Settings>(read, { id: town.structureId });
    const { version } = before.data.settings;
    expect(await put({ settings, version })).toMatchObject({ __typename: 'SettingsChanged' });
    expect(await put({ settings, version })).toMatchObject({
      __typename: 'ActRefused',
      code: 'settings-changed-meanwhile',
    });
    const { data } = await mayor.ask<Settings>(read, { id: town.structureId });
    expect(data.settings).toMatchObject({
      worksAuthority: 'ALSO',
      openServices: 1,
      closedServices: 0,
      requirements: { serviceCode: true, engagementNumber: false },
      findings: [],
      services: { edges: [{ node: { code: 'CANTINE', name: 'Cantine' } }], openCount: 1 },
    });
    expect(data.settings.history).toMatchObject({
      changes: [
        { act: 'settings.changed', serviceCode: null, byName: elise.name },
        { act: 'service.added', serviceCode: 'CANTINE', byName: elise.name },
      ],
    });
  });

  it('tell what makes the entity impossible to invoice', async () => {
    const close = `mutation ($input: ServiceCodesInput!) { closeServices(input: $input) ${answer} }`;
    const input = { structureId: town.structureId, codes: ['CANTINE'] };
    expect((await mayor.ask(close, { input })).data).toMatchObject({
      closeServices: { services: [{ code: 'CANTINE', active: false }] },
    });
    const { data } = await mayor.ask<Settings>(read, { id: town.structureId });
    expect(data.settings.findings).toEqual([
      {
        code: 'no-open-service',
        severity: 'IMPOSSIBLE',
        mend: { label: 'Require neither', closeServices: null },
      },
    ]);
    const reopen = close.replace('closeServices', 'reopenServices');
    expect((await mayor.ask(reopen, { input })).data).toMatchObject({
      reopenServices: { services: [{ active: true }] },
    });
    const unknown = { input: { ...input, codes: ['PISCINE'] } };
    expect((await mayor.ask(close, unknown)).data).toMatchObject({
      closeServices: { code: 'service-not-found' },
    });
  });

  it('say field by field what is wrong', async () => {
    const faulty = { ...settings, contact: { email: 'mairie' } };
    expect(await put({ settings: faulty, version: 'any' })).toEqual({
      __typename: 'FormFaulty',
      faults: [{ field: 'contact.email', message: 'This is no e-mail address.' }],
    });
  });

  it('are tried on the invoices received before they are made', async () => {
    const supplier = await ApiClient.signedInAs(alice, gateway.url);
    await depositInvoice(supplier, 'F-2026-0042');
    const manager = { structureId: hospital.structureId, role: 'mainManager' as const, grants: [] };
    await gateway.persistence.work.run(({ memberships }) =>
      memberships.change({ userId: claire.userId, ...manager }),
    );
    const finance = await ApiClient.signedInAs(claire, gateway.url);
    const ask = async (input: object) =>
      (
        await finance.ask<{ previewSettings: Record<string, unknown> }>(preview, {
          input: { structureId: hospital.structureId, language: 'EN', ...input },
        })
      ).data.previewSettings;
    const service = { code: 'RESTAURATION', name: 'Restauration' };
    expect(await ask({ service: { ...service, active: false } })).toEqual({
      __typename: 'SettingsPreview',
      days: 90,
      received: 1,
      refused: 1,
      refusedNow: 0,
      byRule: [{ rule: 'PV-SERVICE-CODE-INACTIVE', reason: 'Closed service', count: 1 }],
      invoices: [
        {
          reason: 'Closed service',
          invoice: { number: 'F-2026-0042', supplier: { name: 'Papeterie du Bocage' } },
        },
      ],
    });
    expect(await ask({ service: { ...service, active: true } })).toMatchObject({ refused: 0 });
    expect(await ask({ settings: { ...settings, active: false } })).toMatchObject({ refused: 1 });
  });

  it('are those of nobody else', async () => {
    const reader = await ApiClient.signedInAs(denis, gateway.url);
    const own = await reader.ask<Settings>(read, { id: hospital.structureId });
    expect(own.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const other = await mayor.ask<Settings>(read, { id: hospital.structureId });
    expect(other.errors[0]?.extensions).toMatchObject({ refusal: 'not-allowed' });
    const unknown = await mayor.ask<Settings>(read, { id: 'x' });
    expect(unknown.errors[0]?.extensions).toMatchObject({ refusal: 'not-allowed' });
    const input = { structureId: hospital.structureId, settings, version: 'any' };
    expect((await mayor.ask(change, { input })).data).toMatchObject({
      changeSettings: { code: 'not-allowed' },
    });
  });
});
