import { RestFailure } from './rest-failure.js';

/** The books of the stand-in, in memory. Stamps are whole seconds, as in MySQL. */
export interface Party {
  id: number;
  name: string;
  idprof1: string;
  idprof2: string;
  tva_intra: string;
  ref_ext: string | null;
}

export interface Bill {
  id: number;
  ref: string;
  ref_supplier: string;
  ref_ext: string | null;
  socid: number;
  type: number;
  status: string;
  paid: string;
  close_code: string | null;
  close_note: string | null;
  lines: BillLine[];
  total_ht: string;
  total_tva: string;
  total_ttc: string;
  date_creation: number;
  tms: number;
}

export interface BillLine {
  readonly description: string;
  readonly qty: number;
  readonly pu_ht: number;
  readonly tva_tx: number;
  readonly fk_product: number | null;
}

export interface StoredFile {
  readonly bill: number;
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Payment {
  readonly bill: number;
  readonly amount: string;
  readonly date: string;
}

export interface DiaryEvent {
  readonly id: number;
  readonly code: string;
  readonly elementtype: string;
  readonly fk_element: number;
  readonly datep: number;
}

export interface Order {
  readonly id: number;
  readonly ref: string;
  readonly ref_supplier: string;
  readonly socid: number;
  readonly status: string;
  readonly billed: string;
}

export interface Books {
  readonly parties: Party[];
  readonly bills: Bill[];
  readonly files: StoredFile[];
  readonly payments: Payment[];
  readonly events: DiaryEvent[];
  readonly orders: Order[];
  readonly products: { id: number; ref: string; type: string; accountancy_code_buy: string }[];
  lastId: number;
}

export const emptyBooks = (): Books => ({
  parties: [],
  bills: [],
  files: [],
  payments: [],
  events: [],
  orders: [],
  products: [],
  lastId: 10,
});

export const nextId = (books: Books): number => {
  books.lastId += 1;
  return books.lastId;
};

const now = (): number => Math.floor(Date.now() / 1000);

/** Half a cent goes up, away from zero. */
const cents = (value: number): number => Math.sign(value) * Math.round(Math.abs(value) * 100 + 1e-6);
const told = (value: number): string => (value / 100).toFixed(8);

/** The VAT of each line is rounded, and the roundings are added up. */
const addUp = (bill: Bill): void => {
  let net = 0;
  let vat = 0;
  for (const { qty, pu_ht, tva_tx } of bill.lines) {
    const ofLine = cents(qty * Number(pu_ht.toFixed(5)));
    net += ofLine;
    vat += cents((ofLine * tva_tx) / 10_000);
  }
  bill.total_ht = told(net);
  bill.total_tva = told(vat);
  bill.total_ttc = told(net + vat);
};

export const createBill = (books: Books, given: Readonly<Record<string, unknown>>): number => {
  if (given.socid === undefined) throw new RestFailure(400, 'Bad Request: socid field missing');
  const socid = Number(given.socid);
  if (!books.parties.some(({ id }) => id === socid)) throw refusedCreation('ErrorFailedToFetchCompany');
  const ref_supplier = String(given.ref_supplier ?? '').trim();
  // The unique index counts abandoned ones too.
  if (books.bills.some((bill) => bill.ref_supplier === ref_supplier && bill.socid === socid))
    throw refusedCreation('ErrorRefAlreadyExists');
  const id = nextId(books);
  const bill: Bill = {
    id,
    ref: `(PROV${id})`,
    ref_supplier,
    ref_ext: given.ref_ext === undefined ? null : String(given.ref_ext),
    socid,
    type: Number(given.type ?? 0),
    status: '0',
    paid: '0',
    close_code: null,
    close_note: null,
    lines: (Array.isArray(given.lines) ? given.lines : []).map(lineOf),
    total_ht: '',
    total_tva: '',
    total_ttc: '',
    date_creation: now(),
    tms: now(),
  };
  addUp(bill);
  books.bills.push(bill);
  return id;
};

const refusedCreation = (detail: string): RestFailure =>
  new RestFailure(500, 'Internal Server Error: Error creating order', [detail]);

const lineOf = (line: Readonly<Record<string, unknown>>): BillLine => {
  const [qty, pu_ht, tva_tx] = [Number(line.qty), Number(line.pu_ht), Number(line.tva_tx)];
  if ([qty, pu_ht, tva_tx].some(Number.isNaN)) throw refusedCreation('ErrorBadParameters');
  return {
    description: String(line.description ?? ''),
    qty,
    pu_ht,
    tva_tx,
    fk_product: line.fk_product === undefined ? null : Number(line.fk_product),
  };
};

const note = (books: Books, bill: Bill, code: string): void =>
  void books.events.push({
    id: nextId(books),
    code: `AC_BILL_SUPPLIER_${code}`,
    elementtype: 'invoice_supplier',
    fk_element: bill.id,
    datep: now(),
  });

export const validate = (books: Books, bill: Bill): void => {
  if (bill.status !== '0') throw new RestFailure(304, 'Not Modified');
  bill.status = '1';
  bill.ref = `SI2611-${String(bill.id).padStart(4, '0')}`;
  bill.tms = now();
  note(books, bill, 'VALIDATE');
};

/** A payment touches the bill only where it settles it. */
export const pay = (books: Books, bill: Bill, share = 1): void => {
  const date = new Date().toISOString().slice(0, 10);
  const amount = (Number(bill.total_ttc) * share).toFixed(8);
  books.payments.push({ bill: bill.id, amount, date: `${date} 00:00:00` });
  if (share < 1) return;
  bill.status = '2';
  bill.paid = '1';
  bill.tms = now();
  note(books, bill, 'PAYED');
};

export const takeBackPayment = (books: Books, bill: Bill): void => {
  const left = books.payments.filter((payment) => payment.bill !== bill.id);
  books.payments.splice(0, books.payments.length, ...left);
  bill.status = '1';
  bill.paid = '0';
  bill.tms = now();
  note(books, bill, 'UNPAYED');
};

export const abandon = (books: Books, bill: Bill, words: string): void => {
  bill.status = '3';
  bill.close_code = 'abandon';
  bill.close_note = words;
  bill.tms = now();
  note(books, bill, 'CANCELED');
};

export const removeBill = (books: Books, id: number): void => {
  const index = books.bills.findIndex((bill) => bill.id === id);
  if (index < 0) throw new RestFailure(404, 'Not Found: Supplier invoice not found');
  books.bills.splice(index, 1);
  const left = books.files.filter(({ bill }) => bill !== id);
  books.files.splice(0, books.files.length, ...left);
};
