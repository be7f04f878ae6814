/**
 * Where an invoice lives: the public entity that receives it and the invoice's own identifier, both UUIDs.
 * The recipient comes first because every table that grows with invoices is keyed, and on a cluster distributed, on it.
 */
export interface InvoiceRef {
  readonly recipientId: string;
  readonly invoiceId: string;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const WORD = /^[A-Za-z0-9_-]{44}$/;

/** One opaque word for addresses and APIs: both identifiers in 44 characters, two for every 12 bits. */
export const formatInvoiceRef = ({ recipientId, invoiceId }: InvoiceRef): string => {
  const hex = (recipientId + invoiceId).replaceAll('-', '').padEnd(66, '0');
  return (hex.match(/.{3}/g) ?? [])
    .map((triple) => Number.parseInt(triple, 16))
    .map((bits) => ALPHABET.charAt(bits >> 6) + ALPHABET.charAt(bits & 63))
    .join('');
};

/** The reverse of `formatInvoiceRef`; undefined for a word it did not make. */
export const parseInvoiceRef = (word: string): InvoiceRef | undefined => {
  if (!WORD.test(word)) return undefined;
  const hex = (word.match(/../g) ?? [])
    .map((pair) => ALPHABET.indexOf(pair.charAt(0)) * 64 + ALPHABET.indexOf(pair.charAt(1)))
    .map((bits) => bits.toString(16).padStart(3, '0'))
    .join('');
  const ref = { recipientId: toUuid(hex.slice(0, 32)), invoiceId: toUuid(hex.slice(32, 64)) };
  return UUID.test(ref.recipientId) && UUID.test(ref.invoiceId) && hex.endsWith('00') ? ref : undefined;
};

const toUuid = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
