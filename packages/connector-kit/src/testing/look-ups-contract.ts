import type {
  BillThereNow,
  DeliveryKey,
  EngagementThere,
  Unavailable,
} from '@parvis/application/accounting/accounting-connector';
import { describe, expect, it } from 'vitest';
import type { ConnectorFeatures } from './connector-features.js';
import { type ConnectorHarness, played } from './connector-harness.js';
import { aDelivery, aNewSupplier } from './contract-envelope.js';
import { creditNote } from './delivered-contents.js';

const MOST_PAGES = 2_000;

type Paged<Row> = (
  after: string | null,
) => Promise<
  { readonly kind: 'page'; readonly rows: readonly Row[]; readonly next: string | null } | Unavailable
>;

const readAll = async <Row>(read: Paged<Row>): Promise<{ rows: Row[]; pages: number }> => {
  const rows: Row[] = [];
  let after: string | null = null;
  for (let pages = 1; pages <= MOST_PAGES; pages += 1) {
    const page = await read(after);
    if (page.kind !== 'page') throw new Error(`no page: ${page.message.en}`);
    rows.push(...page.rows);
    if (page.next === null) return { rows, pages };
    after = page.next;
  }
  throw new Error('the pages never end');
};

/** What else can be asked of the books. */
export const describeLookUps = (harness: () => ConnectorHarness, features: ConnectorFeatures): void => {
  if (features.billsThere) describe('comparing', () => describeBillsThere(harness, features));
  if (features.engagements) describe('reading orders', () => describeEngagements(harness));
};

const describeBillsThere = (harness: () => ConnectorHarness, features: ConnectorFeatures): void => {
  const billsThere = async (pageSize = 500) => {
    const connector = harness().open({ pageSize });
    return readAll<BillThereNow>(async (after) => {
      const page = await played(connector.billsThere, 'billsThere')(after);
      return page.kind === 'page' ? { kind: 'page', rows: page.bills, next: page.next } : page;
    });
  };

  it('tells every bill of ours once, across pages, to the cent', async () => {
    const { open } = harness();
    const contents = [{}, {}, {}, {}, {}, features.creditNotes ? creditNote.invoice : {}];
    const deliveries = contents.map((invoice) => aDelivery(invoice));
    for (const { envelope, key } of deliveries) await open().deliver(envelope, key);
    const all = await billsThere();
    const { rows, pages } = await billsThere(Math.ceil(all.rows.length / 4));
    expect(pages).toBeGreaterThan(1);
    expect(rows.length).toBe(all.rows.length);
    const ours = new Set<DeliveryKey>(deliveries.map(({ key }) => key));
    const told = rows.filter(({ key }) => key && ours.has(key));
    expect(told.map(({ key }) => key).toSorted()).toEqual([...ours].toSorted());
    for (const { envelope, key } of deliveries) {
      const bill = told.find((row) => row.key === key);
      const sign = envelope.invoice.typeCode === '381' ? -1 : 1;
      expect(bill).toMatchObject({ invoiceNumber: envelope.invoice.number, cancelled: false });
      expect(Number(bill?.gross)).toBe(sign * 120);
      expect(bill?.gross).toMatch(/^-?\d+\.\d\d$/);
    }
  });

  if (features.statuses?.refusals && features.billsThere === true) {
    it('tells of a bill that was turned down that it is cancelled', async () => {
      const { accountant, open } = harness();
      const { envelope, key } = aDelivery();
      const delivered = await open().deliver(envelope, key);
      const billId = 'reference' in delivered ? delivered.reference.id : '';
      await played(accountant.cancel, 'accountant.cancel')(billId, 'Doublon');
      const { rows } = await billsThere();
      expect(rows.filter((row) => row.key === key)).toMatchObject([
        { reference: { id: billId }, cancelled: true },
      ]);
    });
  }

  it('is unavailable where nothing answers', async () => {
    const connector = harness().openToNowhere();
    expect(await played(connector.billsThere, 'billsThere')(null)).toMatchObject({ kind: 'unavailable' });
  });
};

const describeEngagements = (harness: () => ConnectorHarness): void => {
  it('tells an order that was placed there once, with its supplier', async () => {
    const { accountant, open } = harness();
    const supplier = aNewSupplier();
    const placeOrder = played(accountant.placeOrder, 'accountant.placeOrder');
    const number = await placeOrder({ siret: supplier.siret, supplierName: supplier.name });
    const connector = open({ pageSize: 5 });
    const { rows } = await readAll<EngagementThere>(async (after) => {
      const page = await played(connector.engagements, 'engagements')(after);
      return page.kind === 'page' ? { kind: 'page', rows: page.engagements, next: page.next } : page;
    });
    expect(rows.filter((row) => row.number === number)).toMatchObject([
      { number, supplierSiret: supplier.siret, closed: false },
    ]);
  });
};
