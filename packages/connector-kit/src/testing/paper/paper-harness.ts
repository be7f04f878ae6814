import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import { say } from '@parvis/domain/display/language';
import { accept, refuse } from '@parvis/domain/result/result';
import { z } from 'zod';
import { liveTest } from '../../live-test.js';
import { settingsFaults } from '../../settings-fault.js';
import type { ConnectorHarness, OpenOptions } from '../connector-harness.js';
import { makeTroubleList } from '../trouble.js';
import { makePaperBooks } from './paper-books.js';
import { type PaperParts, paperConnector } from './paper-connector.js';
import { linkToNowhere, linkWithoutSignIn, openLink, type PaperLink, troubledLink } from './paper-link.js';

/** Makes a connector of the parts; another one than the honest one commits a sin. */
export type MakePaperConnector = (parts: PaperParts) => AccountingConnector;

const settings = z.strictObject({ shelf: z.string().min(1) });

const kind: NonNullable<ConnectorHarness['setUp']>['kind'] = {
  steps: [
    {
      key: 'reach',
      title: say('Trouver les livres', 'Find the books'),
      help: say('L’étagère sur laquelle ils sont.', 'The shelf on which they stand.'),
      fields: [{ name: 'shelf', type: 'text', required: true, label: say('Étagère', 'Shelf') }],
      test: liveTest(settings, async () => ({
        points: [
          {
            subject: 'books',
            label: say('Les livres', 'The books'),
            state: 'fine',
            message: say('Ils sont là.', 'They are there.'),
          },
        ],
      })),
    },
  ],
  parseSettings: (raw) => {
    const parsed = settings.safeParse(raw, { reportInput: true });
    return parsed.success ? accept(parsed.data) : refuse(settingsFaults(parsed.error.issues));
  },
};

const words = ['posted', 'paid', 'returned', 'cancelled'];

/** The smallest harness there can be; an example for those who write one. */
export const makePaperHarness = (
  make: MakePaperConnector = (parts) => paperConnector(parts),
): ConnectorHarness => {
  const books = makePaperBooks();
  const trouble = makeTroubleList();
  const openOver = (link: PaperLink, { mark = () => {}, pageSize = 100 }: OpenOptions = {}) =>
    make({ books, link, mark, pageSize });

  return {
    trouble,
    patienceMs: 20,
    closedDay: '2020-06-30',
    unknownWord: { known: /"word":"posted"/g, unknown: '"word":"en-attente-du-visa"' },
    statusWords: words.map((word) => ({ word, meaning: say(word, word) })),
    setUp: { kind, settings: { shelf: '3' }, tools: { now: () => new Date(), mark: () => {} } },
    open: (options) =>
      openOver(options?.troubled ? troubledLink(trouble, options.timeoutMs ?? 1_000) : openLink, options),
    openToNowhere: () => openOver(linkToNowhere),
    openWithWrongCredentials: () => openOver(linkWithoutSignIn),
    books: {
      billsUnder: async (key) =>
        books
          .bills()
          .filter((bill) => bill.key === key)
          .map(({ id, supplier, ...bill }) => ({ ...bill, id: String(id), supplierSiret: supplier })),
      suppliersWith: async (siret) => books.suppliers.filter((known) => known === siret).length,
      typeIn: async ({ siret, reference }) => {
        books.write({
          key: '',
          supplier: siret,
          reference,
          net: '1.00',
          vat: '0.00',
          gross: '1.00',
          lines: 1,
        });
      },
    },
    accountant: {
      post: async (bill) => books.act(Number(bill), 'posted'),
      pay: async (bill) => books.act(Number(bill), 'paid'),
      cancel: async (bill, reason) => books.act(Number(bill), 'cancelled', { reason }),
      returnPayment: async (bill, reason) => books.act(Number(bill), 'returned', { state: 'posted', reason }),
      placeOrder: async ({ siret }) => {
        const number = `EJ-${books.orders.length + 1}`;
        books.orders.push({ number, siret });
        return number;
      },
    },
    stop: async () => {},
  };
};
