import type {
  DeliveryKey,
  EnvelopeFile,
  InvoiceEnvelope,
} from '@parvis/application/accounting/accounting-connector';
import { Decimal } from '@parvis/domain/amount/decimal';
import { plainBill } from '../../plain-bill.js';

/** Books as an accountant would keep them on paper: no network, no disk, nothing that can fail by itself. */
export interface PaperBill {
  readonly id: number;
  /** Empty on a bill typed in by hand. */
  readonly key: string;
  readonly supplier: string;
  readonly reference: string;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly lines: number;
  readonly state: string;
  readonly number?: string;
  /** SHA-256 of each. */
  readonly files: readonly string[];
}

export interface PaperChange {
  readonly sequence: number;
  readonly billId: number;
  readonly key: string;
  readonly number?: string;
  readonly word: string;
  readonly at: string;
  readonly reason?: string;
}

export interface PaperOrder {
  readonly number: string;
  readonly siret: string;
}

export const CLOSED_UNTIL = '2020-12-31';

export const makePaperBooks = () => {
  const bills = new Map<number, PaperBill>();
  const suppliers: string[] = [];
  const changes: PaperChange[] = [];
  const orders: PaperOrder[] = [];
  let lastId = 0;

  const write = (bill: Omit<PaperBill, 'id' | 'state' | 'files'>): PaperBill => {
    lastId += 1;
    const written = { ...bill, id: lastId, state: 'draft', files: [] };
    bills.set(written.id, written);
    return written;
  };
  const change = (id: number, changed: Partial<PaperBill>): PaperBill | undefined => {
    const bill = bills.get(id);
    if (bill) bills.set(id, { ...bill, ...changed });
    return bills.get(id);
  };
  const act = (
    id: number,
    word: string,
    { state = word, reason }: { state?: string; reason?: string } = {},
  ) => {
    const numbered = word === 'posted' ? { number: `P-${id}` } : {};
    const bill = change(id, { state, ...numbered });
    if (!bill) throw new Error(`there is no bill ${id}`);
    changes.push({
      sequence: changes.length + 1,
      billId: id,
      key: bill.key,
      ...(bill.number ? { number: bill.number } : {}),
      word,
      at: new Date().toISOString(),
      ...(reason ? { reason } : {}),
    });
  };

  return {
    suppliers,
    orders,
    act,
    write,
    bills: () => [...bills.values()],
    find: (id: number) => bills.get(id),
    enter: (envelope: InvoiceEnvelope, key: DeliveryKey): PaperBill => {
      const { invoice } = envelope;
      const supplier = supplierCode(envelope);
      if (!suppliers.includes(supplier)) suppliers.push(supplier);
      return write({ key, supplier, reference: invoice.number ?? '', ...totalsOf(envelope) });
    },
    remove: (id: number) => {
      if (bills.get(id)?.state === 'draft') bills.delete(id);
    },
    /** Takes a file once, whoever brings it again. */
    file: (id: number, { sha256 }: EnvelopeFile) => {
      change(id, { files: [...new Set([...(bills.get(id)?.files ?? []), sha256])] });
    },
    fileAgain: (id: number, { sha256 }: EnvelopeFile) => {
      change(id, { files: [...(bills.get(id)?.files ?? []), sha256] });
    },
    changesAfter: (sequence: number, limit: number) => changes.slice(sequence, sequence + limit),
  };
};

export type PaperBooks = ReturnType<typeof makePaperBooks>;

export const supplierCode = ({ supplier }: InvoiceEnvelope): string =>
  supplier.siret ?? supplier.otherIdentifier.value;

/** What the lines and the VAT make, not what the invoice says they make. */
const totalsOf = ({ invoice }: InvoiceEnvelope) => {
  const { isCreditNote, lines, vat } = plainBill(invoice, 10);
  const signed = (sum: Decimal) => (isCreditNote ? sum.negated() : sum).rounded();
  const net = signed(Decimal.sum(lines.map((line) => line.net)));
  const tax = signed(Decimal.sum(vat.map(({ amount }) => amount)));
  return { net: `${net}`, vat: `${tax}`, gross: `${net.plus(tax).rounded()}`, lines: lines.length };
};
