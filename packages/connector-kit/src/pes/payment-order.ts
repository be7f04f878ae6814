import type { DeliveryKey, InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import type { Decimal } from '@parvis/domain/amount/decimal';
import { say } from '@parvis/domain/display/language';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import { addDays } from '@parvis/domain/time/paris';
import { Refused } from '../failures.js';
import { type PesPayment, paymentOf } from './bank-account.js';
import { latin, latinText } from './latin-text.js';
import { type PaymentLine, paymentLines } from './payment-lines.js';
import { attachmentsOf, type PesAttachment } from './pes-attachments.js';
import type { PesSettings } from './pes-settings.js';
import { type PesSupplier, supplierOf } from './pes-supplier.js';

/** An invoice as a payment order, checked and in Hélios' codes: all but its numbers and its day. */
export interface PaymentOrder {
  /** TypBord, TypPce and NatPce: the triplet must exist in the published grid. */
  readonly codes: OrderCodes;
  readonly siret: string;
  readonly service?: string | undefined;
  readonly subject: string;
  /** The supplier's number, where Hélios can take it. */
  readonly invoiceNumber?: string | undefined;
  readonly wording?: string | undefined;
  readonly secondWording?: string | undefined;
  readonly contract?: string | undefined;
  readonly isIntraUnion: boolean;
  /** Undefined on a reduction: nothing is paid. */
  readonly payment?: PesPayment | undefined;
  /** The legal limit to pay; undefined where it is not known, and on a reduction. */
  readonly limit?:
    | { readonly from: CalendarDate; readonly to: CalendarDate; readonly days: number }
    | undefined;
  readonly lines: readonly PaymentLine[];
  readonly supplier: PesSupplier;
  readonly attachments: readonly PesAttachment[];
}

export interface OrderCodes {
  readonly batch: '01' | '02';
  readonly piece: '01' | '02' | '09';
  readonly nature: '01' | '02' | '06';
}

/** Throws `Refused` for an invoice of which Hélios would not take an order. */
export const paymentOrder = (
  envelope: InvoiceEnvelope,
  key: DeliveryKey,
  settings: PesSettings,
): PaymentOrder => {
  const { invoice, serviceCode, engagementNumber, paymentDueDate } = envelope;
  const isReduction = isCreditNote(invoice.typeCode);
  mustBeInEuros(invoice.currency);
  mustBeUnpaid(envelope);
  const lines = paymentLines(envelope, settings);
  const contract = latinText(invoice.contractReference, 30);
  const number = latin(invoice.number ?? '');
  const wording = latinText(number, 70);
  return {
    codes: codesOf(lines, { isReduction, isContract: settings.contractOrders && contract !== undefined }),
    siret: settings.siret,
    service: latinText(settings.services.find((known) => known.serviceCode === serviceCode)?.code, 10),
    subject: latinText(subjectOf(envelope, isReduction), 100) ?? 'Facture fournisseur',
    invoiceNumber: number.length <= 20 ? latinText(number, 20) : undefined,
    wording,
    secondWording: engagementNumber ? latinText(`Engagement ${engagementNumber}`, 70) : undefined,
    contract,
    isIntraUnion: invoice.vatBreakdown.some(({ category }) => category === 'K'),
    payment: isReduction ? undefined : paymentOf(invoice, settings),
    limit:
      isReduction || paymentDueDate === undefined
        ? undefined
        : {
            from: addDays(paymentDueDate, -settings.paymentDays),
            to: paymentDueDate,
            days: settings.paymentDays,
          },
    lines,
    supplier: supplierOf(envelope),
    attachments: attachmentsOf(envelope.files, key),
  };
};

const subjectOf = ({ invoice, supplier }: InvoiceEnvelope, isReduction: boolean): string =>
  `${isReduction ? 'Avoir' : 'Facture'} ${invoice.number ?? ''} ${supplier.name}`;

/** Operating and investment are two budgets in one: their orders never stand in one piece. */
const codesOf = (
  lines: readonly PaymentLine[],
  { isReduction, isContract }: { readonly isReduction: boolean; readonly isContract: boolean },
): OrderCodes => {
  const investing = lines.filter(({ account }) => /^[12]/.test(account)).length;
  if (investing > 0 && investing < lines.length) throw bothSections();
  if (isReduction) return { batch: '02', piece: '02', nature: '06' };
  return { batch: '01', piece: isContract ? '09' : '01', nature: investing > 0 ? '02' : '01' };
};

const mustBeInEuros = (currency: string | undefined): void => {
  if (currency === 'EUR') return;
  throw new Refused(
    'validation-refused',
    say(
      `La facture est en ${currency ?? 'devise inconnue'} : Hélios ne connaît que l’euro. Mandatez-la dans votre logiciel.`,
      `The invoice is in ${currency ?? 'an unknown currency'}: Hélios only knows the euro. Order this payment in your own software.`,
    ),
  );
};

/** What was paid already must not be paid again. */
const mustBeUnpaid = ({ invoice: { totals } }: InvoiceEnvelope): void => {
  const { due, taxInclusive } = totals;
  if (due === undefined || taxInclusive === undefined || due.equals(taxInclusive)) return;
  throw new Refused(
    'validation-refused',
    say(
      `Il reste ${cents(due)} € à payer sur ${cents(taxInclusive)} € : un acompte ou un arrondi est à traiter à la main. Mandatez cette facture dans votre logiciel.`,
      `€${cents(due)} of €${cents(taxInclusive)} are left to pay: a prepayment or a rounding is to be treated by hand. Order this payment in your own software.`,
    ),
  );
};

const cents = (amount: Decimal): string => amount.rounded().toString();

const bothSections = (): Refused =>
  new Refused(
    'validation-refused',
    say(
      'Les lignes de cette facture relèvent du fonctionnement et de l’investissement, qui ne se mandatent pas ensemble. Mandatez-la dans votre logiciel, ou corrigez les règles d’imputation.',
      'The lines of this invoice fall on operating and on investment, which are never ordered together. Order its payment in your own software, or correct the account rules.',
    ),
  );
