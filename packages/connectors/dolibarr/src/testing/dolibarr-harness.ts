import { createHash } from 'node:crypto';
import type { FeatureChanges } from '@parvis/connector-kit/testing/connector-features';
import type { ConnectorHarness, OpenOptions } from '@parvis/connector-kit/testing/connector-harness';
import { addressOfNobody } from '@parvis/connector-kit/testing/faulty-proxy';
import { startHttpTrouble } from '@parvis/connector-kit/testing/http-trouble';
import { dolibarrKind } from '../dolibarr-kind.js';
import type { DolibarrSettings } from '../settings.js';
import { type DolibarrStandIn, standInKey, startDolibarrStandIn } from './dolibarr-stand-in.js';
import {
  abandon,
  type Bill,
  type Books,
  createBill,
  nextId,
  pay,
  takeBackPayment,
  validate,
} from './dolibarr-tables.js';

export const standInFeatures: FeatureChanges = {
  // A draft may bear any date: Dolibarr looks at closed periods when it hands over to its accounting.
  closedPeriods: false,
  engagements: true,
  // Its own sum of VAT must be the supplier's: see fit-rounding.ts.
  keepsLines: false,
  mostLines: 1_000,
};

/** The settings of an entity whose books the stand-in keeps. */
export const standInSettings = (url: string): DolibarrSettings => ({
  url,
  apiKey: standInKey,
  payableAccount: '4011',
  expenseAccount: '60632',
  accounts: [{ serviceCode: 'RESTAURATION', account: '60623' }],
  vat: 'deductible',
  timeZone: 'Europe/Paris',
  tolerance: '0',
  pageSize: 100,
  overlapSeconds: 5,
});

export const makeDolibarrHarness = async (): Promise<
  ConnectorHarness & { readonly standIn: DolibarrStandIn }
> => {
  const standIn = await startDolibarrStandIn();
  const { books, origin } = standIn;
  const trouble = await startHttpTrouble(origin, {
    creates: ({ method, path }) => method === 'POST' && path === '/api/index.php/supplierinvoices',
    asksForNews: ({ path }) => path.includes('supplierinvoices?') && path.includes('t.tms'),
  });
  const nowhere = await addressOfNobody();

  const open = (
    { mark = () => {}, now = () => new Date(), timeoutMs, pageSize, troubled }: OpenOptions = {},
    change: Partial<DolibarrSettings> = {},
  ) =>
    dolibarrKind.open(
      {
        ...standInSettings(troubled ? trouble.origin : origin),
        ...(pageSize ? { pageSize } : {}),
        ...change,
      },
      { now, mark, privateTargets: true, ...(timeoutMs ? { timeoutMs } : {}) },
    );

  return {
    standIn,
    open: (options) => open(options),
    openWithWrongCredentials: () => open({}, { apiKey: 'une-autre-cle' }),
    openToNowhere: () => open({}, { url: nowhere }),
    trouble,
    patienceMs: 400,
    unknownWord: { known: /"status":"1"/g, unknown: '"status":"en-attente-du-visa"' },
    statusWords: dolibarrKind.statusWords,
    setUp: {
      kind: dolibarrKind,
      settings: { ...standInSettings(origin) },
      tools: { now: () => new Date(), mark: () => {}, privateTargets: true },
    },
    books: {
      billsUnder: async (key) =>
        books.bills.filter(({ ref_ext }) => ref_ext === key).map((bill) => seenBill(books, bill)),
      suppliersWith: async (siret) => books.parties.filter(({ idprof2 }) => idprof2 === siret).length,
      typeIn: async ({ siret, supplierName, reference }) => {
        const socid = party(books, siret, supplierName);
        const lines = [{ description: 'Saisie', qty: 1, pu_ht: '1', tva_tx: '0' }];
        createBill(books, { socid, ref_supplier: reference, lines });
      },
    },
    accountant: {
      post: async (id) => validate(books, billIn(books, id)),
      pay: async (id) => pay(books, billIn(books, id)),
      cancel: async (id, reason) => abandon(books, billIn(books, id), reason),
      returnPayment: async (id) => takeBackPayment(books, billIn(books, id)),
      placeOrder: async ({ siret, supplierName }) => {
        const id = nextId(books);
        const ref = `CF2611-${String(id).padStart(4, '0')}`;
        const socid = party(books, siret, supplierName);
        books.orders.push({ id, ref, ref_supplier: 'DEVIS-7', socid, status: '3', billed: '0' });
        return ref;
      },
    },
    stop: async () => {
      await trouble.stop();
      await standIn.stop();
    },
  };
};

const billIn = (books: Books, id: string): Bill => {
  const bill = books.bills.find((known) => String(known.id) === id);
  if (!bill) throw new Error(`no bill ${id}`);
  return bill;
};

const party = (books: Books, siret: string, name: string): number => {
  const id = nextId(books);
  books.parties.push({ id, name, idprof1: siret.slice(0, 9), idprof2: siret, tva_intra: '', ref_ext: null });
  return id;
};

const seenBill = (books: Books, bill: Bill) => ({
  id: String(bill.id),
  reference: bill.ref_supplier,
  supplierSiret: books.parties.find(({ id }) => id === bill.socid)?.idprof2 ?? '',
  net: Number(bill.total_ht).toFixed(2),
  vat: Number(bill.total_tva).toFixed(2),
  gross: Number(bill.total_ttc).toFixed(2),
  lines: bill.lines.length,
  files: books.files
    .filter((file) => file.bill === bill.id)
    .map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')),
});
