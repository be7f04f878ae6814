import { createHash } from 'node:crypto';
import type {
  DeliveryKey,
  DeliveryOutcome,
  ExternalReference,
  InvoiceEnvelope,
} from '@parvis/application/accounting/accounting-connector';
import { say } from '@parvis/domain/display/language';
import type { ConnectorNumbers, ConnectorTools } from '../connector-tools.js';
import { NoAnswer } from '../exchange.js';
import { asOutcome, Refused } from '../failures.js';
import { numberOrder } from './number-order.js';
import { paymentOrder } from './payment-order.js';
import type { PesSettings } from './pes-settings.js';
import { rememberSending, type Sending, type SentThisWay } from './sendings.js';
import { type OrderNumbers, pesBytes, pesFileName, writePes } from './write-pes.js';

/** A PES ready to go, the same to the byte each time it is made. */
export interface PesFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** What people find it by: « Bordereau 42, mandat 1187 (2026) », and « , envoi 2 » after a refusal. */
  readonly title: string;
}

/** Where a PES goes. Throws `Refused`, `NotNow` or `NoAnswer`. */
export interface PesCarrier {
  /** `https://s2low.example`, `folder:compta`: what was sent this way was not sent another. */
  readonly way: string;
  /** Brings the file there, or finds that it is there; answers what the other side calls it. */
  send(file: PesFile, key: DeliveryKey): Promise<{ readonly id: string; readonly wasThere: boolean }>;
}

/** `21990012300015/00/2026/42/1187`: what Hélios' answers join on. */
export const pesReference = (
  { siret, budget }: Pick<PesSettings, 'siret' | 'budget'>,
  { exercise, batch, order }: Pick<OrderNumbers, 'exercise' | 'batch' | 'order'>,
): ExternalReference => ({
  id: [siret, budget, exercise, batch, order].join('/'),
  number: String(order),
});

/** One invoice, one batch, one order, one file: sent once, whatever dies in between. */
export const deliverPes = (
  { envelope, key }: { readonly envelope: InvoiceEnvelope; readonly key: DeliveryKey },
  settings: PesSettings,
  carrier: PesCarrier,
  tools: Pick<ConnectorTools, 'numbers' | 'mark'>,
): Promise<DeliveryOutcome> =>
  asOutcome(async () => {
    const numbers = numbersOf(tools);
    const order = paymentOrder(envelope, key, settings);
    const { given, sending } = await numberOrder(order, { envelope, key }, settings, numbers);
    const reference = pesReference(settings, given);
    const before = sending.ways[carrier.way];
    if (before?.there !== undefined) return { kind: 'alreadyKnown', reference };
    const file = {
      fileName: pesFileName(order.siret, given),
      bytes: pesBytes(writePes(order, given, settings)),
      title: titleOf(given),
    };
    const tried = createHash('sha256').update(file.bytes).digest('hex');
    if (before && before.tried !== tried) throw changedSince(given);
    const remember = (sent: SentThisWay | undefined) =>
      rememberSending(numbers, settings, key, withWay(sending, carrier.way, sent));
    if (!before) await remember({ tried });
    const { id, wasThere } = await sendOrForget(
      () => carrier.send(file, key),
      () => remember(before),
    );
    tools.mark('deliver.createdThere');
    await remember({ tried, there: id });
    tools.mark('deliver.attachedThere');
    return { kind: wasThere ? 'alreadyKnown' : 'accepted', reference };
  });

export const numbersOf = ({ numbers }: Pick<ConnectorTools, 'numbers'>): ConnectorNumbers => {
  if (!numbers)
    throw new Error('a PES needs numbers, and this installation opened the connection without any');
  return numbers;
};

const titleOf = ({ batch, order, exercise, round }: OrderNumbers): string =>
  `Bordereau ${batch}, mandat ${order} (${exercise})${round === 0 ? '' : `, envoi ${round + 1}`}`;

const withWay = (sending: Sending, way: string, sent: SentThisWay | undefined): Sending => {
  const { [way]: _before, ...others } = sending.ways;
  return { ...sending, ways: sent ? { ...others, [way]: sent } : others };
};

/** Nothing of it can have arrived: the next try may send other bytes. */
const certainly = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'];

const sendOrForget = async <Answer>(
  send: () => Promise<Answer>,
  forget: () => Promise<void>,
): Promise<Answer> => {
  try {
    return await send();
  } catch (error) {
    if (error instanceof Refused || (error instanceof NoAnswer && certainly.includes(error.code)))
      await forget();
    throw error;
  }
};

/** Two files under the same numbers: Hélios would refuse the second, or take the wrong one. */
const changedSince = ({ batch, order, exercise }: OrderNumbers): Refused =>
  new Refused(
    'gone-there',
    say(
      `Un premier envoi (bordereau ${batch}, mandat ${order}, ${exercise}) est resté sans réponse, et la facture ou les réglages ont changé depuis. Vérifiez chez le comptable si ce mandat est arrivé, puis traitez cette facture dans votre logiciel.`,
      `A first sending (batch ${batch}, order ${order}, ${exercise}) got no answer, and the invoice or the settings have changed since. Check with the accountant whether that order arrived, then treat this invoice in your own software.`,
    ),
  );
