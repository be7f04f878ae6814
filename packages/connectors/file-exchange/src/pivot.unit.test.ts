import { createHash } from 'node:crypto';
import { deliveryKey } from '@parvis/application/accounting/accounting-connector';
import { aDelivery, aFile, aForeignSupplier } from '@parvis/connector-kit/testing/contract-envelope';
import { creditNote, manyLines, ordinaryContents } from '@parvis/connector-kit/testing/delivered-contents';
import { Decimal } from '@parvis/domain/amount/decimal';
import { aLine, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';
import { readElementTree } from '@parvis/formats/extension/read-element-tree';
import { describe, expect, it } from 'vitest';
import { type PivotAttachment, pivotAttachments, zippedBase64 } from './pivot-attachment.js';
import { readPivotTotals } from './read-pivot.js';
import { pivotFaults } from './testing/pivot-structure.js';
import { seePivot } from './testing/seen-pivot.js';
import { type CarriedFile, writePivot } from './write-pivot.js';

const flow = {
  flowId: 'PARV010036000000000000001',
  sender: 'PARV01',
  receiver: 'COMPTA',
  producedAt: new Date('2026-11-20T08:00:00Z'),
};

const carried = async (attachment: PivotAttachment): Promise<CarriedFile> => ({
  ...attachment,
  content: await zippedBase64(attachment),
});

const pivotOf = async ({ envelope, key }: ReturnType<typeof aDelivery>): Promise<string> =>
  writePivot(envelope, key, flow, await Promise.all(pivotAttachments(envelope).map(carried)));

const treeOf = (xml: string) => {
  const tree = readElementTree(Buffer.from(xml));
  if (!tree) throw new Error('not well formed');
  return tree;
};

const textOf = (xml: string, path: string) =>
  treeOf(xml).textAt(`CPPFactures/CPPFacturePivotUnitaire/${path}`);

describe('a pivot', () => {
  it.each([...ordinaryContents, creditNote, manyLines(40)])(
    'is valid and right to the cent: $name',
    async ({ invoice, shown }) => {
      const delivery = aDelivery(invoice);
      const xml = await pivotOf(delivery);
      expect(pivotFaults(treeOf(xml))).toEqual([]);
      expect(seePivot(xml)).toMatchObject(shown);
      const read = readPivotTotals(Buffer.from(xml));
      expect(`${read?.gross.absolute()}`).toBe(shown.gross.replace('-', ''));
    },
  );

  it('carries characters of every kind and texts of 120 characters', async () => {
    const label = `Électricité « Œuvre & Fils » <n° 1> 日本 ${'é'.repeat(120)}`;
    const { envelope, key } = aDelivery(
      anInvoiceOf([aLine({ item: { name: label, classifications: [], attributes: [] } })]),
    );
    const supplier = { ...envelope.supplier, name: 'Ateliers Ñandú & Łukasz <SARL>' };
    const xml = await pivotOf({ envelope: { ...envelope, supplier }, key });
    expect(pivotFaults(treeOf(xml))).toEqual([]);
    expect(textOf(xml, 'DonneesFacture/Lignes/Ligne/ReferenceProduit')).toBe(label);
    expect(textOf(xml, 'Fournisseur/RaisonSociale')).toBe('Ateliers Ñandú & Łukasz <SARL>');
  });

  it('holds every file as the only one of a ZIP, the original as the invoice', async () => {
    const files = [
      aFile('facture.xml', 'application/xml', '<Invoice/>'),
      aFile('lisible.pdf', 'application/pdf', '%PDF-1.7'),
      aFile(`bon-${'x'.repeat(80)}.pdf`, 'application/pdf', '%PDF-1.7 bon'),
    ];
    const delivery = aDelivery({ number: 'F/2026 42' }, { files });
    const xml = await pivotOf(delivery);
    expect(pivotFaults(treeOf(xml))).toEqual([]);
    expect(seePivot(xml).files).toEqual(
      files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')),
    );
    const names = treeOf(xml)
      .all('CPPFactures/CPPFacturePivotUnitaire/PJ')
      .map((file) => [file.textAt('NomPJ'), file.textAt('TypePJ'), file.textAt('CategoriePJ')]);
    expect(names).toEqual([
      ['FAC00000012500013F202642.xml', '01', 'Facture XML'],
      ['PJ01.pdf', '02', 'Facture PDF'],
      ['PJ02.pdf', '02', 'Pièce jointe standard'],
    ]);
  });

  it('names the invoice that a credit note corrects, and keeps its amounts as the supplier wrote them', async () => {
    const xml = await pivotOf(aDelivery(creditNote.invoice));
    expect(textOf(xml, 'DonneesFacture/Type')).toBe('381');
    expect(textOf(xml, 'DonneesFacture/IdFactureOrigine')).toBe('F-2026-0042');
    expect(textOf(xml, 'DonneesFacture/Montants/MontantTTC')).toBe('120.00');
  });

  it('tells a revision that it was completed', async () => {
    const { envelope } = aDelivery();
    const id = '5d9f0c1e-0000-4000-8000-000000000001';
    const first = await pivotOf({ envelope, key: deliveryKey(id, 1) });
    const second = await pivotOf({ envelope, key: deliveryKey(id, 2) });
    expect([first, second].map((xml) => textOf(xml, 'DonneesFacture/Renvoi'))).toEqual(['Non', 'Complétée']);
  });

  it('counts the payment period from the day on which the entity got the invoice', async () => {
    const { envelope, key } = aDelivery({}, { receivedOn: '2026-11-03' });
    const xml = await pivotOf({ envelope, key });
    expect(textOf(xml, 'DonneesFacture/DateReception')).toBe('2026-11-03');
  });

  it.each([
    ['58', 'B1', '30', 'A1'],
    ['59', 'S2', '49', 'A2'],
    ['48', 'M5', '48', 'A9'],
    ['ZZZ', 'A25', '30', 'A25'],
    ['97', 'A11', '97', 'A1'],
  ])(
    'says the means %s and the framework %s as the pivot does',
    async (meansCode, businessProcess, code, cadre) => {
      const xml = await pivotOf(aDelivery({ businessProcess, payments: [{ meansCode }] }));
      expect(textOf(xml, 'DonneesFacture/ModePaiement/Code')).toBe(code);
      expect(textOf(xml, 'DonneesFacture/Cadre')).toBe(cadre);
      expect(pivotFaults(treeOf(xml))).toEqual([]);
    },
  );

  it('knows a supplier from abroad by the kind of its identifier', async () => {
    const supplier = aForeignSupplier();
    const xml = await pivotOf(aDelivery({}, { supplier }));
    expect(textOf(xml, 'Fournisseur/TypeIdentifiant')).toBe('2');
    expect(textOf(xml, 'Fournisseur/Identifiant')).toBe(supplier.otherIdentifier?.value);
  });

  it('leaves to a person a number that it has no room for', async () => {
    const delivery = aDelivery({ number: 'F-2026-000000000000042' });
    await expect(pivotOf(delivery)).rejects.toMatchObject({ code: 'validation-refused' });
  });

  it('is not read back where it is not whole', async () => {
    const xml = await pivotOf(aDelivery());
    expect(readPivotTotals(Buffer.from(xml.slice(0, -30)))).toBeUndefined();
    expect(readPivotTotals(Buffer.from(xml))).toMatchObject({ gross: Decimal.of('120.00') });
  });
});
