import type { DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import type { ConnectorNumbers } from '@parvis/connector-kit/connector-tools';
import type { S2lowSettings } from './settings.js';

/** One taking of a file by S²LOW. An order that Hélios refused goes again, and is a transaction more. */
export interface Transaction {
  readonly key: DeliveryKey;
  readonly id: string;
}

/** Its place among all of ours over this way. */
export interface PlacedTransaction extends Transaction {
  readonly number: number;
  readonly postedAt: Date;
}

export const wayOf = ({ url, login }: Pick<S2lowSettings, 'url' | 'login'>): string =>
  `s2low ${new URL(url).host}${login === undefined ? '' : ` ${login}`}`;

const sequenceOf = (settings: Pick<S2lowSettings, 'url' | 'login'>): string =>
  `${wayOf(settings)} transactions`;

export const rememberTransaction = async (
  numbers: ConnectorNumbers,
  settings: S2lowSettings,
  { key, id }: Transaction,
): Promise<void> => {
  // Transactions are numbered, not deliveries: each has a name of its own.
  await numbers.next(sequenceOf(settings), `${key}:${id}` as DeliveryKey);
};

export const transactionsAfter = async (
  numbers: ConnectorNumbers,
  settings: S2lowSettings,
  number: number,
  limit: number,
): Promise<readonly PlacedTransaction[]> =>
  (await numbers.after(sequenceOf(settings), number, limit)).map(({ key: name, number: place, givenAt }) => {
    const cut = name.lastIndexOf(':');
    return {
      key: name.slice(0, cut) as DeliveryKey,
      id: name.slice(cut + 1),
      number: place,
      postedAt: givenAt,
    };
  });
