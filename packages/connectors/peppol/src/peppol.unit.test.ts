import { deliveryKey } from '@parvis/application/accounting/accounting-connector';
import { aDelivery, aForeignSupplier } from '@parvis/connector-kit/testing/contract-envelope';
import { creditNote, ordinaryContents } from '@parvis/connector-kit/testing/delivered-contents';
import { readElementTree } from '@parvis/formats/extension/read-element-tree';
import { readInvoice } from '@parvis/formats/read-invoice';
import { describe, expect, it } from 'vitest';
import { readResponse, responseCodes } from './read-response.js';
import { readRoutedTotals } from './read-routed.js';
import { routedDocument } from './routing-envelope.js';

const key = deliveryKey('5d9f0c1e-0000-4000-8000-000000000001', 1);
const writtenAt = new Date('2026-11-20T08:00:00Z');

const treeOf = (xml: string) => {
  const tree = readElementTree(Buffer.from(xml));
  if (!tree) throw new Error('not well formed');
  return tree;
};

/** The document alone, as an access point hands it on. */
const bodyOf = (xml: string): Uint8Array => {
  const [body = ''] = /<(Invoice|CreditNote) [\s\S]*<\/\1>/.exec(xml) ?? [];
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
};

describe('a routed invoice', () => {
  it('says from whom, to whom, what it is and by which process', () => {
    const { envelope } = aDelivery();
    const header = treeOf(routedDocument(envelope, key, writtenAt)).first('StandardBusinessDocumentHeader');
    expect(header?.textAt('Sender/Identifier')).toBe('0009:00000012500013');
    expect(header?.textAt('Receiver/Identifier')).toBe('0009:00000210500013');
    expect(header?.first('Sender/Identifier')?.attributes.get('Authority')).toBe('iso6523-actorid-upis');
    expect(header?.textAt('DocumentIdentification/InstanceIdentifier')).toBe(key);
    const scopes = header
      ?.all('BusinessScope/Scope')
      .map((scope) => [scope.textAt('Type'), scope.textAt('InstanceIdentifier')]);
    expect(scopes).toEqual([
      [
        'DOCUMENTID',
        'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2::Invoice##urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0::2.1',
      ],
      ['PROCESSID', 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'],
      ['COUNTRY_C1', 'FR'],
    ]);
  });

  it.each([...ordinaryContents, creditNote])(
    'is an invoice that others can read, to the cent: $name',
    async ({ invoice, shown }) => {
      const { envelope } = aDelivery(invoice);
      const xml = routedDocument(envelope, key, writtenAt);
      const read = await readInvoice(bodyOf(xml), 'facture.xml');
      if (!('invoice' in read)) throw new Error(JSON.stringify(read));
      expect(`${read.invoice.totals.taxInclusive}`).toBe(shown.gross.replace('-', ''));
      expect(read.invoice).toMatchObject({
        number: envelope.invoice.number,
        specification: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
        businessProcess: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
        seller: { electronicAddress: { value: '00000012500013', scheme: '0009' } },
        buyer: { electronicAddress: { value: '00000210500013', scheme: '0009' } },
      });
      expect(`${readRoutedTotals(Buffer.from(xml))?.net}`).toBe(shown.net.replace('-', ''));
    },
  );

  it('routes a credit note as one', () => {
    const { envelope } = aDelivery(creditNote.invoice);
    const tree = treeOf(routedDocument(envelope, key, writtenAt));
    expect(tree.textAt('StandardBusinessDocumentHeader/DocumentIdentification/Type')).toBe('CreditNote');
    expect(tree.first('CreditNote')).toBeDefined();
  });

  it('puts several notes into the one that the format allows', () => {
    const { envelope } = aDelivery({ notes: [{ text: 'Un' }, { subjectCode: 'AAB', text: 'Deux' }] });
    const tree = treeOf(routedDocument(envelope, key, writtenAt));
    expect(tree.all('Invoice/Note').map(({ text }) => text)).toEqual(['Un\nDeux']);
  });

  it('addresses a supplier from abroad by its VAT number', () => {
    const supplier = aForeignSupplier();
    const { envelope } = aDelivery({}, { supplier });
    const tree = treeOf(routedDocument(envelope, key, writtenAt));
    expect(tree.textAt('StandardBusinessDocumentHeader/Sender/Identifier')).toBe(
      `9925:${supplier.otherIdentifier?.value}`,
    );
  });

  it('leaves to a person a supplier whom the network cannot address', () => {
    const supplier = { name: 'Atelier', otherIdentifier: { type: 'RIDET', value: '0123456' } } as const;
    const { envelope } = aDelivery({}, { supplier });
    expect(() => routedDocument(envelope, key, writtenAt)).toThrow(
      expect.objectContaining({ code: 'validation-refused' }),
    );
  });

  it('is not read back where it is not whole', () => {
    const xml = routedDocument(aDelivery().envelope, key, writtenAt);
    expect(readRoutedTotals(Buffer.from(xml.slice(0, -40)))).toBeUndefined();
  });
});

const response = (
  code: string,
  more = '',
  document = '<DocumentReference><ID>F-42</ID></DocumentReference>',
) =>
  `<ApplicationResponse><IssueDate>2026-11-20</IssueDate><ReceiverParty><EndpointID>00000012500013</EndpointID></ReceiverParty><DocumentResponse><Response><ResponseCode>${code}</ResponseCode>${more}</Response>${document}</DocumentResponse></ApplicationResponse>`;

const read = (xml: string, name = 'a.xml') => readResponse(name, Buffer.from(xml));

describe('an invoice response', () => {
  it.each([
    ['AB', []],
    ['IP', []],
    ['UQ', []],
    ['CA', []],
    ['RE', ['refuse']],
    ['AP', ['approve']],
    ['PD', ['startPayment']],
    ['XX', []],
  ])('says %s, which leads to %s', (code, actions) => {
    expect(read(response(code))).toMatchObject({
      kind: 'news',
      statuses: [
        {
          supplierIdentifier: '00000012500013',
          invoiceNumber: 'F-42',
          sourceCode: code,
          actions,
          // Midnight in Paris.
          occurredAt: new Date('2026-11-19T23:00:00Z'),
        },
      ],
    });
  });

  it('brings its reasons, words before codes', () => {
    const status =
      '<Status><StatusReasonCode>REF</StatusReasonCode><StatusReason>Engagement inconnu</StatusReason></Status><Status><StatusReasonCode>QUA</StatusReasonCode></Status>';
    expect(read(response('RE', status))).toMatchObject({
      statuses: [{ reason: 'Engagement inconnu ; QUA' }],
    });
  });

  it('is read inside its routing envelope too', () => {
    const wrapped = `<StandardBusinessDocument><StandardBusinessDocumentHeader/>${response('AP')}</StandardBusinessDocument>`;
    expect(read(wrapped)).toMatchObject({ kind: 'news', statuses: [{ sourceCode: 'AP' }] });
  });

  it('is left alone while it may be written', () => {
    expect(read(response('AP').slice(0, -30)).kind).toBe('unfinished');
  });

  it.each([
    ['another document', '<Invoice></Invoice>', 'a.xml'],
    ['no invoice named', response('AP', '', ''), 'a.xml'],
    ['another kind of file', response('AP'), 'a.pdf'],
  ])('is broken: %s', (_name, xml, name) => {
    expect(read(xml, name).kind).toBe('broken');
  });

  it('has every word of it explained', () => {
    expect(responseCodes.map(({ word }) => word)).toEqual(['AB', 'IP', 'UQ', 'CA', 'RE', 'AP', 'PD']);
  });
});
