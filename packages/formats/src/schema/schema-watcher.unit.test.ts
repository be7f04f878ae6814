import { aFullInvoice } from '@parvis/domain/testing/full-invoice';
import { aCreditNote } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, it } from 'vitest';
import { writeCii } from '../write/write-cii.js';
import { writeUbl } from '../write/write-ubl.js';
import { readXmlInvoice } from '../xml/read-xml-invoice.js';

const ubl = writeUbl(aFullInvoice()).xml;
const creditNote = writeUbl(aCreditNote()).xml;
const cii = writeCii(aFullInvoice()).xml;

/** What the schema says of a document: rule, element, place. */
const told = (xml: string) =>
  readXmlInvoice(new TextEncoder().encode(xml))
    .faults.filter(({ rule }) => rule.startsWith('PV-SCHEMA-'))
    .map(({ rule, values, location, severity }) => [rule, values?.element, location, severity]);

/** The text with one piece replaced; a piece that is not there would make a test that tests nothing. */
const edited = (text: string, piece: string | RegExp, by: string): string => {
  const changed = text.replace(piece, by);
  if (changed === text) throw new Error(`not in the document: ${piece}`);
  return changed;
};

describe('the order and the number of elements', () => {
  it.each([ubl, creditNote, cii])('are right in what we write', (xml) => {
    expect(told(xml)).toEqual([]);
  });

  it('are told where two elements stand the wrong way round', () => {
    const id = '  <cbc:ID>F-2026-0042</cbc:ID>\n';
    const date = '  <cbc:IssueDate>2026-03-02</cbc:IssueDate>\n';
    expect(told(edited(ubl, id + date, date + id))).toEqual([
      ['PV-SCHEMA-ORDER', 'cbc:ID', '/Invoice/cbc:ID', 'fatal'],
    ]);
  });

  it('are told once where one element stands far too early', () => {
    const total = /<cac:LegalMonetaryTotal>[\s\S]*<\/cac:LegalMonetaryTotal>/;
    const [block = ''] = total.exec(ubl) ?? [];
    const moved = edited(edited(ubl, block, ''), '<cbc:ProfileID>', `${block}<cbc:ProfileID>`);
    expect(told(moved)).toEqual([['PV-SCHEMA-ORDER', 'cbc:ProfileID', '/Invoice/cbc:ProfileID', 'fatal']]);
  });

  it('know that charges come before allowances in the totals of CII', () => {
    const charge = '<ram:ChargeTotalAmount>5.00</ram:ChargeTotalAmount>';
    const allowance = '<ram:AllowanceTotalAmount>10.00</ram:AllowanceTotalAmount>';
    const swapped = edited(edited(cii, charge, '#'), allowance, charge).replace('#', allowance);
    expect(told(swapped).map(([rule, element]) => [rule, element])).toEqual([
      ['PV-SCHEMA-ORDER', 'ram:ChargeTotalAmount'],
    ]);
  });

  it('name the line in which an element is missing', () => {
    expect(told(edited(ubl, '<cbc:ID>2</cbc:ID>', ''))).toEqual([
      ['PV-SCHEMA-MISSING', 'cbc:ID', '/Invoice/cac:InvoiceLine[2]/cbc:ID', 'fatal'],
    ]);
  });

  it('ask for a currency beside every amount of UBL', () => {
    const bare = '<cbc:PayableAmount>';
    expect(told(edited(ubl, '<cbc:PayableAmount currencyID="EUR">', bare))).toEqual([
      [
        'PV-SCHEMA-MISSING',
        '@currencyID',
        '/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount/@currencyID',
        'fatal',
      ],
    ]);
  });

  it('name the business terms concerned', () => {
    const terms = (xml: string) =>
      readXmlInvoice(new TextEncoder().encode(xml)).faults.map((fault) => fault.terms);
    expect(terms(edited(ubl, '<cbc:ID>2</cbc:ID>', ''))).toEqual([['BT-126']]);
    expect(terms(edited(ubl, '<cbc:PayableAmount currencyID="EUR">', '<cbc:PayableAmount>'))).toEqual([
      ['BT-5'],
    ]);
    expect(terms(edited(cii, '<udt:DateTimeString format="102">20260302</udt:DateTimeString>', ''))).toEqual([
      ['BT-2'],
    ]);
  });

  it('are told where a part may stand once only, not again for what reading says of its values', () => {
    const terms = '<cac:OrderReference>\n    <cbc:ID>EJ-9</cbc:ID>\n  </cac:OrderReference>\n  ';
    const twice = edited(ubl, '<cac:OrderReference>', `${terms}<cac:OrderReference>`);
    const { faults } = readXmlInvoice(new TextEncoder().encode(twice));
    expect(faults.map(({ rule }) => rule)).toEqual(['PV-READ-REPEATED']);
  });

  it('say that an element has no place where it stands', () => {
    expect(told(edited(ubl, '<cbc:ProfileID>', '<cbc:Colour>red</cbc:Colour><cbc:ProfileID>'))).toEqual([
      ['PV-SCHEMA-UNKNOWN', 'cbc:Colour', '/Invoice/cbc:Colour', 'fatal'],
    ]);
    const foreign = '<x:Colour xmlns:x="urn:example"><x:Red/></x:Colour>';
    expect(told(edited(cii, '<ram:TypeCode>380', `${foreign}<ram:TypeCode>380`))).toEqual([
      [
        'PV-SCHEMA-UNKNOWN',
        'Colour',
        "/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/*[local-name()='Colour']",
        'fatal',
      ],
    ]);
  });

  it('take an element of a later edition of CII for a warning', () => {
    expect(told(edited(cii, '<ram:TypeCode>380', '<ram:NewerID>1</ram:NewerID><ram:TypeCode>380'))).toEqual([
      [
        'PV-SCHEMA-UNKNOWN',
        'ram:NewerID',
        '/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:NewerID',
        'warning',
      ],
    ]);
  });

  it('refuse text between elements, and elements inside text', () => {
    expect(told(edited(ubl, '<cac:Party>', '<cac:Party>Papeterie'))).toEqual([
      ['PV-SCHEMA-UNKNOWN', 'Papeterie', '/Invoice/cac:AccountingSupplierParty/cac:Party', 'fatal'],
    ]);
    expect(told(edited(ubl, '<cbc:ProfileID>A1', '<cbc:ProfileID><cbc:ID/>A1'))).toEqual([
      ['PV-SCHEMA-UNKNOWN', 'cbc:ID', '/Invoice/cbc:ProfileID/cbc:ID', 'fatal'],
    ]);
  });

  it('want one of a choice', () => {
    const day = /<udt:DateTimeString format="102">20260302<\/udt:DateTimeString>/;
    expect(told(edited(cii, day, '')).map(([rule, element]) => [rule, element])).toEqual([
      ['PV-SCHEMA-MISSING', 'udt:DateTimeString'],
    ]);
  });

  it('do not look into extensions', () => {
    const extension =
      '<e:UBLExtensions xmlns:e="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"><e:UBLExtension><e:ExtensionContent><any/>thing</e:ExtensionContent></e:UBLExtension></e:UBLExtensions>';
    expect(told(edited(ubl, '<cbc:CustomizationID>', `${extension}<cbc:CustomizationID>`))).toEqual([]);
  });
});
