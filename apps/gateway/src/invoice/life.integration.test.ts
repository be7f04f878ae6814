import { alice, claire, denis, elise, gilles } from '@parvis/application/testing/cast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { depositInvoice, routeInvoice } from '../testing/arrange.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

const VIEW = `query ($id: ID!) {
  invoice(id: $id) {
    number status officialStatus officialNumber sequence availableActions serviceName
    clock { days elapsedDays running late }
    supplier { name siret } recipient { name siret }
    timeline { sequence to actorKind actorName reasonCode reasonLabel comment documents { fileName } }
    documents { kind fileName url }
    content { sellerSiret buyerSiret iban lineCount lines { name quantity netAmount } vatBreakdown { rate taxAmount } }
    pdfUrl readableUrl originalUrl
    deliveries { state }
  }
}`;
const OUTCOME = `{
  __typename
  ... on InvoiceActedOn { invoice { status sequence availableActions timeline { sequence } } }
  ... on ActRefused { code message nextStep availableActions }
}`;
const act = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) ${OUTCOME} }`;

interface Invoice {
  readonly status: string;
  readonly timeline: readonly object[];
  readonly documents: readonly { readonly url: string }[];
}
interface Outcome {
  readonly __typename: string;
  readonly invoice: Invoice;
}

let test: TestGateway;
let supplier: ApiClient;
let hospitalAgent: ApiClient;
beforeAll(async () => {
  test = await startTestGateway();
  supplier = await ApiClient.signedInAs(alice, test.url);
  hospitalAgent = await ApiClient.signedInAs(claire, test.url);
});
afterAll(() => test.close());

const madeAvailable = async (number: string): Promise<string> => {
  const id = await depositInvoice(supplier, number);
  await routeInvoice(test, id);
  return id;
};
const view = async (client: ApiClient, id: string): Promise<Invoice | null> =>
  (await client.ask<{ invoice: Invoice | null }>(VIEW, { id })).data.invoice;
const run = async (
  client: ApiClient,
  name: string,
  type: string,
  input: object,
): Promise<Outcome | undefined> =>
  Object.values((await client.ask<Record<string, Outcome>>(act(name, type), { input })).data)[0];

describe('an invoice made available', () => {
  it('shows itself to its recipient with what may be done', async () => {
    const id = await madeAvailable('V-1');
    expect(await view(hospitalAgent, id)).toMatchObject({
      number: 'V-1',
      status: 'MADE_AVAILABLE',
      officialStatus: 'MISE_A_DISPOSITION',
      officialNumber: 203,
      availableActions: ['TAKE_IN_CHARGE', 'SUSPEND', 'REFUSE', 'APPROVE'],
      serviceName: 'Restauration',
      clock: { days: 50, elapsedDays: 0, running: true, late: false },
      supplier: { name: 'Papeterie du Bocage', siret: '00000012500013' },
      timeline: [
        { to: 'DEPOSITED', actorName: alice.name },
        { to: 'MADE_AVAILABLE', actorKind: 'PLATFORM' },
      ],
      content: {
        sellerSiret: '00000012500013',
        buyerSiret: '00000210500013',
        lineCount: 1,
        lines: [{ name: 'Ramette de papier', quantity: '10', netAmount: '100.00' }],
      },
      pdfUrl: null,
    });
  });

  it('offers its supplier and a reader nothing to do', async () => {
    const id = await madeAvailable('V-2');
    const reader = await ApiClient.signedInAs(denis, test.url);
    expect(await view(supplier, id)).toMatchObject({ availableActions: [], deliveries: [] });
    expect(await view(reader, id)).toMatchObject({ availableActions: [] });
  });

  it('does not exist for another supplier, another entity, or a stranger', async () => {
    const id = await madeAvailable('V-3');
    for (const person of [gilles, elise]) {
      expect(await view(await ApiClient.signedInAs(person, test.url), id)).toBeNull();
    }
    const { errors } = await new ApiClient(test.url).ask(VIEW, { id });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED', refusal: 'signed-out' } }]);
  });

  it('is null for an identifier that nobody made', async () => {
    expect(await view(hospitalAgent, 'nonsense')).toBeNull();
  });
});

describe('an act', () => {
  it('goes from suspension to the supplier’s answer to the service done', async () => {
    const id = await madeAvailable('A-1');
    const suspended = await run(hospitalAgent, 'suspendInvoice', 'ActWithReasonInput', {
      invoiceId: id,
      reasonCode: 'JUSTIF_ABS',
      comment: 'Bon de livraison',
    });
    expect(suspended).toMatchObject({ invoice: { status: 'SUSPENDED', sequence: 3 } });
    expect(suspended?.invoice.timeline).toHaveLength(3);

    const upload = await supplier.upload('bon.pdf', new TextEncoder().encode('%PDF-1.7 bon'));
    const { uploadId } = (await upload.json()) as { uploadId: string };
    const completed = await run(supplier, 'completeInvoice', 'CompleteInvoiceInput', {
      invoiceId: id,
      comment: 'Voici',
      attachmentUploadIds: [uploadId],
    });
    expect(completed).toMatchObject({ invoice: { status: 'COMPLETED' } });

    const approved = await run(hospitalAgent, 'approveInvoice', 'ActOnInvoiceInput', { invoiceId: id });
    expect(approved).toMatchObject({ invoice: { status: 'SERVICE_CONFIRMED' } });

    const seen = await view(supplier, id);
    expect(seen?.timeline.slice(2)).toMatchObject([
      {
        to: 'SUSPENDED',
        reasonCode: 'JUSTIF_ABS',
        reasonLabel: expect.stringContaining('Pièce'),
        comment: 'Bon de livraison',
      },
      { to: 'COMPLETED', actorName: alice.name, documents: [{ fileName: 'bon.pdf' }] },
      { to: 'SERVICE_CONFIRMED', actorName: claire.name },
    ]);
  });

  it('that is closed names what is open instead', async () => {
    const id = await madeAvailable('A-2');
    await run(hospitalAgent, 'approveInvoice', 'ActOnInvoiceInput', { invoiceId: id });
    const again = await run(hospitalAgent, 'takeInvoiceInCharge', 'ActOnInvoiceInput', { invoiceId: id });
    expect(again).toMatchObject({
      __typename: 'ActRefused',
      code: 'action-closed',
      message: expect.stringContaining('Service fait'),
      availableActions: ['SUSPEND', 'REFUSE'],
    });
  });

  it('on an invoice that has changed meanwhile is refused', async () => {
    const id = await madeAvailable('A-3');
    const input = { invoiceId: id, expectedSequence: 2 };
    await run(hospitalAgent, 'takeInvoiceInCharge', 'ActOnInvoiceInput', input);
    expect(await run(hospitalAgent, 'approveInvoice', 'ActOnInvoiceInput', input)).toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  it('without the right, the reason or the invoice is refused by its code', async () => {
    const id = await madeAvailable('A-4');
    const reader = await ApiClient.signedInAs(denis, test.url);
    const other = await ApiClient.signedInAs(elise, test.url);
    const suspend = (client: ApiClient, invoiceId: string, reasonCode: string) =>
      run(client, 'suspendInvoice', 'ActWithReasonInput', { invoiceId, reasonCode });
    expect(await suspend(reader, id, 'JUSTIF_ABS')).toMatchObject({ code: 'not-allowed' });
    expect(await suspend(supplier, id, 'JUSTIF_ABS')).toMatchObject({ code: 'not-allowed' });
    expect(await suspend(hospitalAgent, id, 'DOUBLON')).toMatchObject({ code: 'reason-unknown' });
    expect(await suspend(other, id, 'JUSTIF_ABS')).toMatchObject({ code: 'invoice-not-found' });
    expect(await suspend(hospitalAgent, 'nonsense', 'JUSTIF_ABS')).toMatchObject({
      code: 'invoice-not-found',
    });
  });

  it('offers its reasons in both languages', async () => {
    const { data } = await hospitalAgent.ask<Record<string, { code: string; label: string }[]>>(
      '{ fr: reasons(action: REFUSE) { code label } en: reasons(action: REFUSE, language: EN) { code label } none: reasons(action: APPROVE) { code } }',
    );
    expect(data.fr?.map(({ code }) => code)).toEqual(data.en?.map(({ code }) => code));
    expect(data.fr?.[0]?.label).not.toBe(data.en?.[0]?.label);
    expect(data.none).toEqual([]);
  });
});

describe('a document', () => {
  it('of the original comes as it was sent, for download only, and runs nothing', async () => {
    const id = await madeAvailable('D-1');
    const response = await hospitalAgent.get(`/documents/${id}/original`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<cbc:ID>D-1</cbc:ID>');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-disposition': `attachment; filename="D-1.xml"; filename*=UTF-8''D-1.xml`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'cache-control': 'private, no-cache',
    });
  });

  it('for reading is a page in the language asked for, that runs nothing', async () => {
    const id = await madeAvailable('D-5');
    const french = await supplier.get(`/documents/${id}/readable?lang=fr`);
    const english = await supplier.get(`/documents/${id}/readable?lang=en`);
    expect(french.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(french.headers.get('content-disposition')).toMatch(/^inline; /);
    expect(french.headers.get('content-security-policy')).toMatch(/^sandbox; /);
    expect(await french.text()).toContain('<html lang="fr">');
    expect(await english.text()).toContain('<html lang="en">');
  });

  it('is not sent again when the client has it', async () => {
    const id = await madeAvailable('D-2');
    const first = await hospitalAgent.get(`/documents/${id}/original`);
    const etag = first.headers.get('etag') ?? '';
    const second = await hospitalAgent.get(`/documents/${id}/original`, {
      'if-none-match': etag,
      // Else fetch asks for a fresh copy by itself.
      'cache-control': 'max-age=0',
    });
    expect([second.status, await second.text()]).toEqual([304, '']);
  });

  it('shows a PDF in place only when it is one', async () => {
    const id = await madeAvailable('D-3');
    await run(hospitalAgent, 'suspendInvoice', 'ActWithReasonInput', {
      invoiceId: id,
      reasonCode: 'JUSTIF_ABS',
    });
    const uploadIds: string[] = [];
    for (const content of ['%PDF-1.7 really', '<script>alert(1)</script>']) {
      const form = new FormData();
      form.append('file', new Blob([content], { type: 'application/pdf' }), 'pièce n°1.pdf');
      const response = await fetch(`${test.url}/documents/uploads`, {
        method: 'POST',
        headers: { authorization: `Bearer ${supplier.token}` },
        body: form,
      });
      uploadIds.push(((await response.json()) as { uploadId: string }).uploadId);
    }
    const [real, fake] = uploadIds;
    await run(supplier, 'completeInvoice', 'CompleteInvoiceInput', {
      invoiceId: id,
      attachmentUploadIds: [real],
    });
    const refused = await run(supplier, 'completeInvoice', 'CompleteInvoiceInput', {
      invoiceId: id,
      attachmentUploadIds: [fake],
    });
    expect(refused?.__typename).toBe('ActRefused');
    const url = (await view(hospitalAgent, id))?.documents[1]?.url ?? '';
    const shown = await hospitalAgent.get(url);
    expect(shown.headers.get('content-type')).toBe('application/pdf');
    expect(shown.headers.get('content-disposition')).toBe(
      `inline; filename="pi_ce n_1.pdf"; filename*=UTF-8''pi%C3%A8ce%20n%C2%B01.pdf`,
    );
  });

  it('does not exist for others, and a stranger is asked to sign in', async () => {
    const id = await madeAvailable('D-4');
    const other = await ApiClient.signedInAs(elise, test.url);
    for (const path of ['original', 'readable', 'attachments/01900000-0000-7000-8000-000000000001']) {
      expect((await other.get(`/documents/${id}/${path}`)).status).toBe(404);
      expect((await new ApiClient(test.url).get(`/documents/${id}/${path}`)).status).toBe(401);
    }
    expect((await hospitalAgent.get(`/documents/${id}/attachments/nonsense`)).status).toBe(404);
  });
});
