import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { sirenOf } from '@parvis/domain/directory/siret';
import { identifierOf } from '@parvis/domain/directory/structure-identifier';
import type { CalendarDate, Invoice } from '@parvis/domain/invoice/invoice';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { buyerSiretOf, sellerSirenOf, sellerSiretOf } from '@parvis/domain/invoice/public-references';
import { depositRules } from '@parvis/domain/rules/deposit-rules';
import { type Fault, isFatal } from '@parvis/domain/rules/fault';
import { judge } from '@parvis/domain/rules/judge';
import { judgeRecipient } from '@parvis/domain/rules/recipient/judge-recipient';
import { toldOnce } from '@parvis/domain/rules/told-once';
import { calendarDay } from '@parvis/domain/time/paris';
import type { SupplierStructure } from '../directory/directory.js';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import { numberKeyOf } from './essentials.js';
import type { ReadInvoice, ReadOutcome } from './read-invoice.js';

/** What the platform says of a file, before anything is kept. */
export interface Judgement {
  readonly syntax: ReadOutcome['syntax'];
  readonly profile?: string;
  readonly invoice?: Invoice;
  readonly recipient?: DirectoryEntry;
  readonly supplierId: string;
  /** The first invoice of this supplier with this number this year; a deposit would meet it. */
  readonly numberAlreadyUsedBy?: InvoiceRef;
  /** Every fault at once, fatal ones and warnings. */
  readonly faults: readonly Fault[];
  /** True when no fault is fatal: a deposit of the same bytes would be taken in. */
  readonly valid: boolean;
}

export interface JudgeInvoicePorts {
  readonly work: Work;
  readonly readInvoice: ReadInvoice;
  readonly now: Clock;
}

export interface FileToJudge {
  readonly supplierId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads and judges a file for whoever sends it: what cannot be read, the rules, whether the seller is the one who sends,
 * whether the number is free, and what the recipient requires. Dry run and deposit both come here, so that their verdicts cannot differ.
 */
export const judgeInvoice = async (
  { work, readInvoice, now }: JudgeInvoicePorts,
  { supplierId, fileName, bytes }: FileToJudge,
): Promise<Judgement> => {
  const outcome = await readInvoice(bytes, fileName);
  const { syntax, profile, invoice } = outcome;
  const known = invoice ? await findKnown(work, supplierId, invoice) : {};
  const { recipient, first } = known;
  const found = invoice ? faultsOf(invoice, outcome, known, calendarDay(now())) : [];
  const faults = toldOnce(outcome.faults, found);
  return {
    syntax,
    ...(profile === undefined ? {} : { profile }),
    ...(invoice ? { invoice } : {}),
    ...(recipient ? { recipient } : {}),
    ...(first ? { numberAlreadyUsedBy: first } : {}),
    supplierId,
    faults: faults.map((fault) => located(fault, outcome)),
    valid: invoice !== undefined && recipient !== undefined && !faults.some(isFatal),
  };
};

/** Whom and what the platform knows of those the invoice names. */
interface Known {
  readonly supplier?: SupplierStructure;
  readonly recipient?: DirectoryEntry;
  /** The invoice that bears the number already. */
  readonly first?: InvoiceRef;
}

const findKnown = (work: Work, supplierId: string, invoice: Invoice): Promise<Known> =>
  work.run(async ({ directory, numbers }) => {
    const siret = buyerSiretOf(invoice);
    const supplier = await directory.findSupplierById(supplierId);
    const recipient = siret && (await directory.findRecipient(siret));
    const key = numberKeyOf(supplierId, invoice);
    const first = key && (await numbers.find(key));
    return {
      ...(supplier ? { supplier } : {}),
      ...(recipient ? { recipient } : {}),
      ...(first ? { first } : {}),
    };
  });

const faultsOf = (invoice: Invoice, outcome: ReadOutcome, known: Known, day: CalendarDate): Fault[] => [
  ...rulesOf(invoice, outcome),
  ...sellerFaults(invoice, known),
  ...numberFaults(invoice, known),
  ...judgeRecipient(invoice, known.recipient, day),
];

const rulesOf = (invoice: Invoice, { syntax, profile, evidence }: ReadOutcome): Fault[] =>
  syntax === 'pdf' || syntax === 'unknown'
    ? []
    : judge(
        invoice,
        { syntax, ...(profile === undefined ? {} : { profile }), ...(evidence && { evidence }) },
        depositRules,
      );

/** Nobody sends invoices in another's name. */
const sellerFaults = (invoice: Invoice, { supplier }: Known): Fault[] => {
  const siren = sellerSirenOf(invoice);
  if (supplier?.siret && siren === sirenOf(supplier.siret)) return [];
  const found = sellerSiretOf(invoice) ?? siren;
  return [
    {
      rule: 'PV-SELLER-MISMATCH',
      severity: 'fatal',
      terms: ['BT-29', 'BT-30'],
      path: 'seller.identifiers',
      values: {
        ...(found ? { found } : {}),
        ...(supplier ? { expected: identifierOf(supplier).value, supplier: supplier.name } : {}),
      },
    },
  ];
};

export const NUMBER_ALREADY_USED = 'PV-NUMBER-ALREADY-USED';

/** A supplier gives each invoice of a year a number of its own. */
const numberFaults = ({ number, issueDate }: Invoice, { first }: Known): Fault[] =>
  first
    ? [
        {
          rule: NUMBER_ALREADY_USED,
          severity: 'fatal',
          terms: ['BT-1'],
          path: 'number',
          values: {
            ...(number ? { found: number } : {}),
            ...(issueDate ? { year: issueDate.slice(0, 4) } : {}),
          },
        },
      ]
    : [];

/** A fault says where in the sender's own file, as far as the reader knows. */
const located = (fault: Fault, { locate }: ReadOutcome): Fault => {
  const location = fault.location ?? locate(fault.path);
  return location === undefined ? fault : { ...fault, location };
};
