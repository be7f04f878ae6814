import type { DeliveryKey, InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { say } from '@parvis/domain/display/language';
import { calendarDay } from '@parvis/domain/time/paris';
import type { ConnectorNumbers } from '../connector-tools.js';
import { Refused } from '../failures.js';
import { latin } from './latin-text.js';
import type { PaymentLine } from './payment-lines.js';
import type { OrderCodes, PaymentOrder } from './payment-order.js';
import type { BudgetKey, PesSettings } from './pes-settings.js';
import { readSending, type Sending, sendingsOf, writeSending } from './sendings.js';
import type { LoweredOrder, OrderNumbers } from './write-pes.js';

/** Batches and orders count for themselves: by budget, year and type of batch. */
export const batchesOf = (settings: BudgetKey, exercise: number, batch: OrderCodes['batch']): string =>
  `pes ${settings.siret}/${settings.budget}/${exercise}/${batch} batches`;

export const ordersOf = (settings: BudgetKey, exercise: number, batch: OrderCodes['batch']): string =>
  `pes ${settings.siret}/${settings.budget}/${exercise}/${batch} orders`;

/**
 * The numbers of this delivery, given once. Everything that could refuse the order has been asked before: a number given
 * is never taken back, and a gap in the accountant's books has to be explained.
 */
export const numberOrder = async (
  order: PaymentOrder,
  { envelope, key }: { readonly envelope: InvoiceEnvelope; readonly key: DeliveryKey },
  settings: PesSettings,
  numbers: ConnectorNumbers,
): Promise<{ readonly given: OrderNumbers; readonly sending: Sending }> => {
  const isReduction = order.codes.batch === '02';
  const file = await numbers.next(sendingsOf(settings), key);
  const day = calendarDay(file.givenAt);
  const sending = readSending(file.note) ?? {
    exercise: settings.exercise ?? Number(day.slice(0, 4)),
    ways: {},
  };
  // Said at once: the settings of another day must not give this delivery another year, and so other numbers.
  if (file.note === undefined) await numbers.note(sendingsOf(settings), key, writeSending(sending));
  const { exercise } = sending;
  const lowers = isReduction
    ? await orderLowered(order, envelope, { exercise, settings, numbers })
    : undefined;
  const first = isReduction
    ? { batch: settings.firstReductionBatch, order: settings.firstReduction }
    : { batch: settings.firstBatch, order: settings.firstOrder };
  const orders = ordersOf(settings, exercise, order.codes.batch);
  const piece = await numbers.next(orders, key, first.order);
  const batch = await numbers.next(batchesOf(settings, exercise, order.codes.batch), key, first.batch);
  if (piece.note === undefined) await numbers.note(orders, key, writeOrdered(envelope, order.lines));
  return {
    given: {
      sending: file.number,
      round: sending.refusals?.length ?? 0,
      exercise,
      batch: batch.number,
      order: piece.number,
      day,
      lowers,
    },
    sending,
  };
};

/** What an order was for, so that a credit note finds it later. */
interface Ordered {
  readonly invoice: string;
  readonly places: readonly string[];
}

const invoiceName = ({ supplier }: InvoiceEnvelope, number: string): string =>
  `${supplier.siret ?? supplier.otherIdentifier.value} ${latin(number)}`;

const placeName = ({ account, function: its, operation, analytic }: PaymentLine): string =>
  [account, its ?? '', operation ?? '', analytic ?? ''].join('/');

const writeOrdered = (envelope: InvoiceEnvelope, lines: readonly PaymentLine[]): string =>
  JSON.stringify({
    invoice: invoiceName(envelope, envelope.invoice.number ?? ''),
    places: lines.map(placeName),
  } satisfies Ordered);

const readOrdered = (note: string | undefined): Ordered | undefined =>
  note === undefined ? undefined : (JSON.parse(note) as Ordered);

const PAGE = 500;

/** The order of this year that the credit note lowers. Later years are corrected by a revenue, which we do not write. */
const orderLowered = async (
  order: PaymentOrder,
  envelope: InvoiceEnvelope,
  {
    exercise,
    settings,
    numbers,
  }: { readonly exercise: number; readonly settings: PesSettings; readonly numbers: ConnectorNumbers },
): Promise<LoweredOrder> => {
  const corrected = envelope.invoice.precedingInvoices.flatMap(({ number }) => number ?? []);
  const names = corrected.map((number) => invoiceName(envelope, number));
  const sequence = ordersOf(settings, exercise, '01');
  for (let after = 0; ; ) {
    const page = await numbers.after(sequence, after, PAGE);
    for (const { number, note } of page) {
      const ordered = readOrdered(note);
      if (!ordered || !names.includes(ordered.invoice)) continue;
      const lines = order.lines.map((line) => ordered.places.indexOf(placeName(line)) + 1);
      if (lines.every((line) => line > 0)) return { exercise, order: number, lines };
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) throw nothingToLower(corrected, exercise);
    after = last.number;
  }
};

const nothingToLower = (corrected: readonly string[], exercise: number): Refused =>
  new Refused(
    'reference-data-missing',
    corrected.length === 0
      ? say(
          'L’avoir ne dit pas quelle facture il corrige. Faites la réduction de mandat dans votre logiciel.',
          'The credit note does not say which invoice it corrects. Reduce the payment order in your own software.',
        )
      : say(
          `Aucun mandat de ${exercise} n’a été émis ici pour la facture ${corrected.join(', ')} sur les mêmes comptes. Faites la réduction, ou le titre si l’exercice est clos, dans votre logiciel.`,
          `No payment order of ${exercise} was issued here for invoice ${corrected.join(', ')} on the same accounts. Reduce it, or write a revenue if its year is closed, in your own software.`,
        ),
  );
