import type {
  AccountingConnector,
  ConnectionHealth,
  DeliveryKey,
  DeliveryOutcome,
  InvoiceEnvelope,
  PreviewOutcome,
  ReceivedStatus,
  StatusCursor,
  StatusPage,
  Unavailable,
} from '../accounting/accounting-connector.js';
import type { MarkPoint } from '../ports/platform.js';

export interface FakeBill {
  readonly id: string;
  readonly key: DeliveryKey;
  readonly envelope: InvoiceEnvelope;
  files: readonly string[];
}

/** What the next call meets. `answerLost`: it is done there and nobody hears of it. */
export type Mishap = DeliveryOutcome | Unavailable | 'throws' | 'answerLost';

export interface FakeBooksTools {
  readonly mark: MarkPoint;
  /** True while a unit of work is open around the caller, where no network call belongs. */
  readonly isWorkOpen: () => boolean;
}

/** An accounting system in memory that keeps its part of the contract, and misbehaves when told to. */
export class FakeBooks implements AccountingConnector {
  readonly system = 'simulator';
  readonly bills: FakeBill[] = [];
  /** Statuses on one page. */
  pageSize = 10;
  health: ConnectionHealth = { kind: 'fine', version: 'fake 1.0' };
  private readonly mishaps: Mishap[] = [];
  private readonly statuses: ReceivedStatus[] = [];

  constructor(private readonly tools: FakeBooksTools) {}

  /** Scripts the coming calls, one mishap each. */
  meet(...mishaps: readonly Mishap[]): void {
    this.mishaps.push(...mishaps);
  }

  /** The system changes the state of a bill and will tell so. */
  tell(...statuses: readonly ReceivedStatus[]): void {
    this.statuses.push(...statuses);
  }

  async check(): Promise<ConnectionHealth> {
    const mishap = this.nextCall();
    if (mishap === 'throws') throw new Error('connection reset');
    return this.health;
  }

  async deliver(envelope: InvoiceEnvelope, key: DeliveryKey): Promise<DeliveryOutcome> {
    const mishap = this.nextCall();
    if (mishap === 'throws') throw new Error('connection refused');
    if (mishap !== undefined && mishap !== 'answerLost') return mishap;
    const known = this.bills.find((bill) => bill.key === key);
    const bill = known ?? this.create(envelope, key);
    bill.files = envelope.files.map(({ fileName }) => fileName);
    this.tools.mark('deliver.attachedThere');
    if (mishap === 'answerLost') throw new Error('connection reset');
    return { kind: known ? 'alreadyKnown' : 'accepted', reference: { id: bill.id } };
  }

  async statusesAfter(cursor: StatusCursor | null): Promise<StatusPage | Unavailable> {
    const mishap = this.nextCall();
    if (mishap === 'throws' || mishap === 'answerLost') throw new Error('connection reset');
    if (mishap?.kind === 'unavailable') return mishap;
    const start = Number(cursor ?? 0);
    const statuses = this.statuses.slice(start, start + this.pageSize);
    const end = start + statuses.length;
    return { kind: 'page', statuses, next: String(end), more: end < this.statuses.length };
  }

  async preview({ supplier, files }: InvoiceEnvelope): Promise<PreviewOutcome> {
    const mishap = this.nextCall();
    if (mishap === 'throws' || mishap === 'answerLost') throw new Error('connection reset');
    if (mishap?.kind === 'unavailable' || mishap?.kind === 'refused') return mishap;
    return {
      kind: 'preview',
      bill: {
        supplier: { name: supplier.name, identifier: supplier.siret ?? '', there: 'unknown' },
        lines: [],
        totals: { net: '0.00', vat: '0.00', gross: '0.00' },
        files: files.map(({ fileName }) => fileName),
        remarks: [],
      },
    };
  }

  private create(envelope: InvoiceEnvelope, key: DeliveryKey): FakeBill {
    const bill: FakeBill = { id: String(this.bills.length + 1), key, envelope, files: [] };
    this.bills.push(bill);
    this.tools.mark('deliver.createdThere');
    return bill;
  }

  private nextCall(): Mishap | undefined {
    if (this.tools.isWorkOpen()) throw new Error('an accounting system was called inside a unit of work');
    return this.mishaps.shift();
  }
}
