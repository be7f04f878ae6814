import { createHash } from 'node:crypto';
import { alice, claire, elise, fanny, gilles, hospital } from '@parvis/application/testing/cast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { ublSample } from '../testing/ubl-sample.js';

const FAULTS = 'faults { rule severity path message nextStep choices { value } }';
const CHECK = `mutation ($input: InvoiceFileInput!) {
  checkInvoice(input: $input) {
    __typename
    ... on InvoiceCheck { valid syntax summary { number taxInclusive serviceCode } recipient { siret }
      numberAlreadyUsedBy { id number } ${FAULTS} }
    ... on ActRefused { code message nextStep }
  }
}`;
const DEPOSIT = `mutation ($input: DepositInvoiceInput!) {
  depositInvoice(input: $input) {
    __typename
    ... on DepositReceipt {
      documentSha256 eventHash repeated depositedAt
      invoice { id number status taxInclusive recipient { name } timeline { sequence to hash actorName } }
    }
    ... on InvoiceFaulty { message check { valid ${FAULTS} } }
    ... on NumberAlreadyUsed { code message first { id number } }
    ... on ActRefused { code message nextStep }
  }
}`;

interface Fault {
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
  readonly choices: readonly { readonly value: string }[];
}
interface Outcome {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly faults: readonly Fault[];
  readonly check: { readonly valid: boolean; readonly faults: readonly Fault[] };
  readonly documentSha256: string;
  readonly eventHash: string;
  readonly repeated: boolean;
  readonly invoice: { readonly id: string; readonly timeline: readonly { readonly hash: string }[] };
  readonly first: { readonly id: string } | null;
}

let test: TestGateway;
let supplier: ApiClient;
beforeAll(async () => {
  test = await startTestGateway();
  supplier = await ApiClient.signedInAs(alice, test.url);
});
afterAll(() => test.close());

const inline = (bytes: Uint8Array, fileName = 'facture.xml') => ({
  fileName,
  contentBase64: Buffer.from(bytes).toString('base64'),
});
const check = async (client: ApiClient, file: object): Promise<Outcome> =>
  (await client.ask<{ checkInvoice: Outcome }>(CHECK, { input: file })).data.checkInvoice;
const deposit = async (client: ApiClient, file: object, more: object = {}): Promise<Outcome> =>
  (await client.ask<{ depositInvoice: Outcome }>(DEPOSIT, { input: { file, ...more } })).data.depositInvoice;

describe('the dry run', () => {
  it('passes a sound invoice and shows what was read', async () => {
    const outcome = await check(supplier, inline(ublSample({ number: 'F-1', serviceCode: 'RESTAURATION' })));
    expect(outcome).toMatchObject({
      __typename: 'InvoiceCheck',
      valid: true,
      syntax: 'UBL_INVOICE',
      summary: { number: 'F-1', taxInclusive: '120.00', serviceCode: 'RESTAURATION' },
      recipient: { siret: hospital.siret },
    });
  });

  it('names the missing service code and lists the active services', async () => {
    const { faults } = await check(supplier, inline(ublSample({ number: 'F-2' })));
    const services = faults.flatMap(({ choices }) => choices.map(({ value }) => value));
    expect(services).toEqual(['RESTAURATION', 'TRAVAUX']);
  });

  it('finds the wrong sum by its official rule, with a sentence and a next step', async () => {
    const file = inline(ublSample({ number: 'F-3', serviceCode: 'RESTAURATION', due: '121.00' }));
    const { faults } = await check(supplier, file);
    expect(faults).toContainEqual(
      expect.objectContaining({
        rule: 'BR-CO-16',
        severity: 'FATAL',
        message: expect.stringMatching(/.{20}/),
      }),
    );
  });

  it('says of an empty file that it is empty', async () => {
    const { __typename, faults } = await check(supplier, { fileName: 'a.xml', contentBase64: '' });
    expect(__typename).toBe('InvoiceCheck');
    expect(faults.map(({ rule }) => rule)).toEqual(['PV-READ-EMPTY']);
  });

  it('keeps nothing', async () => {
    const { data } = await supplier.ask<{ invoices: { edges: unknown[] } }>(
      '{ invoices(side: SUPPLIER) { edges { cursor } } }',
    );
    expect(data.invoices.edges).toEqual([]);
  });

  it.each([
    ['file-missing', { fileName: 'a.xml' }],
    ['file-given-twice', { fileName: 'a.xml', contentBase64: 'AAAA', uploadId: 'x' }],
    ['content-not-base64', { fileName: 'a.xml', contentBase64: 'é' }],
    ['upload-not-found', { fileName: 'a.xml', uploadId: '01900000-0000-7000-8000-00000000ffff' }],
  ])('answers %s with a sentence and a next step', async (code, file) => {
    const outcome = await check(supplier, file);
    expect(outcome).toMatchObject({
      __typename: 'ActRefused',
      code,
      message: expect.stringMatching(/.{10}/),
      nextStep: expect.stringMatching(/.{10}/),
    });
  });

  it('speaks English when asked', async () => {
    const { message } = await check(supplier, { fileName: 'a.xml', language: 'EN' });
    expect(message).toBe('No file was received.');
  });
});

describe('a deposit', () => {
  it('answers a receipt that holds the very bytes and the first event', async () => {
    const bytes = ublSample({ number: 'F-10', serviceCode: 'RESTAURATION' });
    const receipt = await deposit(supplier, inline(bytes));
    expect(receipt).toMatchObject({
      __typename: 'DepositReceipt',
      documentSha256: createHash('sha256').update(bytes).digest('hex'),
      repeated: false,
      invoice: { number: 'F-10', status: 'DEPOSITED', recipient: { name: hospital.name } },
    });
    expect(receipt.invoice.timeline.map(({ hash }) => hash)).toEqual([receipt.eventHash]);
  });

  it('takes a file that was uploaded first', async () => {
    const upload = await supplier.upload(
      'Énergies.xml',
      ublSample({ number: 'F-11', serviceCode: 'RESTAURATION' }),
    );
    expect(upload.status).toBe(201);
    const { uploadId, sha256, fileName } = (await upload.json()) as Record<string, string>;
    expect(fileName).toBe('Énergies.xml');
    const receipt = await deposit(supplier, { uploadId, fileName });
    expect(receipt).toMatchObject({ __typename: 'DepositReceipt', documentSha256: sha256 });
  });

  it('gives the verdict of the dry run', async () => {
    const file = inline(ublSample({ number: 'F-12', due: '121.00' }));
    const dryRun = await check(supplier, file);
    const refused = await deposit(supplier, file);
    expect(refused.__typename).toBe('InvoiceFaulty');
    expect(refused.check.faults).toEqual(dryRun.faults);
  });

  it('refuses a number used before and leads to the first invoice', async () => {
    const first = await deposit(supplier, inline(ublSample({ number: 'F-13', serviceCode: 'RESTAURATION' })));
    const second = await deposit(
      supplier,
      inline(ublSample({ number: 'F-13', serviceCode: 'RESTAURATION' })),
    );
    expect(second).toMatchObject({ __typename: 'NumberAlreadyUsed', first: { id: first.invoice.id } });
  });

  it('is foretold by the dry run when the number is used, with the way to the first invoice', async () => {
    const file = inline(ublSample({ number: 'F-13-B', serviceCode: 'RESTAURATION' }));
    expect(await check(supplier, file)).toMatchObject({ valid: true, numberAlreadyUsedBy: null });
    const { invoice } = await deposit(supplier, file);
    const dryRun = await check(supplier, file);
    expect(dryRun).toMatchObject({ valid: false, numberAlreadyUsedBy: { id: invoice.id, number: 'F-13-B' } });
    expect(dryRun.faults.map(({ rule }) => rule)).toEqual(['PV-NUMBER-ALREADY-USED']);
  });

  it('answers the first receipt again under the same key, and refuses the key for another file', async () => {
    const idempotencyKey = 'lost-answer-1';
    const file = inline(ublSample({ number: 'F-14', serviceCode: 'RESTAURATION' }));
    const first = await deposit(supplier, file, { idempotencyKey });
    const again = await deposit(supplier, file, { idempotencyKey });
    expect(again).toMatchObject({ repeated: true, eventHash: first.eventHash });
    const other = inline(ublSample({ number: 'F-15', serviceCode: 'RESTAURATION' }));
    expect(await deposit(supplier, other, { idempotencyKey })).toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it.each([
    ['signed-out', undefined],
    ['not-allowed', fanny],
    ['not-allowed', claire],
    ['not-allowed', elise],
  ])('answers %s in its union to whoever may not', async (code, person) => {
    const client = person ? await ApiClient.signedInAs(person, test.url) : new ApiClient(test.url);
    const file = inline(ublSample({ number: 'F-16', serviceCode: 'RESTAURATION' }));
    expect(await deposit(client, file)).toMatchObject({ __typename: 'ActRefused', code });
  });

  it("does not take one supplier's invoice from another", async () => {
    const client = await ApiClient.signedInAs(gilles, test.url);
    const outcome = await deposit(client, inline(ublSample({ number: 'F-17', serviceCode: 'RESTAURATION' })));
    expect(outcome.__typename).toBe('InvoiceFaulty');
  });
});

describe('an upload', () => {
  it('is refused to strangers', async () => {
    expect((await new ApiClient(test.url).upload('a.xml', new Uint8Array([1]))).status).toBe(401);
  });

  it('needs a header of ours beside a cookie', async () => {
    const cookie = `parvis_session=${supplier.token}`;
    const browser = new ApiClient(test.url);
    const bare = await browser.upload('a.xml', new Uint8Array([1]), { cookie });
    expect([bare.status, await bare.json()]).toMatchObject([403, { code: 'request-header-missing' }]);
    const ours = await browser.upload('a.xml', new Uint8Array([1]), { cookie, 'x-parvis-request': '1' });
    expect(ours.status).toBe(201);
  });

  it('is refused from another site', async () => {
    const headers = {
      cookie: `parvis_session=${supplier.token}`,
      'x-parvis-request': '1',
      origin: 'https://elsewhere.example',
    };
    const response = await new ApiClient(test.url).upload('a.xml', new Uint8Array([1]), headers);
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'origin-refused' }]);
  });

  it('is refused when it is empty, too large, or not a form', async () => {
    const empty = await supplier.upload('a.xml', new Uint8Array());
    expect([empty.status, await empty.json()]).toMatchObject([400, { code: 'attachment-refused' }]);
    const large = await supplier.upload('a.xml', new Uint8Array(21 * 1024 * 1024));
    expect([large.status, await large.json()]).toMatchObject([413, { code: 'file-too-large' }]);
    const bare = await fetch(`${test.url}/documents/uploads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${supplier.token}`, 'content-type': 'application/xml' },
      body: '<Invoice/>',
    });
    expect([bare.status, await bare.json()]).toMatchObject([415, { code: 'multipart-expected' }]);
  });

  it('finds the limit while it streams, when nobody has told the length', async () => {
    const boundary = 'b0undary';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.xml"\r\n\r\n`;
    async function* body() {
      yield new TextEncoder().encode(head);
      for (let megabytes = 0; megabytes < 22; megabytes += 1) yield new Uint8Array(1024 * 1024);
      yield new TextEncoder().encode(`\r\n--${boundary}--\r\n`);
    }
    const request: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      duplex: 'half',
      headers: {
        authorization: `Bearer ${supplier.token}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      body: ReadableStream.from(body()),
    };
    const response = await fetch(`${test.url}/documents/uploads`, request);
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'file-too-large' }]);
  });

  it('without the field "file" says so', async () => {
    const form = new FormData();
    form.append('other', 'x');
    const response = await fetch(`${test.url}/documents/uploads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${supplier.token}` },
      body: form,
    });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'file-missing' }]);
  });
});
