import { isFatal } from '@parvis/domain/rules/fault';
import { describe, expect, it } from 'vitest';
import { readInvoice } from './read-invoice.js';
import { ciiInvoice, ublInvoice } from './testing/sample-files.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string | Uint8Array) =>
  readInvoice(typeof text === 'string' ? bytesOf(text) : text, 'facture.xml');
const faultsOf = async (text: string | Uint8Array) => (await read(text)).faults.map(({ rule }) => rule);

describe('reading UBL and CII', () => {
  it('gives the same invoice from both syntaxes', async () => {
    const [fromUbl, fromCii] = [await read(ublInvoice()), await read(ciiInvoice())];
    expect(fromUbl.invoice).toEqual(fromCii.invoice);
    expect([fromUbl.syntax, fromCii.syntax]).toEqual(['ubl-invoice', 'cii']);
  });

  it('keeps the sender’s decimals', async () => {
    const { invoice } = await read(ublInvoice({ price: '10.2500' }));
    expect(invoice?.lines[0]?.price.net?.toString()).toBe('10.2500');
  });

  it('binds by namespace, whatever the prefix', async () => {
    const text = ublInvoice().replaceAll('cbc:', 'z:').replaceAll('xmlns:cbc', 'xmlns:z');
    expect((await read(text)).invoice?.number).toBe('F-1');
  });

  it('takes no element of another namespace for one of its own', async () => {
    const text = ublInvoice().replace('<cbc:ID>F-1</cbc:ID>', '<ID xmlns="urn:else">F-2</ID>');
    expect((await read(text)).invoice?.number).toBeUndefined();
  });

  it('splits the subject code from a UBL note', async () => {
    const text = ublInvoice({ note: '#PMT#Indemnité forfaitaire' });
    expect((await read(text)).invoice?.notes).toEqual([
      { subjectCode: 'PMT', text: 'Indemnité forfaitaire' },
    ]);
  });

  it('tells VAT totals apart by currency, never by position', async () => {
    const text = ublInvoice().replace(
      '<cac:TaxTotal>',
      '<cac:TaxTotal><cbc:TaxAmount currencyID="SEK">33.00</cbc:TaxAmount></cac:TaxTotal><cac:TaxTotal>',
    );
    expect((await read(text)).invoice?.totals.vat?.toString()).toBe('3.00');
  });
});

describe('what is wrong with a value', () => {
  it('is told with the value, its term, its place in the model and in the file', async () => {
    const { faults, invoice } = await read(ublInvoice({ net: '10,00' }));
    expect(faults[0]).toMatchObject({
      rule: 'PV-READ-NUMBER',
      severity: 'fatal',
      terms: ['BT-131'],
      path: 'lines[0].netAmount',
      location: '/Invoice/cac:InvoiceLine[1]/cbc:LineExtensionAmount',
      values: { found: '10,00', element: 'cbc:LineExtensionAmount' },
    });
    expect(invoice?.lines[0]?.netAmount).toBeUndefined();
    expect(invoice?.lines[0]?.item.name).toBe('Papier');
  });

  it('is told all at once', async () => {
    expect(await faultsOf(ublInvoice({ net: '1e3', price: 'NaN', issueDate: '2026-02-30' }))).toEqual([
      'PV-READ-DATE',
      'PV-READ-NUMBER',
      'PV-READ-NUMBER',
    ]);
  });

  it('is a repeated element, of which the first is kept', async () => {
    const text = ublInvoice().replace('<cbc:ID>F-1</cbc:ID>', '<cbc:ID>F-1</cbc:ID><cbc:ID>F-2</cbc:ID>');
    const { faults, invoice } = await read(text);
    expect(faults[0]).toMatchObject({
      rule: 'PV-READ-REPEATED',
      location: '/Invoice/cbc:ID[2]',
      values: { kept: 'F-1', found: 'F-2' },
    });
    expect(invoice?.number).toBe('F-1');
  });

  it('is an allowance that does not say whether it is one', async () => {
    const text = ublInvoice().replace(
      '<cac:TaxTotal>',
      '<cac:AllowanceCharge><cbc:Amount currencyID="EUR">1.00</cbc:Amount></cac:AllowanceCharge><cac:TaxTotal>',
    );
    expect(await faultsOf(text)).toEqual(['PV-READ-INDICATOR']);
  });

  it('accepts a time zone after a UBL date', async () => {
    expect((await read(ublInvoice({ issueDate: '2026-03-02+01:00' }))).invoice?.issueDate).toBe('2026-03-02');
  });
});

describe('encodings', () => {
  const declared = (encoding: string) => ublInvoice().replace('UTF-8', encoding);
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

  it.each([
    ['UTF-8 with a byte order mark', bytesOf(`\uFEFF${ublInvoice()}`)],
    ['ISO-8859-1', latin(declared('ISO-8859-1'))],
    ['ISO-8859-15', latin(declared('iso-8859-15'))],
    ['windows-1252', latin(declared('windows-1252'))],
    ['UTF-16', utf16(declared('UTF-16'))],
    ['no declaration at all', bytesOf(ublInvoice().replace(/<\?xml[^>]*>\s*/, ''))],
  ])('reads %s', async (_name, bytes) => {
    const { invoice, faults } = await read(bytes);
    expect(faults).toEqual([]);
    expect(invoice?.seller.name).toBe('Énergies du Val');
  });

  it('reports bytes that do not fit the encoding', async () => {
    expect(await faultsOf(latin(ublInvoice()))).toEqual(['PV-READ-ENCODING']);
  });

  it('reports an encoding it does not read', async () => {
    expect(await faultsOf(declared('EBCDIC-CP-FR'))).toEqual(['PV-READ-ENCODING']);
  });

  it('warns where mark and declaration contradict each other, and trusts the mark', async () => {
    const { invoice, faults } = await read(bytesOf(`\uFEFF${declared('ISO-8859-1')}`));
    expect(faults.map(({ rule, severity }) => [rule, severity])).toEqual([['PV-READ-ENCODING', 'warning']]);
    expect(invoice?.seller.name).toBe('Énergies du Val');
  });
});

describe('a file that is no invoice', () => {
  it.each([
    ['text', bytesOf('Bonjour, voici ma facture « à régler ».')],
    ['bytes', Uint8Array.from({ length: 512 }, (_, index) => (index * 97 + 13) % 256)],
    ['zip', bytesOf('PK\u0003\u0004')],
  ])('is told as %s', async (found, bytes) => {
    const { faults } = await read(bytes);
    expect(faults).toMatchObject([{ rule: 'PV-READ-UNKNOWN-FORMAT', values: { found } }]);
  });

  it.each([
    ['nothing', '', 'PV-READ-EMPTY'],
    ['white space', ' \n\t', 'PV-READ-EMPTY'],
    ['JSON', '{"facture": 1}', 'PV-READ-UNKNOWN-FORMAT'],
    ['a letter', 'Bonjour', 'PV-READ-UNKNOWN-FORMAT'],
    ['HTML', '<!doctype html><html></html>', 'PV-READ-UNKNOWN-FORMAT'],
    ['an unknown document', '<a xmlns="urn:b"/>', 'PV-READ-UNKNOWN-FORMAT'],
    ['a FatturaPA', '<p:FatturaElettronica xmlns:p="urn:it"/>', 'PV-READ-UNKNOWN-FORMAT'],
    [
      'a ZUGFeRD 1',
      '<rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0"/>',
      'PV-READ-UNSUPPORTED-VERSION',
    ],
    [
      'an Order-X',
      '<r:SCRDMCCBDACIOMessageStructure xmlns:r="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100"/>',
      'PV-READ-NOT-AN-INVOICE',
    ],
    [
      'a life-cycle message',
      '<r:CrossDomainAcknowledgementAndResponse xmlns:r="urn:un:unece:uncefact:data:standard:CrossDomainAcknowledgementAndResponse:100"/>',
      'PV-READ-NOT-AN-INVOICE',
    ],
    ['a document type declaration', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'PV-READ-DOCTYPE'],
    ['a file cut off', ublInvoice().slice(0, 800), 'PV-READ-NOT-WELL-FORMED'],
    ['levels without end', ublInvoice({ itemName: '<a>'.repeat(200) }), 'PV-READ-TOO-COMPLEX'],
  ])('is refused by name: %s', async (_name, text, rule) => {
    const { faults, invoice } = await read(text);
    expect(faults.map((fault) => fault.rule)).toEqual([rule]);
    expect(faults.every(isFatal)).toBe(true);
    expect(invoice).toBeUndefined();
  });

  it('is named by its content, not by its file name', async () => {
    const { faults } = await readInvoice(new Uint8Array([0x1f, 0x8b, 8, 0]), 'facture.xml');
    expect(faults[0]?.values).toEqual({ found: 'gzip' });
  });
});

describe('profiles', () => {
  it('are told in words', async () => {
    const text = ublInvoice({ profile: 'urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic' });
    expect((await read(text)).profile).toBe('Factur-X BASIC');
  });

  it('too poor to be an invoice are refused', async () => {
    const { faults, profile } = await read(ciiInvoice({ profile: 'urn:factur-x.eu:1p0:minimum' }));
    expect(profile).toBe('Factur-X MINIMUM');
    expect(faults.map(({ rule }) => rule)).toEqual(['PV-READ-PROFILE-TOO-POOR']);
  });
});
