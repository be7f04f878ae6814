import {
  type BillPreview,
  deliveryKey,
  type InvoiceEnvelope,
  type PreviewOutcome,
} from '@parvis/application/accounting/accounting-connector';
import { say } from '@parvis/domain/display/language';
import { calendarDay } from '@parvis/domain/time/paris';
import { billPreview } from '../bill-preview.js';
import { asOutcome } from '../failures.js';
import { plainBill } from '../plain-bill.js';
import { placeOf } from './payment-lines.js';
import { paymentOrder } from './payment-order.js';
import type { PesSettings } from './pes-settings.js';
import { type OrderNumbers, pesFileName, writePes } from './write-pes.js';

const nobody = deliveryKey('00000000-0000-0000-0000-000000000000', 1);

/** The PES as it would be written, its files shortened. No number is taken: those shown are the first of the year. */
export const previewPes = (
  envelope: InvoiceEnvelope,
  settings: PesSettings,
  now: Date,
): Promise<PreviewOutcome> =>
  asOutcome(async () => {
    const order = paymentOrder(envelope, nobody, settings);
    const day = calendarDay(now);
    const isReduction = order.codes.batch === '02';
    const numbers: OrderNumbers = {
      sending: 1,
      round: 0,
      exercise: settings.exercise ?? Number(day.slice(0, 4)),
      batch: isReduction ? settings.firstReductionBatch : settings.firstBatch,
      order: isReduction ? settings.firstReduction : settings.firstOrder,
      day,
    };
    const bill = billPreview(envelope, plainBill(envelope.invoice, 2), {
      there: 'unknown',
      accountOf: (line) => {
        const { account, function: its } = placeOf(line, envelope.serviceCode, settings);
        return its === undefined ? account : `${account} / ${its}`;
      },
      remarks: [numbersComeLater, ...(isReduction ? [searchedLater] : []), ...remarksOn(order)],
    });
    const document: BillPreview['document'] = {
      fileName: pesFileName(order.siret, numbers),
      mediaType: 'application/xml',
      text: indented(writePes(order, numbers, settings, ({ bytes }) => `(${bytes.length} octets)`)),
    };
    return { kind: 'preview' as const, bill: { ...bill, document } };
  });

/** One element a line, for people. */
const indented = (xml: string): string => {
  let depth = 0;
  return xml
    .replaceAll('><', '>\n<')
    .split('\n')
    .map((line) => {
      if (line.startsWith('</')) depth -= 1;
      const shown = '  '.repeat(depth) + line;
      if (/^<[^?/]/.test(line) && !line.endsWith('/>') && !line.includes('</')) depth += 1;
      return shown;
    })
    .join('\n');
};

const remarksOn = ({ supplier, limit, payment }: ReturnType<typeof paymentOrder>) => [
  ...(supplier.address
    ? []
    : [
        say(
          'L’adresse du fournisseur n’est pas complète : elle n’est pas transmise.',
          'The supplier’s address is not complete: it is not passed on.',
        ),
      ]),
  ...(payment && !limit
    ? [
        say(
          'La date limite de paiement n’est pas connue : le délai global de paiement n’est pas transmis.',
          'The day to pay by is not known: the legal payment period is not passed on.',
        ),
      ]
    : []),
];

const numbersComeLater = say(
  'Les numéros de bordereau et de mandat sont attribués à l’envoi, une fois pour toutes ; ceux-ci servent d’exemple.',
  'Batch and order numbers are given when the file is sent, once and for all; these are examples.',
);

const searchedLater = say(
  'Le mandat à réduire est recherché à l’envoi, parmi ceux que Parvis a émis cette année.',
  'The order to reduce is looked for when the file is sent, among those that Parvis has issued this year.',
);
