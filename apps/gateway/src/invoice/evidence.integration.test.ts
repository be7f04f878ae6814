import { createHash } from 'node:crypto';
import { alice, claire } from '@parvis/application/testing/cast';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { routeInvoice } from '../testing/arrange.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { ublSample } from '../testing/ubl-sample.js';

const DEPOSIT = `mutation ($input: DepositInvoiceInput!) {
  depositInvoice(input: $input) { ... on DepositReceipt { eventHash documentSha256 invoice { id originalUrl } } }
}`;
const SUSPEND = `mutation ($input: ActWithReasonInput!) {
  suspendInvoice(input: $input) { ... on InvoiceActedOn { invoice { status } } }
}`;
const HISTORY = `query ($id: ID!) { invoice(id: $id) {
  timeline { sequence to actorName comment occurredAt previousHash hashedText hash }
} }`;

interface Receipt {
  readonly eventHash: string;
  readonly documentSha256: string;
  readonly invoice: { readonly id: string; readonly originalUrl: string };
}

interface Entry {
  readonly comment: string | null;
  readonly actorName: string;
  readonly occurredAt: string;
  readonly previousHash: string;
  readonly hashedText: string;
  readonly hash: string;
}

let test: TestGateway;
let supplier: ApiClient;
let receipt: Receipt;
beforeAll(async () => {
  test = await startTestGateway();
  supplier = await ApiClient.signedInAs(alice, test.url);
});
afterAll(() => test.close());

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
const bytesOf = (number: string) => ublSample({ number, serviceCode: 'RESTAURATION' });

let count = 0;
beforeEach(async () => {
  count += 1;
  const number = `E-${count}`;
  const file = { fileName: 'e.xml', contentBase64: Buffer.from(bytesOf(number)).toString('base64') };
  const { data } = await supplier.ask<{ depositInvoice: Receipt }>(DEPOSIT, { input: { file } });
  receipt = data.depositInvoice;
  await routeInvoice(test, receipt.invoice.id);
  const agent = await ApiClient.signedInAs(claire, test.url);
  const act = {
    invoiceId: receipt.invoice.id,
    reasonCode: 'JUSTIF_ABS',
    comment: 'Bon de livraison « été »',
  };
  await agent.ask(SUSPEND, { input: act });
});

const timeline = async (): Promise<readonly Entry[]> => {
  const { data } = await supplier.ask<{ invoice: { timeline: readonly Entry[] } }>(HISTORY, {
    id: receipt.invoice.id,
  });
  return data.invoice.timeline;
};

/** What a supplier's program recomputes from the API alone. */
const recomputed = ({ previousHash, hashedText }: Entry): string => sha256(`${previousHash}\n${hashedText}`);

describe('the history that the API shows', () => {
  it('can be recomputed by whoever holds the receipt, from the first entry to the last', async () => {
    const entries = await timeline();
    expect(entries).toHaveLength(3);
    expect(entries[0]?.previousHash).toBe(sha256(`parvis history ${receipt.invoice.id}`));
    expect(entries[0]?.hash).toBe(receipt.eventHash);
    for (const [index, entry] of entries.entries()) {
      expect(recomputed(entry)).toBe(entry.hash);
      if (index > 0) expect(entry.previousHash).toBe(entries[index - 1]?.hash);
      const said = JSON.parse(entry.hashedText);
      expect([said[5][2], said[6], said[9]]).toEqual([entry.actorName, entry.occurredAt, entry.comment]);
    }
  });

  it('proves the very bytes that were sent', async () => {
    const original = await (await supplier.get(receipt.invoice.originalUrl)).arrayBuffer();
    expect(sha256(new Uint8Array(original))).toBe(receipt.documentSha256);
    expect(Buffer.from(original).equals(bytesOf(`E-${count}`))).toBe(true);
  });

  it('gives away whoever altered an entry in the database', async () => {
    await test.persistence.dataSource.transaction(async (manager) => {
      await manager.query('ALTER TABLE life_cycle_event DISABLE TRIGGER USER');
      await manager.query("UPDATE life_cycle_event SET comment = 'Rien' WHERE sequence = 3");
      await manager.query('ALTER TABLE life_cycle_event ENABLE TRIGGER USER');
    });
    const entries = await timeline();
    expect(entries.map((entry) => recomputed(entry) === entry.hash)).toEqual([true, true, false]);
  });
});
