import { alice, claire, elise, hospital, stationer, town } from '@parvis/application/testing/cast';
import { anEngagement } from '@parvis/application/testing/port-suite-engagements';
import { Decimal } from '@parvis/domain/amount/decimal';
import { readTable } from '@parvis/formats/tables/read-table';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { ublSample } from '../testing/ubl-sample.js';

const PREVIEW = `query ($input: ImportInput!) {
  importPreview(input: $input) {
    __typename
    ... on ImportPreview {
      digest counts { rows added changed unchanged faulty missing } ignoredColumns
      rows { line change cells { text before } }
      faultyRows { line faults { column value cause message nextStep } }
    }
    ... on ActRefused { code message }
  }
}`;
const APPLY = `mutation ($input: ApplyImportInput!) {
  applyImport(input: $input) {
    __typename
    ... on ImportApplied { added changed unchanged closed }
    ... on ActRefused { code }
  }
}`;
const ENGAGEMENTS = `query ($id: ID!, $search: String, $first: Int, $after: String) {
  engagements(structureId: $id, search: $search, first: $first, after: $after) {
    totalCount edges { node { number amountLeft state serviceCode source } } pageInfo { hasNextPage endCursor }
  }
}`;
const CHECK =
  'mutation ($input: InvoiceFileInput!) { checkInvoice(input: $input) { ... on InvoiceCheck { valid faults { rule message choices { value } } } } }';

interface Previewed {
  readonly importPreview: {
    readonly __typename: string;
    readonly code?: string;
    readonly digest: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly faultyRows: readonly {
      readonly line: number;
      readonly faults: readonly { readonly cause: string }[];
    }[];
  };
}

let test: TestGateway;
let manager: ApiClient;
let supplier: ApiClient;
beforeAll(async () => {
  test = await startTestGateway();
  manager = await ApiClient.signedInAs(elise, test.url);
  supplier = await ApiClient.signedInAs(alice, test.url);
});
afterAll(() => test.close());

const send = async (content: string | Uint8Array, fileName = 'services.csv'): Promise<string> => {
  const response = await manager.upload(
    fileName,
    typeof content === 'string' ? Buffer.from(content) : content,
  );
  const { uploadId } = (await response.json()) as { uploadId: string };
  return uploadId;
};

const inputOf = (uploadId: string, kind = 'SERVICES') => ({ kind, structureId: town.structureId, uploadId });

const previewOf = async (input: object) =>
  (await manager.ask<Previewed>(PREVIEW, { input })).data.importPreview;

const importFile = async (content: string | Uint8Array, kind = 'SERVICES') => {
  const input = inputOf(await send(content), kind);
  const { digest } = await previewOf(input);
  const { data } = await manager.ask<{ applyImport: object }>(APPLY, { input: { ...input, digest } });
  return data.applyImport;
};

const exported = async (path: string): Promise<Uint8Array> => {
  const response = await manager.get(`${path}?structure=${town.structureId}`);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
};

describe('importing ten thousand services', () => {
  const rows = (faulty: (index: number) => boolean): string =>
    Array.from({ length: 10_000 }, (_, index) => {
      const code = `S-${String(index).padStart(5, '0')}`;
      return faulty(index) ? `${code};;peut-être` : `${code};Service n° ${index};oui`;
    }).join('\r\n');

  it('names each of 50 faulty rows, and gives them back to be corrected', async () => {
    const uploadId = await send(`Code service;Nom;Actif\r\n${rows((index) => index % 200 === 199)}`);
    const preview = await previewOf(inputOf(uploadId));
    expect(preview.counts).toMatchObject({ rows: 10_000, added: 9_950, faulty: 50 });
    expect(preview.faultyRows.map(({ line }) => line)).toEqual(
      Array.from({ length: 50 }, (_, index) => index * 200 + 201),
    );
    expect(preview.faultyRows[0]?.faults.map(({ cause }) => cause)).toEqual(['required', 'not-yes-or-no']);
    const address = `/imports/faulty-rows.csv?kind=services&structure=${town.structureId}&upload=${uploadId}`;
    const reading = readTable(new Uint8Array(await (await manager.get(address)).arrayBuffer()));
    expect(reading.ok && reading.table.rows).toHaveLength(51);
    const refused = await manager.ask<{ applyImport: object }>(APPLY, {
      input: { ...inputOf(uploadId), digest: preview.digest },
    });
    expect(refused.data.applyImport).toMatchObject({ __typename: 'ActRefused', code: 'import-faulty' });
    expect(await test.persistence.work.run(({ serviceBook }) => serviceBook.all(town.structureId))).toEqual(
      [],
    );
  });

  it('takes them all in at once, and takes its own export back as unchanged', async () => {
    expect(await importFile(`Code service;Nom;Actif\r\n${rows(() => false)}`)).toEqual({
      __typename: 'ImportApplied',
      added: 10_000,
      changed: 0,
      unchanged: 0,
      closed: 0,
    });
    for (const format of ['csv', 'xlsx']) {
      const file = await exported(`/exports/services.${format}`);
      const { counts } = await previewOf(inputOf(await send(file)));
      expect(counts).toMatchObject({ rows: 10_000, added: 0, changed: 0, unchanged: 10_000, faulty: 0 });
    }
  });
});

describe('engagements', () => {
  it('come in by a file and are listed page by page', async () => {
    const header = "Numéro d'engagement;Reste TTC;Service";
    expect(await importFile(`${header}\n0045;1 200,50;S-00007\n0046;;\n0047;;`, 'ENGAGEMENTS')).toMatchObject(
      { added: 3 },
    );
    const id = town.structureId;
    const first = await manager.ask<{ engagements: { pageInfo: { endCursor: string } } }>(ENGAGEMENTS, {
      id,
      first: 2,
    });
    expect(first.data.engagements).toMatchObject({
      totalCount: 3,
      edges: [
        {
          node: {
            number: '0045',
            amountLeft: '1200.50',
            state: 'OPEN',
            serviceCode: 'S-00007',
            source: 'FILE',
          },
        },
        { node: { number: '0046' } },
      ],
      pageInfo: { hasNextPage: true },
    });
    const after = first.data.engagements.pageInfo.endCursor;
    const second = await manager.ask(ENGAGEMENTS, { id, first: 2, after });
    expect(second.data).toMatchObject({
      engagements: { edges: [{ node: { number: '0047' } }], pageInfo: { hasNextPage: false } },
    });
    const found = await manager.ask(ENGAGEMENTS, { id, search: '0046' });
    expect(found.data).toMatchObject({ engagements: { totalCount: 1 } });
    const { counts } = await previewOf(
      inputOf(await send(await exported('/exports/engagements.xlsx')), 'ENGAGEMENTS'),
    );
    expect(counts).toMatchObject({ rows: 3, unchanged: 3 });
  });

  it('bound the invoices of their supplier, who never sees the engagements themselves', async () => {
    await test.persistence.work.run(async ({ engagements }) => {
      await engagements.put([
        anEngagement('EJ-1', { supplierIdentifier: stationer.siret, amountLeft: Decimal.of('1.00') }),
        anEngagement('EJ-9', { supplierIdentifier: '00000412700015', supplierName: 'Traiteur Lemaire' }),
      ]);
      await engagements.changeSettings(
        hospital.structureId,
        { check: 'enforce', acceptsExcess: false },
        new Date(),
      );
    });
    const check = async (engagementNumber: string) => {
      const bytes = ublSample({ number: 'E-1', serviceCode: 'RESTAURATION', engagementNumber });
      const file = { fileName: 'e.xml', contentBase64: Buffer.from(bytes).toString('base64') };
      const { data } = await supplier.ask<{ checkInvoice: { faults: { rule: string }[] } }>(CHECK, {
        input: file,
      });
      return data.checkInvoice;
    };
    expect(await check('EJ-1')).toMatchObject({ valid: false, faults: [{ rule: 'PV-ENGAGEMENT-EXCEEDED' }] });
    expect(await check('EJ-2')).toMatchObject({
      faults: [{ rule: 'PV-ENGAGEMENT-UNKNOWN', choices: [{ value: 'EJ-1' }] }],
    });
    const others = await check('EJ-9');
    expect(others).toMatchObject({ faults: [{ rule: 'PV-ENGAGEMENT-OTHER-SUPPLIER' }] });
    expect(JSON.stringify(others)).not.toContain('Lemaire');
    const { errors } = await supplier.ask(ENGAGEMENTS, { id: hospital.structureId });
    expect(errors[0]?.extensions).toMatchObject({ refusal: 'not-allowed' });
  });
});

describe('tables over HTTP', () => {
  it('are for those who may read them, and name their file', async () => {
    const path = `/exports/services.csv?structure=${town.structureId}`;
    expect((await supplier.get(path)).status).toBe(403);
    expect((await new ApiClient(test.url).get(path)).status).toBe(401);
    expect((await manager.get(`/exports/services.csv?structure=${hospital.structureId}`)).status).toBe(403);
    const agent = await ApiClient.signedInAs(claire, test.url);
    expect((await agent.get(`/exports/engagements.csv?structure=${hospital.structureId}`)).status).toBe(403);
    const { headers } = await manager.get(path);
    expect(headers.get('content-disposition')).toMatch(/attachment.*services-\d{4}-\d{2}-\d{2}\.csv/);
  });

  it('give templates to everyone, in both formats and languages', async () => {
    for (const [format, lang, first] of [
      ['csv', 'fr', "Numéro d'engagement"],
      ['xlsx', 'en', 'Engagement number'],
    ]) {
      const response = await manager.get(`/exports/engagements-template.${format}?lang=${lang}`);
      const reading = readTable(new Uint8Array(await response.arrayBuffer()));
      expect(reading.ok && reading.table.rows[0]?.cells[0]).toBe(first);
    }
  });

  it('refuse what is no table, by its content', async () => {
    for (const [content, code] of [
      ['%PDF-1.7', 'import-unreadable'],
      ['Nom;Actif\nUn;oui', 'import-columns-missing'],
    ] as const) {
      expect(await previewOf(inputOf(await send(content)))).toMatchObject({ __typename: 'ActRefused', code });
    }
  });
});
