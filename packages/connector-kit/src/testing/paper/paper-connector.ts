import type {
  AccountingConnector,
  DeliveryKey,
  ReceivedStatus,
} from '@parvis/application/accounting/accounting-connector';
import type { MarkPoint } from '@parvis/application/ports/platform';
import { Decimal } from '@parvis/domain/amount/decimal';
import { say } from '@parvis/domain/display/language';
import type { Action } from '@parvis/domain/life-cycle/transitions';
import { billPreview } from '../../bill-preview.js';
import { checkUp } from '../../check-up.js';
import { type BillBook, type BillThere, deliverOnce } from '../../deliver-once.js';
import { asOutcome, asUnavailable, Refused } from '../../failures.js';
import { differencesFrom, plainBill, signedTotals } from '../../plain-bill.js';
import {
  CLOSED_UNTIL,
  type PaperBill,
  type PaperBooks,
  type PaperChange,
  supplierCode,
} from './paper-books.js';
import type { PaperLink } from './paper-link.js';

export interface PaperParts {
  readonly books: PaperBooks;
  readonly link: PaperLink;
  readonly mark: MarkPoint;
  readonly pageSize: number;
}

/** The book of the paper books: what `deliverOnce` asks for. */
export const paperBook = ({ books, link }: PaperParts): BillBook => ({
  findByKey: (key) =>
    link('any', () =>
      books
        .bills()
        .filter((bill) => bill.key === key)
        .map(toBillThere),
    ),
  findOthers: (envelope, key) =>
    link('any', () =>
      books
        .bills()
        .filter(
          (bill) => bill.supplier === supplierCode(envelope) && bill.reference === envelope.invoice.number,
        )
        .filter((bill) => bill.key !== key && bill.state !== 'cancelled')
        .map((bill) => ({ ...toBillThere(bill), ours: isSameInvoice(bill.key, key) })),
    ),
  create: (envelope, key) =>
    link('create', () => {
      if ((envelope.invoice.issueDate ?? '') <= CLOSED_UNTIL) {
        throw new Refused('validation-refused', say('La période est close.', 'The period is closed.'));
      }
      return toBillThere(books.enter(envelope, key));
    }),
  remove: ({ reference }) => link('any', () => books.remove(Number(reference.id))),
  differences: ({ invoice }, { reference }) =>
    link('any', () => books.find(Number(reference.id))).then((bill) =>
      differencesFrom(signedTotals(plainBill(invoice, 10)), {
        net: Decimal.of(bill?.net ?? '0'),
        vat: Decimal.of(bill?.vat ?? '0'),
        gross: Decimal.of(bill?.gross ?? '0'),
      }),
    ),
  attach: async ({ reference }, files) => {
    for (const file of files) await link('any', () => books.file(Number(reference.id), file));
  },
});

export const paperConnector = (parts: PaperParts, book: BillBook = paperBook(parts)): AccountingConnector => {
  const { books, link, mark, pageSize } = parts;
  return {
    system: 'paper',
    check: () =>
      checkUp(
        [
          {
            subject: 'books',
            label: say('Les livres', 'The books'),
            look: () => link('any', () => say('Ils sont là.', 'They are there.')),
          },
        ],
        () => '1',
      ),
    deliver: (envelope, key) => deliverOnce(book, { envelope, key }, mark),
    preview: (envelope) =>
      asOutcome(async () => {
        const known = await link('any', () => books.suppliers.includes(supplierCode(envelope)));
        const bill = billPreview(envelope, plainBill(envelope.invoice, 10), {
          there: known ? 'found' : 'made',
        });
        return { kind: 'preview' as const, bill };
      }),
    statusesAfter: (cursor) =>
      asUnavailable(async () => {
        const after = placeOf(cursor);
        const changes = await link('news', () => books.changesAfter(after, pageSize));
        return {
          kind: 'page' as const,
          statuses: changes.map(decodePaperChange),
          next: String(after + changes.length),
          more: changes.length === pageSize,
        };
      }),
    billsThere: (after) =>
      asUnavailable(async () => {
        const found = await link('any', () =>
          books.bills().filter(({ id, key }) => id > placeOf(after) && key),
        );
        const page = found.slice(0, pageSize);
        const bills = page.map((bill) => ({
          reference: toBillThere(bill).reference,
          key: bill.key as DeliveryKey,
          invoiceNumber: bill.reference,
          gross: bill.gross,
          sourceCode: bill.state,
          cancelled: bill.state === 'cancelled',
        }));
        const next = found.length > pageSize ? String(page.at(-1)?.id) : null;
        return { kind: 'page' as const, bills, next };
      }),
    engagements: () =>
      asUnavailable(async () => {
        const orders = await link('any', () => books.orders);
        const engagements = orders.map(({ number, siret }) => ({
          number,
          supplierSiret: siret,
          closed: false,
        }));
        return { kind: 'page' as const, engagements, next: null };
      }),
  };
};

const placeOf = (place: string | null): number => (place && /^\d+$/.test(place) ? Number(place) : 0);

const isSameInvoice = (one: string, other: string): boolean =>
  one.split(':')[1] !== undefined && one.split(':')[1] === other.split(':')[1];

const toBillThere = ({ id, number, state }: PaperBill): BillThere => ({
  reference: { id: String(id), ...(number ? { number } : {}) },
  isDraft: state === 'draft',
});

const meanings: Readonly<Record<string, readonly Action[]>> = {
  posted: ['orderPayment'],
  paid: ['book', 'startPayment'],
  returned: ['returnPayment'],
};

const decodePaperChange = ({ billId, key, number, word, at, reason }: PaperChange): ReceivedStatus => ({
  reference: { id: String(billId), ...(number ? { number } : {}) },
  key: key as DeliveryKey,
  sourceCode: word,
  actions: word === 'cancelled' && !number ? ['refuse'] : (meanings[word] ?? []),
  occurredAt: new Date(at),
  ...(reason ? { reason } : {}),
});
