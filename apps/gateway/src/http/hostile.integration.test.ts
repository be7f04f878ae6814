import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { deflateSync } from 'node:zlib';
import { alice, bruno, claire, stationer } from '@parvis/application/testing/cast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { depositInvoice, routeInvoice } from '../testing/arrange.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { ublSample } from '../testing/ubl-sample.js';

let test: TestGateway;
let supplier: ApiClient;
let agent: ApiClient;
let manager: ApiClient;
let invoiceId: string;
beforeAll(async () => {
  test = await startTestGateway();
  supplier = await ApiClient.signedInAs(alice, test.url);
  agent = await ApiClient.signedInAs(claire, test.url);
  manager = await ApiClient.signedInAs(bruno, test.url);
  invoiceId = await depositInvoice(supplier, 'H-1');
  await routeInvoice(test, invoiceId);
});
afterAll(() => test.close());

describe('a stranger', () => {
  it('is refused an upload before a byte of the file has come', async () => {
    const socket = connect(test.gateway.port, 'localhost');
    socket.write(
      [
        'POST /documents/uploads HTTP/1.1',
        'Host: localhost',
        'Content-Type: multipart/form-data; boundary=x',
        'Content-Length: 20000000',
        '\r\n',
      ].join('\r\n'),
    );
    const [answer] = await once(socket, 'data');
    socket.destroy();
    expect(String(answer)).toMatch(/^HTTP\/1\.1 401 /);
    const stored = await test.persistence.dataSource.query('SELECT 1 FROM upload');
    expect(stored).toEqual([]);
  });
});

/** A PDF with this embedded, packed: repetitions pack a thousandfold. */
const pdfWith = (embedded: Uint8Array): Uint8Array => {
  const packed = deflateSync(embedded, { level: 9 });
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /AF [3 0 R] /Names << /EmbeddedFiles << /Names [(factur-x.xml) 3 0 R] >> >> >>',
    '<< /Type /Pages /Kids [] /Count 0 >>',
    '<< /Type /Filespec /F (factur-x.xml) /UF (factur-x.xml) /AFRelationship /Data /EF << /F 4 0 R >> >>',
  ];
  const head = objects.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`).join('');
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n${head}4 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n'),
  ]);
};

const faultsOf = async (pdf: Uint8Array): Promise<readonly { readonly rule: string }[]> => {
  const response = await supplier.upload('facture.pdf', pdf);
  const { uploadId } = (await response.json()) as { uploadId: string };
  const { data, errors } = await supplier.ask<{ checkInvoice: { faults: { rule: string }[] } }>(
    'mutation ($input: InvoiceFileInput!) { checkInvoice(input: $input) { ... on InvoiceCheck { faults { rule } } } }',
    { input: { uploadId, fileName: 'facture.pdf' } },
  );
  expect(errors).toEqual([]);
  return data.checkInvoice.faults;
};

describe('a file made to fill the memory', () => {
  it('is not unpacked, and the gateway goes on', async () => {
    const bomb = pdfWith(Buffer.alloc(200 * 1024 * 1024, '<a>'));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await faultsOf(bomb)).toMatchObject([{ rule: 'PV-READ-PDF-BROKEN' }]);
    // The same PDF around something small is opened.
    const opened = await faultsOf(pdfWith(Buffer.from('<a/>')));
    expect(opened.map(({ rule }) => rule)).not.toContain('PV-READ-PDF-BROKEN');
  });
});

const RETRY = `mutation ($input: RetryDeliveryInput!) { retryDelivery(input: $input) { __typename } }`;
const DEPOSIT = `mutation ($input: DepositInvoiceInput!) { depositInvoice(input: $input) { ... on ActRefused { code } } }`;
const CHECK = `mutation ($input: InvoiceFileInput!) { checkInvoice(input: $input) { ... on ActRefused { code } } }`;
const PROBE = 'mutation ($id: ID!) { checkAccountingConnection(id: $id) { fine } }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInRefused { code } } }';
const SUSPEND = `mutation ($input: ActWithReasonInput!) { suspendInvoice(input: $input) { __typename } }`;
const LIST = `query ($filter: InvoiceFilter) { invoices(side: PUBLIC_ENTITY, filter: $filter) { edges { cursor } countByStatus { count } } }`;
const SEARCH = 'query ($search: String!) { directory(search: $search) { edges { node { siret } } } }';

const file = () => ({
  fileName: 'h.xml',
  contentBase64: Buffer.from(ublSample({ number: 'H-2', serviceCode: 'RESTAURATION' })).toString('base64'),
});

const ROTATE_KEY = `mutation ($id: ID!) {
  rotateTechnicalKey(input: { keyId: $id }) { ... on ActRefused { code } }
}`;
const CHANGE_TOWN = `mutation ($text: String!) {
  changeOrganisation(input: {
    structureId: "${stationer.structureId}", name: "${stationer.name}", country: "FR", town: $text
  }) { __typename }
}`;
const CLOSE_PROGRAM = `mutation ($id: ID!) {
  closeTechnicalAccount(accountId: $id) { ... on ActRefused { code } }
}`;
const RESETS = 'query ($id: ID!) { factorResets(structureId: $id) { id } }';
const STOP_RESET = 'mutation ($id: ID!) { stopFactorReset(input: { resetId: $id }) { __typename } }';
const CLAIMS = 'query ($id: ID!) { ownershipClaims(structureId: $id) { id } }';

describe('what no client of ours would send', () => {
  const odd = "'; DROP TABLE invoice; --";
  it.each<[string, () => ApiClient, string, () => object]>([
    ['an upload nobody made', () => supplier, CHECK, () => ({ input: { uploadId: odd, fileName: 'a.xml' } })],
    [
      'an attachment nobody made',
      () => supplier,
      DEPOSIT,
      () => ({ input: { file: file(), attachmentUploadIds: [odd] } }),
    ],
    ['a connection nobody has', () => agent, PROBE, () => ({ id: odd })],
    [
      'a delivery over no connection',
      () => agent,
      RETRY,
      () => ({ input: { invoiceId, connectionId: odd } }),
    ],
    ['a key nobody made', () => manager, ROTATE_KEY, () => ({ id: odd })],
    ['half a character in what a history keeps', () => manager, CHANGE_TOWN, () => ({ text: '\ud800' })],
    ['a program nobody made', () => manager, CLOSE_PROGRAM, () => ({ id: odd })],
    ['resets in no structure', () => agent, RESETS, () => ({ id: odd })],
    ['a reset nobody asked for', () => agent, STOP_RESET, () => ({ id: odd })],
    ['claims to no structure', () => agent, CLAIMS, () => ({ id: odd })],
    [
      'an address longer than any',
      () => new ApiClient(test.url),
      SIGN_IN,
      // Random: PostgreSQL packs what repeats itself, and an index holds a third of a page.
      () => ({ input: { email: `${randomBytes(9000).toString('hex')}@exemple.invalid`, password: 'x' } }),
    ],
    ['a structure nobody is in', () => agent, LIST, () => ({ filter: { structureId: odd } })],
    ['a search with wildcards', () => agent, SEARCH, () => ({ search: `%_\\${odd}` })],
    ['a null character in a filter', () => agent, LIST, () => ({ filter: { text: 'a\0b' } })],
    ['a null character in a search', () => agent, SEARCH, () => ({ search: '\0' })],
    [
      'a null character in an address',
      () => new ApiClient(test.url),
      SIGN_IN,
      () => ({ input: { email: 'a\0@b', password: 'x' } }),
    ],
    [
      'a null character in a comment',
      () => agent,
      SUSPEND,
      () => ({ input: { invoiceId, reasonCode: 'JUSTIF_ABS', comment: '\0' } }),
    ],
  ])('is answered, never by a failure of ours: %s', async (_, client, query, variables) => {
    const response = await fetch(`${test.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(client().token === undefined ? {} : { authorization: `Bearer ${client().token}` }),
      },
      body: JSON.stringify({ query, variables: variables() }),
    });
    const text = await response.text();
    expect(text).not.toMatch(/INTERNAL_SERVER_ERROR|"code":"internal"/);
    expect(text).not.toMatch(/select|insert|relation|syntax for type|byte sequence/i);
    expect(text).not.toMatch(/GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT/);
    expect(response.status).toBeLessThan(500);
  });

  it('is told that JSON comes in UTF-8: another encoding would hide null characters', async () => {
    const body = JSON.stringify({ query: SIGN_IN, variables: { input: { email: 'a\0@b', password: 'x' } } });
    const response = await fetch(`${test.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-16le' },
      body: Buffer.from(body, 'utf16le'),
    });
    expect(await response.json()).toMatchObject({ code: 'body-not-json' });
  });

  it('is told that an address which is no text does not exist', async () => {
    const response = await supplier.get('/documents/%E0%A4%A/original');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'address-unknown' });
  });

  it('is sent back from a provider whatever its cookie holds', async () => {
    const cookie = 'parvis_openid=state.%E0%A4%A';
    const response = await new ApiClient(test.url).get('/auth/openid/nobody/callback?state=x', { cookie });
    expect(response.headers.get('location')).toBe('/fournisseur/#connexion=echec');
  });
});
