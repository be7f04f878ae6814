import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import { Decimal } from '@parvis/domain/amount/decimal';
import { say } from '@parvis/domain/display/language';
import type { BillBook } from '../../deliver-once.js';
import { type PaperParts, paperBook, paperConnector } from './paper-connector.js';

/** What connectors do wrong in the field. */
export interface Sin {
  /** The test of the contract that must catch it, or the beginning of its name. */
  readonly caughtBy: string;
  commit(parts: PaperParts): AccountingConnector;
}

const withBook = (
  caughtBy: string,
  change: (book: BillBook, parts: PaperParts) => Partial<BillBook>,
): Sin => ({
  caughtBy,
  commit: (parts) => {
    const book = paperBook(parts);
    return paperConnector(parts, { ...book, ...change(book, parts) });
  },
});

const withConnector = (
  caughtBy: string,
  change: (honest: AccountingConnector, parts: PaperParts) => Partial<AccountingConnector>,
): Sin => ({
  caughtBy,
  commit: (parts) => {
    const honest = paperConnector(parts);
    return { ...honest, ...change(honest, parts) };
  },
});

export const sins: Readonly<Record<string, Sin>> = {
  'creates without looking': {
    caughtBy: 'makes one bill for one key',
    commit: (parts) => ({
      ...paperConnector(parts),
      deliver: async (envelope, key) => {
        const { reference } = await paperBook(parts).create(envelope, key);
        return { kind: 'accepted', reference };
      },
    }),
  },
  'looks once and never again': {
    caughtBy: 'leaves one bill when two workers',
    commit: (parts) => {
      const book = paperBook(parts);
      return {
        ...paperConnector(parts),
        deliver: async (envelope, key) => {
          const [known] = await book.findByKey(key);
          if (known) return { kind: 'alreadyKnown', reference: known.reference };
          const { reference } = await book.create(envelope, key);
          await book.attach({ reference, isDraft: true }, envelope.files);
          return { kind: 'accepted', reference };
        },
      };
    },
  },
  'files again what is there': withBook('brings every file, each once', (_book, { books }) => ({
    attach: async ({ reference }, files) => {
      for (const file of files) books.fileAgain(Number(reference.id), file);
    },
  })),
  'attaches nothing to a bill it finds': withConnector(
    'makes one bill with its files once when the worker dies',
    (honest, parts) => ({
      deliver: async (envelope, key) => {
        const [known] = await paperBook(parts).findByKey(key);
        return known ? { kind: 'alreadyKnown', reference: known.reference } : honest.deliver(envelope, key);
      },
    }),
  ),
  'believes the amounts': withBook('refuses a bill whose total differs', () => ({
    differences: async () => [],
  })),
  'leaves a wrong bill standing': withBook('refuses a bill whose total differs', () => ({
    remove: async () => {},
  })),
  'takes the sign off credit notes': withBook('shows a credit note to the cent', (book) => ({
    create: (envelope, key) =>
      book.create({ ...envelope, invoice: { ...envelope.invoice, typeCode: '380' } }, key),
    differences: async () => [],
  })),
  'rounds prices to two decimals': withBook('shows a unit price of six decimals', (book) => ({
    create: (envelope, key) => {
      const lines = envelope.invoice.lines.map((line) => ({
        ...line,
        netAmount: line.quantity?.times(line.price.net?.rounded() ?? Decimal.zero) ?? Decimal.zero,
      }));
      return book.create({ ...envelope, invoice: { ...envelope.invoice, lines } }, key);
    },
    differences: async () => [],
  })),
  'writes beside what was typed in': withBook('leaves to a person a bill', () => ({
    findOthers: async () => [],
  })),
  'brings a cancelled bill back': withBook('does not bring back a bill', (book, { books }) => ({
    findByKey: async (key) =>
      (await book.findByKey(key)).filter(
        ({ reference }) => books.find(Number(reference.id))?.state !== 'cancelled',
      ),
  })),
  'makes the supplier while it shows': withConnector('writes nothing', (honest, { books }) => ({
    preview: (envelope) => {
      const { siret } = envelope.supplier;
      if (siret) books.suppliers.push(siret);
      return honest.preview(envelope);
    },
  })),
  'shows totals of its own': withConnector('shows the totals that delivering makes', (honest) => ({
    preview: async (envelope) => {
      const outcome = await honest.preview(envelope);
      if (outcome.kind !== 'preview') return outcome;
      const totals = { ...outcome.bill.totals, gross: '119.99' };
      return { ...outcome, bill: { ...outcome.bill, totals } };
    },
  })),
  'skips a row at the end of each page': withConnector('loses and skips nothing', (honest) => ({
    statusesAfter: async (cursor) => {
      const page = await honest.statusesAfter(cursor);
      return page.kind === 'page' && page.more ? { ...page, next: String(Number(page.next) + 1) } : page;
    },
  })),
  'moves on from news it did not get': withConnector('is unavailable when the news', (honest) => ({
    statusesAfter: async (cursor) => {
      const page = await honest.statusesAfter(cursor);
      return page.kind === 'page'
        ? page
        : { kind: 'page', statuses: [], next: String(Number(cursor) + 1), more: false };
    },
  })),
  'takes a word nobody knows for payment': withConnector('keeps a word nobody knows', (honest) => ({
    statusesAfter: async (cursor) => {
      const page = await honest.statusesAfter(cursor);
      if (page.kind !== 'page') return page;
      const statuses = page.statuses.map((status) =>
        status.sourceCode === 'en-attente-du-visa'
          ? { ...status, actions: ['startPayment' as const] }
          : status,
      );
      return { ...page, statuses };
    },
  })),
  'refuses a posted bill that was cancelled': withConnector(
    'leaves to a person a bill cancelled',
    (honest) => ({
      statusesAfter: async (cursor) => {
        const page = await honest.statusesAfter(cursor);
        if (page.kind !== 'page') return page;
        const statuses = page.statuses.map((status) =>
          status.sourceCode === 'cancelled' ? { ...status, actions: ['refuse' as const] } : status,
        );
        return { ...page, statuses };
      },
    }),
  ),
  'keeps reasons to itself': withConnector('tells that a bill never posted was turned down', (honest) => ({
    statusesAfter: async (cursor) => {
      const page = await honest.statusesAfter(cursor);
      if (page.kind !== 'page') return page;
      return { ...page, statuses: page.statuses.map(({ reason: _kept, ...status }) => status) };
    },
  })),
  'takes wrong credentials for a bad day': withConnector('tells wrong credentials apart', (honest) => ({
    deliver: async (envelope, key) => {
      const outcome = await honest.deliver(envelope, key);
      return outcome.kind === 'refused' && outcome.code === 'credentials-refused'
        ? { kind: 'unavailable', message: say('Plus tard.', 'Later.') }
        : outcome;
    },
  })),
  'takes a bad day for a refusal': withConnector('is unavailable while the system is down', (honest) => ({
    deliver: async (envelope, key) => {
      const outcome = await honest.deliver(envelope, key);
      return outcome.kind === 'unavailable'
        ? { kind: 'refused', code: 'validation-refused', message: outcome.message }
        : outcome;
    },
  })),
  'tells the last bill of a page again': withConnector('tells every bill of ours once', (honest) => ({
    billsThere: async (after) => {
      const page = await honest.billsThere?.(after);
      if (page?.kind !== 'page') return { kind: 'page', bills: [], next: null };
      return { ...page, next: page.next && String(Number(page.next) - 1) };
    },
  })),
  'says nothing of what it looked at': withConnector('is fine where everything is there', (honest) => ({
    check: async () => {
      const { points: _points, ...health } = await honest.check();
      return health;
    },
  })),
};
