import type { Stores, Work } from '../ports/work.js';
import type { AccountingConnector, BillThereNow, Unavailable } from './accounting-connector.js';
import { readDeliveryKey } from './delivery-key.js';
import type { AccountingConnection } from './delivery-ledger.js';
import { judgeBills } from './judge-bills.js';
import { type ReadBillsPorts, readBillsThere } from './read-bills-there.js';
import type { SentInvoice } from './reconciliation-store.js';

export interface CompareSidesPorts extends ReadBillsPorts {
  readonly work: Work;
}

export interface Sides {
  readonly connection: AccountingConnection;
  readonly billsThere: NonNullable<AccountingConnector['billsThere']>;
  readonly startedAt: Date;
}

/** What was found at first sight. Invoices are told by their identifiers. */
export interface FirstSight {
  readonly kind: 'compared';
  /** In both, one bill, same amount. */
  readonly same: number;
  /** To be looked at a second time, with the bills that a second reading finds under their keys. */
  readonly suspects: ReadonlyMap<string, readonly BillThereNow[]>;
}

/** What one reading remembers of an invoice that gave no reason to look again. */
type Seen = Map<string, 'same' | 'passed'>;

/**
 * Reads the books once, judges each page against what was sent, then walks through what was sent for what the books do
 * not hold. Whatever is not plainly right is read a second time, so that a bill that moved between two pages, or was
 * being typed at that moment, is not reported. Memory holds an identifier for each invoice, and the bills of suspects.
 */
export const compareSides = async (
  ports: CompareSidesPorts,
  sides: Sides,
): Promise<FirstSight | Unavailable> => {
  const seen: Seen = new Map();
  const suspects = new Set<string>();
  const stopped = await readBillsThere(ports, sides.billsThere, (bills) =>
    judgePage(ports, sides, bills, { seen, suspects }),
  );
  if (stopped) return stopped;
  await findMissing(ports, sides, { seen, suspects });
  const same = [...seen.values()].filter((verdict) => verdict === 'same').length;
  const found = new Map([...suspects].map((id) => [id, new Map<string, BillThereNow>()]));
  const stoppedAgain = suspects.size > 0 ? await readAgain(ports, sides, found) : undefined;
  if (stoppedAgain) return stoppedAgain;
  return {
    kind: 'compared',
    same,
    suspects: new Map([...found].map(([id, bills]) => [id, [...bills.values()]])),
  };
};

interface Sorted {
  readonly seen: Seen;
  readonly suspects: Set<string>;
}

const judgePage = async (
  { work }: CompareSidesPorts,
  { connection, startedAt }: Sides,
  bills: readonly BillThereNow[],
  { seen, suspects }: Sorted,
): Promise<void> => {
  const byInvoice = Map.groupBy(bills, invoiceOf);
  byInvoice.delete(undefined);
  if (byInvoice.size === 0) return;
  const ids = [...byInvoice.keys()].filter((id) => id !== undefined);
  const { sent, elsewhere } = await work.run((stores) => sentNow(stores, connection, ids));
  for (const id of ids) {
    if (elsewhere.has(id)) continue;
    const invoice = sent.get(id);
    const verdict = judgeBills(invoice, byInvoice.get(id) ?? [], startedAt);
    const isPlain = (verdict === 'same' && !invoice?.isGone) || verdict === 'moving';
    // A second page that speaks of it makes twins possible.
    if (!isPlain || seen.has(id) || suspects.has(id)) {
      seen.delete(id);
      suspects.add(id);
    } else seen.set(id, verdict === 'same' ? 'same' : 'passed');
  }
};

/** What our side says of these invoices. Bills that came over another connection are that one's to compare. */
export const sentNow = async (
  { reconciliations }: Pick<Stores, 'reconciliations'>,
  { recipientId, id }: AccountingConnection,
  invoiceIds: readonly string[],
): Promise<{
  readonly sent: ReadonlyMap<string, SentInvoice>;
  readonly elsewhere: ReadonlySet<string>;
}> => {
  const among = await reconciliations.sentAmong(recipientId, id, invoiceIds);
  const sent = new Map(among.map((invoice) => [invoice.invoiceId, invoice]));
  const unknown = invoiceIds.filter((invoiceId) => !sent.has(invoiceId));
  if (unknown.length === 0) return { sent, elsewhere: new Set() };
  return { sent, elsewhere: await reconciliations.sentElsewhere(recipientId, id, unknown) };
};

/** The invoice whose key a bill bears; undefined when it is of other origin. */
const invoiceOf = ({ key }: BillThereNow): string | undefined =>
  key === undefined ? undefined : readDeliveryKey(key)?.invoiceId;

const SENT_AT_ONCE = 1_000;

const findMissing = async (
  { work }: CompareSidesPorts,
  { connection, startedAt }: Sides,
  { seen, suspects }: Sorted,
): Promise<void> => {
  let after: string | undefined;
  do {
    const window = { limit: SENT_AT_ONCE, ...(after === undefined ? {} : { after }) };
    const page = await work.run(({ reconciliations }) =>
      reconciliations.sent(connection.recipientId, connection.id, window),
    );
    const isMissing = (invoice: SentInvoice): boolean =>
      !seen.has(invoice.invoiceId) && judgeBills(invoice, [], startedAt) === 'onlyHere';
    for (const { invoiceId } of page.invoices.filter(isMissing)) suspects.add(invoiceId);
    after = page.next;
  } while (after !== undefined);
};

/** Fills in the bills of suspects. By their identifiers there: one that slides onto the next page is one bill. */
const readAgain = (
  ports: CompareSidesPorts,
  { billsThere }: Sides,
  found: ReadonlyMap<string, Map<string, BillThereNow>>,
): Promise<Unavailable | undefined> =>
  readBillsThere(ports, billsThere, (bills) => {
    for (const bill of bills) found.get(invoiceOf(bill) ?? '')?.set(bill.reference.id, bill);
  });
