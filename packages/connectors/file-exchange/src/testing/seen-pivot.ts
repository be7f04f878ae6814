import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

/** What an accountant's program sees in a pivot, read without any of the code that wrote it. */
export interface SeenPivot {
  readonly number: string;
  readonly supplier: string;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly lines: number;
  /** SHA-256 of each file, unpacked. */
  readonly files: readonly string[];
}

export const seePivot = (xml: string): SeenPivot => {
  const isCreditNote = one(xml, 'Type') === '381';
  const signed = (cents: number) => `${isCreditNote ? '-' : ''}${(cents / 100).toFixed(2)}`;
  const data = one(xml, 'DonneesFacture');
  return {
    number: one(data, 'Id'),
    supplier: one(one(xml, 'Fournisseur'), 'Identifiant'),
    net: signed(cents(one(one(data, 'Montants'), 'MontantHT'))),
    gross: signed(cents(one(data, 'MontantTTC'))),
    vat: signed(all(data, 'MontantTVA').reduce((sum, amount) => sum + cents(amount), 0)),
    lines: all(data, 'Ligne').length,
    files: all(xml, 'Contenu').map((content) =>
      createHash('sha256')
        .update(unzip(Buffer.from(content, 'base64')))
        .digest('hex'),
    ),
  };
};

const cents = (amount: string): number => Math.round(Number(amount) * 100);

const all = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gs'))].map(
    ([, content = '']) => content,
  );

const one = (xml: string, name: string): string => {
  const [found] = all(xml, name);
  if (found === undefined) throw new Error(`no <${name}>`);
  return found.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
};

/** The one file of an archive, by its first header. */
const unzip = (zip: Buffer): Buffer =>
  inflateRawSync(zip.subarray(30 + zip.readUInt16LE(26) + zip.readUInt16LE(28)));
