import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { supplierKey } from '@parvis/domain/directory/engagement';
import { receivesAt } from '@parvis/domain/directory/receives-at';
import type { ServiceUse } from '@parvis/domain/directory/service-advice';
import { identifierOf, type PastIdentifier } from '@parvis/domain/directory/structure-identifier';
import type { CalendarDate, Invoice } from '@parvis/domain/invoice/invoice';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { buyerSiretOf, serviceCodeOf } from '@parvis/domain/invoice/public-references';
import { depositRules } from '@parvis/domain/rules/deposit-rules';
import { type Fault, isFatal } from '@parvis/domain/rules/fault';
import { judge } from '@parvis/domain/rules/judge';
import { judgeEngagement, type KnownEngagements } from '@parvis/domain/rules/recipient/judge-engagement';
import { judgeRecipient } from '@parvis/domain/rules/recipient/judge-recipient';
import { recipientMoved } from '@parvis/domain/rules/recipient/recipient-moved';
import { type Depositor, judgeSeller } from '@parvis/domain/rules/seller/judge-seller';
import { toldOnce } from '@parvis/domain/rules/told-once';
import { calendarDay } from '@parvis/domain/time/paris';
import { findKnownEngagements } from '../engagements/known-engagements.js';
import type { Clock } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
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
  const day = calendarDay(now());
  const known = invoice ? await findKnown(work, { supplierId, invoice, day }) : {};
  const { recipient, first } = known;
  const found = invoice ? faultsOf(invoice, outcome, known, day) : [];
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
  readonly depositor?: Depositor;
  readonly recipient?: DirectoryEntry;
  /** The identifier under which the invoice names the recipient, where it has left it. */
  readonly moved?: PastIdentifier;
  /** The invoice that bears the number already. */
  readonly first?: InvoiceRef;
  /** What the supplier has invoiced to the recipient before; looked up where it can mend the service code. */
  readonly history?: readonly ServiceUse[];
  /** What the recipient keeps of the engagement it names. */
  readonly engagements?: KnownEngagements;
}

interface Deposited {
  readonly supplierId: string;
  readonly invoice: Invoice;
  readonly day: CalendarDate;
}

const findKnown = (work: Work, deposited: Deposited): Promise<Known> =>
  work.run(async (stores) => {
    const { supplierId, invoice } = deposited;
    const depositor = await findDepositor(stores, supplierId);
    const key = numberKeyOf(supplierId, invoice);
    const first = key && (await stores.numbers.find(key));
    const addressed = await findRecipient(stores, invoice);
    const engagements =
      depositor &&
      addressed.recipient &&
      (await findKnownEngagements(stores, invoice, addressed.recipient, keysOf(depositor)));
    return {
      ...addressed,
      ...(depositor ? { depositor } : {}),
      ...(first ? { first } : {}),
      ...(await findHistory(stores, deposited, addressed.recipient)),
      ...(engagements ? { engagements } : {}),
    };
  });

/** Advice on the service code, where the invoice bears none or none of the recipient's. */
const findHistory = async (
  { directory }: Stores,
  { supplierId, invoice, day }: Deposited,
  recipient: DirectoryEntry | undefined,
): Promise<Pick<Known, 'history'>> => {
  const code = serviceCodeOf(invoice);
  if (!recipient || recipient.services.some((service) => service.code === code && receivesAt(service, day)))
    return {};
  return { history: await directory.servicesInvoiced([supplierId], recipient.structureId) };
};

const findDepositor = async (
  { directory, organisations }: Stores,
  supplierId: string,
): Promise<Depositor | undefined> => {
  const supplier = await directory.findSupplierById(supplierId);
  if (!supplier) return undefined;
  const past = await organisations.formerIdentifiers(supplierId);
  return { identifier: identifierOf(supplier), name: supplier.name, past };
};

/** Under its present SIRET, or under one it has left. */
const findRecipient = async (
  { directory, organisations }: Stores,
  invoice: Invoice,
): Promise<Pick<Known, 'recipient' | 'moved'>> => {
  const siret = buyerSiretOf(invoice);
  if (!siret) return {};
  const recipient = await directory.findRecipient(siret);
  if (recipient) return { recipient };
  const moved = await organisations.findFormer('publicEntity', { type: 'SIRET', value: siret });
  const now = moved && (await directory.findRecipientById(moved.structureId));
  return now ? { recipient: now, moved } : {};
};

const faultsOf = (invoice: Invoice, outcome: ReadOutcome, known: Known, day: CalendarDate): Fault[] => [
  ...rulesOf(invoice, outcome),
  ...judgeSeller(invoice, known.depositor, day),
  ...numberFaults(invoice, known),
  ...movedFaults(invoice, known, day),
  ...judgeRecipient(invoice, known.recipient, day, known.history),
  ...engagementFaults(invoice, known),
];

const engagementFaults = (invoice: Invoice, { depositor, recipient, engagements: known }: Known): Fault[] =>
  depositor && recipient && known
    ? judgeEngagement({ invoice, recipient, supplierKeys: keysOf(depositor), known })
    : [];

/** An engagement made before a firm moved is still its own. */
const keysOf = ({ identifier, past }: Depositor): string[] =>
  [identifier, ...past.map((left) => left.identifier)].map(({ value }) => supplierKey(value));

const movedFaults = (invoice: Invoice, { recipient, moved }: Known, day: CalendarDate): Fault[] =>
  recipient && moved ? [recipientMoved(invoice, moved, recipient, day)] : [];

const rulesOf = (invoice: Invoice, { syntax, profile, evidence }: ReadOutcome): Fault[] =>
  syntax === 'pdf' || syntax === 'unknown'
    ? []
    : judge(
        invoice,
        { syntax, ...(profile === undefined ? {} : { profile }), ...(evidence && { evidence }) },
        depositRules,
      );

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
