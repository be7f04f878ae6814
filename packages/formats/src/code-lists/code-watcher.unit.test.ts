import type { WrongCode } from '@parvis/domain/rules/evidence';
import { describe, expect, it } from 'vitest';
import { limits } from '../reading/limits.js';
import { readXmlInvoice } from '../xml/read-xml-invoice.js';

const cac = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2';
const cbc = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2';
const un = 'urn:un:unece:uncefact:data:standard:';

const codesIn = (xml: string): readonly WrongCode[] =>
  readXmlInvoice(new TextEncoder().encode(xml)).evidence?.codes ?? [];
const inUbl = (inner: string): readonly WrongCode[] =>
  codesIn(
    `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="${cac}" xmlns:b="${cbc}">${inner}</Invoice>`,
  );
const inCii = (inner: string): readonly WrongCode[] =>
  codesIn(
    `<rsm:CrossIndustryInvoice xmlns:rsm="${un}CrossIndustryInvoice:100" xmlns:ram="${un}ReusableAggregateBusinessInformationEntity:100" xmlns:udt="${un}UnqualifiedDataType:100">${inner}</rsm:CrossIndustryInvoice>`,
  );
const rules = (codes: readonly WrongCode[]): string[] => codes.map(({ rule }) => rule);

describe('codes of UBL', () => {
  it('are found wherever they stand, with the place', () => {
    const party =
      '<cac:Party><cac:Country><b:IdentificationCode>XX</b:IdentificationCode></cac:Country></cac:Party>';
    expect(inUbl(`<cac:Elsewhere/><cac:Elsewhere>${party}</cac:Elsewhere>`)).toEqual([
      {
        rule: 'BR-CL-14',
        found: 'XX',
        location: '/Invoice/cac:Elsewhere[2]/cac:Party/cac:Country/cbc:IdentificationCode',
      },
    ]);
  });

  it('are none under an element of another namespace', () => {
    expect(inUbl('<Country><b:IdentificationCode>XX</b:IdentificationCode></Country>')).toEqual([]);
  });

  it('are joined over comments and character data', () => {
    expect(inUbl('<b:DocumentCurrencyCode>E<!-- x --><![CDATA[U]]>R</b:DocumentCurrencyCode>')).toEqual([]);
  });

  it('of allowances and charges are told apart by the indicator, wherever it stands', () => {
    const item = (indicator: string, code: string): string =>
      `<cac:AllowanceCharge><b:AllowanceChargeReasonCode>${code}</b:AllowanceChargeReasonCode>${indicator}</cac:AllowanceCharge>`;
    const says = (value: string): string => `<b:ChargeIndicator>${value}</b:ChargeIndicator>`;
    expect(rules(inUbl(item(says('false'), 'FC')))).toEqual(['BR-CL-19']);
    expect(rules(inUbl(item(says('0'), 'FC')))).toEqual(['BR-CL-19']);
    expect(rules(inUbl(item(says('true'), '95')))).toEqual(['BR-CL-20']);
    expect(rules(inUbl(item(says('true'), 'FC') + item(says('false'), '95')))).toEqual([]);
    expect(rules(inUbl(item('', '95')))).toEqual([]);
  });

  it('of objects are judged in references of type 130 only', () => {
    const reference = (type: string): string =>
      `<cac:AdditionalDocumentReference><b:ID schemeID="?">1</b:ID><b:DocumentTypeCode>${type}</b:DocumentTypeCode></cac:AdditionalDocumentReference>`;
    expect(rules(inUbl(reference('130') + reference('916')))).toEqual(['BR-CL-07']);
  });

  it('of notes stand between the first two number signs, if they are of three characters', () => {
    const note = (text: string): string => `<b:Note>${text}</b:Note>`;
    expect(rules(inUbl(note('#ZZY#Livraison')))).toEqual(['BR-CL-08']);
    expect(rules(inUbl(note('#AAI#Livraison') + note('lot #12# du jour') + note('#ZZY')))).toEqual([]);
    expect(rules(inUbl(`<cac:InvoiceLine>${note('#ZZY#Livraison')}</cac:InvoiceLine>`))).toEqual([]);
  });

  it('let SEPA mark the creditor of seller and payee alone', () => {
    const party = (name: string): string =>
      `<cac:${name}><cac:PartyIdentification><b:ID schemeID=" SEPA ">1</b:ID></cac:PartyIdentification></cac:${name}>`;
    expect(rules(inUbl(party('PayeeParty') + party('AccountingCustomerParty')))).toEqual(['BR-CL-10']);
  });

  it('of currencies are asked of every amount', () => {
    expect(
      inUbl('<cac:X><b:Amount currencyID="EURO">1</b:Amount><b:PriceAmount>1</b:PriceAmount></cac:X>'),
    ).toEqual([
      { rule: 'BR-CL-03', found: 'EURO', location: '/Invoice/cac:X/cbc:Amount/@currencyID' },
      { rule: 'BR-CL-03', found: '', location: '/Invoice/cac:X/cbc:PriceAmount/@currencyID' },
    ]);
  });
});

describe('a file of nothing but wrong codes', () => {
  it('is told in part', () => {
    const codes = inUbl('<b:DocumentCurrencyCode>EURO</b:DocumentCurrencyCode>'.repeat(1500));
    expect(codes).toHaveLength(limits.faults);
    const [long] = inUbl(`<b:DocumentCurrencyCode>${'E'.repeat(5000)}</b:DocumentCurrencyCode>`);
    expect(long?.found).toHaveLength(200);
  });
});

describe('codes of CII', () => {
  it('of global identifiers are judged by the rule of their owner', () => {
    const owner = (name: string): string =>
      `<ram:${name}><ram:GlobalID schemeID="?">1</ram:GlobalID></ram:${name}>`;
    const shipTo = `<ram:ApplicableHeaderTradeDelivery>${owner('ShipToTradeParty')}</ram:ApplicableHeaderTradeDelivery>`;
    expect(rules(inCii(owner('SpecifiedTradeProduct') + shipTo + owner('PayeeTradeParty')))).toEqual([
      'BR-CL-21',
      'BR-CL-26',
      'BR-CL-10',
    ]);
    const maker = `<ram:SpecifiedTradeProduct>${owner('ManufacturerTradeParty')}</ram:SpecifiedTradeProduct>`;
    expect(rules(inCii(maker + owner('ShipToTradeParty')))).toEqual([]);
  });

  it('of identifiers are judged outside tax registrations', () => {
    const id = '<ram:ID schemeID="VA">FR1</ram:ID>';
    expect(
      rules(inCii(`<ram:SpecifiedTaxRegistration>${id}</ram:SpecifiedTaxRegistration><ram:X>${id}</ram:X>`)),
    ).toEqual(['BR-CL-11']);
  });

  it('of allowances and charges are told apart by an indicator that may be a digit', () => {
    const item = (indicator: string, code: string): string =>
      `<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>${indicator}</udt:Indicator></ram:ChargeIndicator><ram:ReasonCode>${code}</ram:ReasonCode></ram:SpecifiedTradeAllowanceCharge>`;
    expect(rules(inCii(item('1', '95') + item(' false ', 'FC') + item('0', '95')))).toEqual([
      'BR-CL-20',
      'BR-CL-19',
    ]);
  });

  it('of the VAT due date are those of CII', () => {
    const code = (value: string): string => `<ram:DueDateTypeCode>${value}</ram:DueDateTypeCode>`;
    expect(rules(inCii(code('72') + code('3')))).toEqual(['BR-CL-06']);
  });
});
