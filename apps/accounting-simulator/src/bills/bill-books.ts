import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { NewsAddress } from '../news/news-address.js';
import type { Bill, BillEvent, BillFile, BillState, NewBill, NewFile } from './bill.js';
import { type ActCommand, type ActRefusal, applyAct } from './bill-acts.js';
import { leftOf, type Order, type OrderThere } from './order.js';
import { totalsOf, withMore } from './totals.js';

const schema = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  create table if not exists suppliers (siret text primary key, name text not null) strict;
  create table if not exists bills (
    id integer primary key autoincrement,
    key text not null,
    supplier_siret text not null references suppliers (siret),
    reference text not null,
    state text not null,
    document text not null
  ) strict;
  create index if not exists bills_by_key on bills (key);
  create index if not exists bills_by_reference on bills (supplier_siret, reference);
  create table if not exists files (
    id integer primary key autoincrement,
    bill_id integer not null references bills (id) on delete cascade,
    name text not null,
    media_type text not null,
    sha256 text not null,
    size integer not null,
    content blob not null,
    unique (bill_id, sha256)
  ) strict;
  create table if not exists changes (
    sequence integer primary key autoincrement,
    bill_id integer not null,
    document text not null
  ) strict;
  create table if not exists orders (
    id integer primary key autoincrement,
    number text not null unique,
    document text not null
  ) strict;
  create table if not exists news_address (only integer primary key check (only = 1), document text not null) strict;
  create table if not exists numbers (year integer primary key, last integer not null) strict;
`;

/** One line of the news: an event of a bill, with the bill's own words at that moment. */
export interface BillChange extends BillEvent {
  readonly sequence: number;
  readonly billId: number;
  readonly key: string;
  readonly number?: string;
  /** Every event of the bill up to this one. */
  readonly history: readonly BillEvent[];
}

export interface BillFilter {
  readonly key?: string | undefined;
  readonly supplierSiret?: string | undefined;
  readonly reference?: string | undefined;
  readonly state?: string | undefined;
  /** What the key begins with. */
  readonly keyPrefix?: string | undefined;
  /** Bills with a greater id only. */
  readonly after?: number | undefined;
  /** All of them otherwise. */
  readonly limit?: number | undefined;
}

type Stored = Omit<Bill, 'id' | 'files'>;

/** The books, in one SQLite file: what was acknowledged is on disk. */
export class BillBooks {
  private readonly database: DatabaseSync;

  constructor(
    dataFile: string,
    private readonly now: () => Date,
    /** Told after each act that there is news. */
    private readonly onNews: () => void = () => {},
  ) {
    this.database = new DatabaseSync(dataFile);
    this.database.exec(schema);
  }

  /** `centsTooMany`: the books get the total wrong, for whoever must notice. */
  create(bill: NewBill, { centsTooMany = 0n }: { readonly centsTooMany?: bigint } = {}): Bill {
    return this.inTransaction(() => {
      const { siret, name } = bill.supplier;
      this.run('insert into suppliers values (?, ?) on conflict do nothing', siret, name);
      const stored: Stored = {
        ...bill,
        state: 'draft',
        totals: withMore(totalsOf(bill), centsTooMany),
        history: [{ word: 'draft', at: this.now().toISOString() }],
      };
      const { lastInsertRowid } = this.run(
        'insert into bills (key, supplier_siret, reference, state, document) values (?, ?, ?, ?, ?)',
        bill.key,
        siret,
        bill.reference,
        stored.state,
        JSON.stringify(stored),
      );
      const created = this.required(Number(lastInsertRowid));
      this.tell(created);
      return created;
    });
  }

  find(id: number): Bill | undefined {
    const [row] = this.all('select * from bills where id = ?', id);
    return row && this.toBill(row);
  }

  /** Oldest first. */
  search({ key, supplierSiret, reference, state, keyPrefix, after, limit = -1 }: BillFilter): Bill[] {
    const conditions: readonly (readonly [string, string | number | undefined])[] = [
      ['key = ?', key],
      ['supplier_siret = ?', supplierSiret],
      ['reference = ?', reference],
      ['state = ?', state],
      ['instr(key, ?) = 1', keyPrefix],
      ['id > ?', after],
    ];
    const given = conditions.flatMap(([condition, value]) =>
      value === undefined ? [] : [{ condition, value }],
    );
    const where = given.map(({ condition }) => condition).join(' and ') || 'true';
    const values = given.map(({ value }) => value);
    const rows = this.all(`select * from bills where ${where} order by id limit ?`, ...values, limit);
    return rows.map((row) => this.toBill(row));
  }

  /** Bills with which something may still happen by itself, the oldest first. */
  unsettled(): Bill[] {
    const rows = this.all(
      "select * from bills where state not in ('cancelled', 'paid') or upper(reference) like '%-RETOUR' order by id",
    );
    return rows.map((row) => this.toBill(row));
  }

  countByState(): Map<BillState, number> {
    const rows = this.all('select state, count(*) as total from bills group by state');
    return new Map(rows.map(({ state, total }) => [String(state) as BillState, Number(total)]));
  }

  suppliersWith(siret: string): { siret: string; name: string }[] {
    const rows = this.all('select * from suppliers where siret = ?', siret);
    return rows.map(({ name }) => ({ siret, name: String(name) }));
  }

  /** Deletes a draft; false when it is no draft any more. */
  remove(bill: Bill): boolean {
    return Number(this.run("delete from bills where id = ? and state = 'draft'", bill.id).changes) === 1;
  }

  act(bill: Bill, command: ActCommand): { ok: true; bill: Bill } | { ok: false; refusal: ActRefusal } {
    const acted = this.inTransaction(() => {
      const outcome = applyAct(this.required(bill.id), command, this.now());
      if (!outcome.ok) return outcome;
      const numbered =
        outcome.bill.state === 'posted' && !outcome.bill.number
          ? { ...outcome.bill, number: this.nextNumber() }
          : outcome.bill;
      const { id: _id, files: _files, ...stored } = numbered;
      this.run(
        'update bills set state = ?, document = ? where id = ?',
        stored.state,
        JSON.stringify(stored),
        bill.id,
      );
      this.tell(numbered);
      return { ok: true as const, bill: numbered };
    });
    if (acted.ok) this.onNews();
    return acted;
  }

  /** Adds the file, or finds it there by its content; undefined when the content does not have the hash announced. */
  addFile(bill: Bill, file: NewFile): { file: BillFile; added: boolean } | undefined {
    const content = Buffer.from(file.contentBase64, 'base64');
    if (createHash('sha256').update(content).digest('hex') !== file.sha256) return undefined;
    const { changes } = this.run(
      `insert into files (bill_id, name, media_type, sha256, size, content) values (?, ?, ?, ?, ?, ?)
       on conflict (bill_id, sha256) do nothing`,
      bill.id,
      file.name,
      file.mediaType,
      file.sha256,
      content.length,
      content,
    );
    const stored = this.filesOf(bill.id).find(({ sha256 }) => sha256 === file.sha256);
    return stored && { file: stored, added: Number(changes) === 1 };
  }

  contentOf(billId: number, fileId: number): { file: BillFile; content: Uint8Array } | undefined {
    const file = this.filesOf(billId).find(({ id }) => id === fileId);
    const [row] = this.all('select content from files where id = ?', fileId);
    return file && row?.content instanceof Uint8Array ? { file, content: row.content } : undefined;
  }

  /** Oldest first, strictly after this sequence. */
  changesAfter(sequence: number, limit: number): BillChange[] {
    const rows = this.all(
      'select * from changes where sequence > ? order by sequence limit ?',
      sequence,
      limit,
    );
    return rows.map((row) => ({
      ...(JSON.parse(String(row.document)) as Omit<BillChange, 'sequence' | 'billId'>),
      sequence: Number(row.sequence),
      billId: Number(row.bill_id),
    }));
  }

  /** Places an order, or replaces what was known of the one with this number. */
  placeOrder(order: Order): Order {
    this.run(
      `insert into orders (number, document) values (?, ?)
       on conflict (number) do update set document = excluded.document`,
      order.number,
      JSON.stringify(order),
    );
    return order;
  }

  /** Oldest first, strictly after this id, each with what its bills have left of it. */
  ordersAfter(id: number, limit: number): OrderThere[] {
    const rows = this.all('select * from orders where id > ? order by id limit ?', id, limit);
    return rows.map(({ id: orderId, document }) => {
      const order = JSON.parse(String(document)) as Order;
      return { ...order, id: Number(orderId), left: leftOf(order, this.billsOfOrder(order.number)) };
    });
  }

  get newsAddress(): NewsAddress | undefined {
    const [row] = this.all('select document from news_address');
    return row && (JSON.parse(String(row.document)) as NewsAddress);
  }

  set newsAddress(wanted: NewsAddress | undefined) {
    this.run('delete from news_address');
    if (wanted) this.run('insert into news_address values (1, ?)', JSON.stringify(wanted));
  }

  private billsOfOrder(number: string): Bill[] {
    const rows = this.all(
      `select * from bills where document ->> '$.engagementNumber' = ? and state <> 'cancelled'`,
      number,
    );
    return rows.map((row) => this.toBill(row));
  }

  close(): void {
    this.database.close();
  }

  private tell({ id, key, number, history }: Bill): void {
    const event = history.at(-1);
    const change = { ...event, key, ...(number ? { number } : {}), history };
    this.run('insert into changes (bill_id, document) values (?, ?)', id, JSON.stringify(change));
  }

  private nextNumber(): string {
    const year = this.now().getUTCFullYear();
    const [row] = this.all(
      `insert into numbers values (?, 1) on conflict (year) do update set last = last + 1 returning last`,
      year,
    );
    return `M-${year}-${String(row?.last).padStart(5, '0')}`;
  }

  private filesOf(billId: number): BillFile[] {
    const rows = this.all(
      'select id, name, media_type, sha256, size from files where bill_id = ? order by id',
      billId,
    );
    return rows.map(({ id, name, media_type, sha256, size }) => ({
      id: Number(id),
      name: String(name),
      mediaType: String(media_type),
      sha256: String(sha256),
      size: Number(size),
    }));
  }

  private required(id: number): Bill {
    const bill = this.find(id);
    if (!bill) throw new Error(`bill ${id} is not in the books`);
    return bill;
  }

  private toBill(row: Record<string, unknown>): Bill {
    const id = Number(row.id);
    return { ...(JSON.parse(String(row.document)) as Stored), id, files: this.filesOf(id) };
  }

  private all(sql: string, ...values: (string | number)[]): Record<string, unknown>[] {
    return this.database.prepare(sql).all(...values);
  }

  private run(sql: string, ...values: (string | number | Uint8Array)[]) {
    return this.database.prepare(sql).run(...values);
  }

  private inTransaction<Answer>(story: () => Answer): Answer {
    this.database.exec('begin immediate');
    try {
      const answer = story();
      this.database.exec('commit');
      return answer;
    } catch (error) {
      this.database.exec('rollback');
      throw error;
    }
  }
}
