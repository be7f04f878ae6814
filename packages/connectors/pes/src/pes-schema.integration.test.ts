import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { Refused } from '@parvis/connector-kit/failures';
import { numberOrder } from '@parvis/connector-kit/pes/number-order';
import { paymentOrder } from '@parvis/connector-kit/pes/payment-order';
import { pesBytes, writePes } from '@parvis/connector-kit/pes/write-pes';
import { allNamed, firstNamed, readXml, shownIn, type XmlElement } from '@parvis/connector-kit/pes/xml-tree';
import { aDelivery, aFile, type TestDelivery } from '@parvis/connector-kit/testing/contract-envelope';
import { someNumbers, somePesSettings } from '@parvis/connector-kit/testing/pes-books';
import { Decimal } from '@parvis/domain/amount/decimal';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { aCreditNote, anInvoice } from '@parvis/domain/testing/invoice-builder';
import { randomInvoice } from '@parvis/domain/testing/random-invoice';
import { SeededChoices } from '@parvis/domain/testing/seeded-choices';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const schema = fileURLToPath(new URL('../schema/pes-aller-depense.xsd', import.meta.url));
const example = fileURLToPath(new URL('../schema/example-bordereau.xml', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pes-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What libxml2 says against our schema; empty when every file is valid. */
const complaintsOn = (files: readonly string[]): string => {
  const { status, stderr, error } = spawnSync('xmllint', ['--noout', '--schema', schema, ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  });
  if (error) throw error;
  return status === 0 ? '' : stderr.replaceAll(/^.* validates$\n?/gm, '').slice(0, 4_000);
};

const made = async (
  { envelope, key }: TestDelivery,
  settings = somePesSettings,
  numbers = someNumbers(),
): Promise<string> => {
  const order = paymentOrder(envelope, key, settings);
  const { given } = await numberOrder(order, { envelope, key }, settings, numbers);
  return writePes(order, given, settings);
};

const written = (name: string, xml: string): string => {
  const file = path.join(folder, `${name}.xml`);
  writeFileSync(file, pesBytes(xml));
  return file;
};

/** Names, subjects and numbers that break careless writers. */
const hardTexts = [
  'Œuvres & fils <S.à r.l.> « Léa »',
  'Łódź Żółć Český Krumlov ŽĎÁR',
  '日本株式会社',
  '000',
  'nc',
  '.',
  '  \u00a0\u2009 ',
  'É'.repeat(150),
  'Fournitures… – 12 € l’unité “lot n° 3”',
  '👍🏽 Emballages',
  '\u0000\u0007tab\tnew\nline',
] as const;

/** A seeded invoice that Hélios can take at all: in euros, unpaid, with a bank account. */
const seeded = (seed: number): TestDelivery => {
  const choices = new SeededChoices(seed);
  const { vatCurrency: _vatCurrency, totals, ...invoice } = randomInvoice(seed);
  const { paid: _paid, rounding: _rounding, vatInVatCurrency: _other, ...rest } = totals;
  const hard = choices.one(...hardTexts);
  const ordinary: Invoice = {
    ...invoice,
    currency: 'EUR',
    totals: { ...rest, due: totals.taxInclusive ?? Decimal.zero },
    typeCode: '380',
    number: choices.happens(0.3) ? hard : (invoice.number ?? 'F-1'),
    payments: choices.one([{ meansCode: '59' }], anInvoice().payments, [
      {
        meansCode: '58',
        creditTransfer: {
          account: 'BE68 5390 0754 7034',
          serviceProvider: 'GEBABEBB',
          accountName: hard,
        },
      },
    ]),
  };
  const supplier: InvoiceEnvelope['supplier'] = choices.happens(0.8)
    ? { siret: '00000012500013', name: choices.happens(0.4) ? hard : 'Papeterie du Bocage' }
    : { otherIdentifier: { type: 'UE_HORS_FRANCE', value: 'BE0912345631' }, name: hard };
  return aDelivery(ordinary, {
    supplier,
    ...choices.maybe('paymentDueDate', () => '2026-12-20'),
    ...choices.maybe('engagementNumber', () => hard),
    files: [
      aFile(`${hard}.xml`, 'application/xml', '<facture/>'),
      ...choices.some(0, 2, (index) => aFile(`plan ${index}`, 'application/pdf', '%PDF-1.7')),
    ],
  });
};

describe('a PES', () => {
  it('has the structure of the example, which is valid', async () => {
    expect(complaintsOn([example])).toBe('');
    const ours = await made(
      aDelivery(
        {
          payments: [
            { creditTransfer: { account: 'FR7630006000011234567890189', serviceProvider: 'AGRIFRPP' } },
          ],
        },
        { paymentDueDate: '2026-12-03' },
      ),
    );
    const namesIn = (element: XmlElement | undefined): string[] =>
      element ? element.children.flatMap((child) => [child.name, ...namesIn(child)]) : [];
    const known = namesIn(readXml(readFileSync(example)));
    const names = namesIn(readXml(pesBytes(ours)));
    // RefTiers is a number of the supplier in the finance software, which we do not have.
    expect([...new Set(known)].filter((name) => !names.includes(name))).toEqual([
      'MtCumulAnnuel',
      'RefTiers',
    ]);
    expect(complaintsOn([written('like-the-example', ours)])).toBe('');
  });

  it('is valid for 200 seeded invoices with the hardest texts, and adds up to the cent in each', async () => {
    const files: string[] = [];
    const off: unknown[] = [];
    for (let seed = 1; files.length < 200; seed += 1) {
      const delivery = seeded(seed);
      const settings = seed % 3 === 0 ? { ...somePesSettings, vat: 'deductible' as const } : somePesSettings;
      const xml = await made(delivery, settings).catch((refusal: unknown) => {
        // Sums below zero exist among random invoices, and lines whose VAT no breakdown names.
        if (refusal instanceof Refused && ['amount-differs', 'validation-refused'].includes(refusal.code))
          return undefined;
        throw refusal;
      });
      if (xml === undefined) continue;
      files.push(written(`seed-${seed}`, xml));
      const root = readXml(pesBytes(xml));
      const sum = (name: string) =>
        Decimal.sum(
          allNamed(root as XmlElement, 'LigneDePiece').map((line) => Decimal.of(shownIn(line, name) ?? '0')),
        );
      const gross = delivery.envelope.invoice.totals.taxInclusive ?? Decimal.zero;
      if (!sum('MtHT').plus(sum('MtTVA')).equals(gross)) off.push(seed);
    }
    expect(off).toEqual([]);
    expect(complaintsOn(files)).toBe('');
  });

  it('is the same to the byte when it is made again another day', async () => {
    let day = '2026-12-31T10:00:00.000Z';
    const numbers = someNumbers(() => new Date(day));
    const delivery = aDelivery();
    const first = await made(delivery, somePesSettings, numbers);
    day = '2027-01-02T10:00:00.000Z';
    expect(await made(delivery, somePesSettings, numbers)).toBe(first);
    expect(await made(delivery, { ...somePesSettings, exercise: 2027 }, numbers)).toBe(first);
  });

  it('carries the invoice inside, compressed, under an identifier of letters and digits', async () => {
    const delivery = aDelivery();
    const root = readXml(pesBytes(await made(delivery))) as XmlElement;
    const file = firstNamed(root, 'Fichier');
    const [sent] = delivery.envelope.files;
    expect(gunzipSync(Buffer.from(file?.text ?? '', 'base64')).equals(sent?.bytes ?? Buffer.alloc(0))).toBe(
      true,
    );
    const ids = allNamed(root, 'IdUnique').map(({ attributes }) => attributes.V ?? '');
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[0-9a-zA-Z]{1,50}$/);
  });

  it('lowers the order of the invoice that a credit note corrects, line for line', async () => {
    const numbers = someNumbers();
    const invoice = aDelivery();
    await made(invoice, somePesSettings, numbers);
    const { typeCode = '381' } = aCreditNote();
    const { number = '' } = invoice.envelope.invoice;
    const credit = aDelivery({ typeCode, precedingInvoices: [{ number }] });
    const xml = await made(credit, somePesSettings, numbers);
    const root = readXml(pesBytes(xml)) as XmlElement;
    const codes = ['TypBord', 'TypPce', 'NatPce', 'IdPceOrig', 'IdLigneOrig', 'IdPce'].map((name) =>
      shownIn(root, name),
    );
    expect(codes).toEqual(['02', '02', '06', '1187', '1', '500001']);
    expect(complaintsOn([written('credit-note', xml)])).toBe('');
  });

  it('is refused in words where a credit note corrects nothing that was ordered here', async () => {
    const credit = aDelivery({ typeCode: '381', precedingInvoices: [{ number: 'F-INCONNUE' }] });
    await expect(made(credit)).rejects.toMatchObject({
      code: 'reference-data-missing',
      said: { fr: expect.stringContaining('F-INCONNUE') },
    });
  });
});
