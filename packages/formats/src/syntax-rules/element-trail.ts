import { namespaces } from '../xml/namespaces.js';

/** The elements one stands in, with their ranks, so that a place can be told when something is found there. */
export class ElementTrail {
  private readonly uris: string[] = [];
  private readonly locals: string[] = [];
  /** Of each depth: how often which name was met in a row among the children. */
  private readonly runs: Run[] = [];
  private depth = -1;

  open(uri: string, local: string): void {
    const run = this.runs[this.depth];
    if (run) {
      const last = run.size - 1;
      if (last >= 0 && run.locals[last] === local) run.counts[last] = (run.counts[last] ?? 0) + 1;
      else if (run.size < MAXIMUM_RUNS) {
        run.locals[run.size] = local;
        run.counts[run.size] = 1;
        run.size++;
      }
    }
    this.depth++;
    this.uris[this.depth] = uri;
    this.locals[this.depth] = local;
    const own = this.runs[this.depth];
    if (own) own.size = 0;
    else this.runs[this.depth] = { locals: [], counts: [], size: 0 };
  }

  close(): void {
    this.depth--;
  }

  /** The name of the element `up` levels above, with the usual prefix. */
  nameAbove(up: number): string {
    return this.nameAt(this.depth - up);
  }

  /** `/Invoice/cac:InvoiceLine[3]/cbc:ID`, of the element `up` levels above, with the usual prefixes. */
  xpathAbove(up: number): string {
    let path = '';
    for (let at = 0; at <= this.depth - up; at++) {
      const rank = this.rankAt(at);
      path += `/${this.nameAt(at)}${rank > 1 || usuallyMany.has(this.locals[at] ?? '') ? `[${rank}]` : ''}`;
    }
    return path;
  }

  private nameAt(depth: number): string {
    const local = this.locals[depth] ?? '';
    const prefix =
      depth === 0 && local !== 'CrossIndustryInvoice' ? undefined : prefixes.get(this.uris[depth] ?? '');
    return prefix === undefined ? local : `${prefix}:${local}`;
  }

  private rankAt(depth: number): number {
    const run = this.runs[depth - 1];
    const local = this.locals[depth];
    let rank = 0;
    for (let index = 0; run && index < run.size; index++)
      if (run.locals[index] === local) rank += run.counts[index] ?? 0;
    return Math.max(rank, 1);
  }
}

interface Run {
  readonly locals: string[];
  readonly counts: number[];
  size: number;
}

/** Beyond, children are so mixed that nobody counts them by hand either. */
const MAXIMUM_RUNS = 1_000;

const prefixes = new Map(Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]));

/** Elements that are told with their rank even where it is the first: there are mostly more. */
const usuallyMany = new Set([
  'InvoiceLine',
  'CreditNoteLine',
  'IncludedSupplyChainTradeLineItem',
  'TaxSubtotal',
  'ApplicableTradeTax',
  'AllowanceCharge',
  'SpecifiedTradeAllowanceCharge',
  'PaymentMeans',
  'SpecifiedTradeSettlementPaymentMeans',
  'AdditionalDocumentReference',
  'AdditionalReferencedDocument',
]);
