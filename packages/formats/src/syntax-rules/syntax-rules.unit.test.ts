import { syntaxRules, syntaxRulesOf } from '@parvis/domain/rules/en16931/syntax/syntax-rules';
import type { Fault } from '@parvis/domain/rules/fault';
import { describe, expect, it } from 'vitest';
import { limits } from '../reading/limits.js';
import { namespaces, ublCreditNoteNamespace, ublInvoiceNamespace } from '../xml/namespaces.js';
import { readXmlInvoice } from '../xml/read-xml-invoice.js';
import { planRules } from './rule-plan.js';

const faultsIn = (xml: string): readonly Fault[] =>
  readXmlInvoice(new TextEncoder().encode(xml)).evidence?.syntax ?? [];

const declared = (prefixes: readonly string[]): string =>
  prefixes.map((prefix) => ` xmlns:${prefix}="${namespaces[prefix]}"`).join('');
const ubl = declared(['cac', 'cbc', 'ext']);
const cii = declared(['rsm', 'ram', 'udt', 'qdt']);

const inInvoice = (content: string, attributes = ''): readonly Fault[] =>
  faultsIn(`<Invoice xmlns="${ublInvoiceNamespace}"${ubl}${attributes}>${content}</Invoice>`);
const inCreditNote = (content: string): readonly Fault[] =>
  faultsIn(`<CreditNote xmlns="${ublCreditNoteNamespace}"${ubl}>${content}</CreditNote>`);
const inCii = (content: string): readonly Fault[] =>
  faultsIn(`<rsm:CrossIndustryInvoice${cii}>${content}</rsm:CrossIndustryInvoice>`);
const inHeader = (part: 'Agreement' | 'Delivery' | 'Settlement', content: string): readonly Fault[] =>
  inCii(
    `<rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTrade${part}>${content}</ram:ApplicableHeaderTrade${part}></rsm:SupplyChainTradeTransaction>`,
  );
const inLine = (content: string): readonly Fault[] =>
  inCii(
    `<rsm:SupplyChainTradeTransaction><ram:IncludedSupplyChainTradeLineItem>${content}</ram:IncludedSupplyChainTradeLineItem></rsm:SupplyChainTradeTransaction>`,
  );

const rulesIn = (faults: readonly Fault[]): string[] => faults.map(({ rule }) => rule).sort();

describe('the declarations', () => {
  it('are one an id', () => {
    const ids = syntaxRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['ubl-invoice', 'ubl-credit-note', 'cii'] as const)('of %s all come to something', (syntax) => {
    const rules = syntaxRulesOf(syntax);
    const { deeds } = planRules(syntax, rules);
    const planned = new Set(
      deeds.flatMap(({ deed }) => {
        if (deed.kind === 'open')
          return deed.gathering.checks.flatMap((check) => ('rule' in check ? [check.rule] : []));
        return deed.kind === 'absent' || deed.kind === 'text' ? [deed.rule] : [];
      }),
    );
    expect(rules.filter((rule) => !planned.has(rule)).map(({ id }) => id)).toEqual([]);
  });

  it('name those that never fire', () => {
    const never = syntaxRules.filter(({ asks }) => asks.kind === 'never').map(({ id }) => id);
    expect(never).toEqual(['CII-DT-010', 'CII-DT-011', 'CII-DT-012']);
  });
});

describe('elements that must not occur', () => {
  it('are reported with their place and their name', () => {
    const [fault] = inInvoice('<cac:OrderReference><cbc:UUID>1</cbc:UUID></cac:OrderReference>');
    expect(fault).toEqual({
      rule: 'UBL-CR-017',
      severity: 'warning',
      terms: ['BT-13'],
      path: '',
      location: '/Invoice/cac:OrderReference/cbc:UUID',
      values: { element: 'cbc:UUID', parent: 'cac:OrderReference' },
    });
  });

  it('are reported once in UBL, however many lines have them', () => {
    const line = '<cac:InvoiceLine><cbc:UUID/></cac:InvoiceLine>';
    const faults = inInvoice(line.repeat(3)).filter(({ rule }) => rule === 'UBL-CR-515');
    expect(faults.map(({ location }) => location)).toEqual(['/Invoice/cac:InvoiceLine[1]/cbc:UUID']);
  });

  it('are reported once a line in CII', () => {
    const product = '<ram:SpecifiedTradeProduct><ram:ID/><ram:ID/></ram:SpecifiedTradeProduct>';
    expect(rulesIn(inLine(product.repeat(2)))).toEqual(['CII-SR-045', 'CII-SR-045']);
  });

  it('are other elements in another namespace', () => {
    const foreign = '<x:UUID xmlns:x="urn:x"/>';
    expect(inInvoice(`<cac:OrderReference>${foreign}</cac:OrderReference>`)).toEqual([]);
  });

  it('stand free elsewhere', () => {
    expect(
      inInvoice('<cac:ContractDocumentReference><cbc:ID>1</cbc:ID></cac:ContractDocumentReference>'),
    ).toEqual([]);
  });

  it('depend on the kind of document', () => {
    const means = '<cac:PaymentMeans><cbc:PaymentDueDate>2026-10-01</cbc:PaymentDueDate></cac:PaymentMeans>';
    expect(rulesIn(inInvoice(means))).toEqual(['UBL-CR-412']);
    expect(inCreditNote(means)).toEqual([]);
  });
});

describe('attributes that must not occur', () => {
  it('are found on any element, the document element included', () => {
    expect(rulesIn(inInvoice('<cbc:Note languageID="fr"/>'))).toEqual(['UBL-DT-19']);
    expect(rulesIn(inInvoice('', ' schemeName="x"'))).toEqual(['UBL-DT-08']);
  });

  it('are others in a namespace', () => {
    expect(inInvoice('<cbc:Note x:languageID="fr" xmlns:x="urn:x"/>')).toEqual([]);
  });

  it('are told by the element they stand on', () => {
    const [fault] = inInvoice('<cbc:ID schemeID="x">1</cbc:ID>');
    expect(fault).toMatchObject({
      rule: 'UBL-CR-650',
      location: '/Invoice/cbc:ID/@schemeID',
      values: { element: '@schemeID', parent: 'cbc:ID', found: 'x' },
    });
  });

  it('of identifiers are judged by the first rule that takes the element', () => {
    const document = (id: string) =>
      inCii(`<rsm:ExchangedDocument>${id}<ram:TypeCode/></rsm:ExchangedDocument>`);
    expect(rulesIn(document('<ram:ID schemeName="x"/>'))).toEqual(['CII-DT-001']);
    const seller = '<ram:SellerTradeParty><ram:ID schemeName="x"/></ram:SellerTradeParty>';
    expect(rulesIn(inHeader('Agreement', seller))).toEqual(['CII-DT-101']);
  });

  it('of amounts spare the total of VAT', () => {
    const total = (name: string) => inHeader('Settlement', `<ram:${name} currencyID="EUR">1</ram:${name}>`);
    expect(rulesIn(total('AnyAmount'))).toEqual(['CII-DT-031']);
    expect(total('TaxTotalAmount')).toEqual([]);
  });
});

describe('counted elements', () => {
  const reference = '<cac:ContractDocumentReference><cbc:ID>1</cbc:ID></cac:ContractDocumentReference>';

  it('are told at the first one too many, with how many there are', () => {
    expect(inInvoice(reference)).toEqual([]);
    expect(inInvoice(reference.repeat(3))).toMatchObject([
      {
        rule: 'UBL-SR-01',
        severity: 'fatal',
        terms: ['BT-12'],
        location: '/Invoice/cac:ContractDocumentReference[2]/cbc:ID',
        values: { element: 'cbc:ID', count: '3' },
      },
    ]);
  });

  it('are missed where one is needed', () => {
    expect(inCreditNote('<cac:CreditNoteLine/>')).toMatchObject([
      { rule: 'UBL-SR-48', location: '/CreditNote/cac:CreditNoteLine[1]', values: { count: '0' } },
    ]);
    expect(rulesIn(inCii('<rsm:ExchangedDocument/>'))).toEqual(['CII-SR-014']);
  });

  it('are counted afresh for each element', () => {
    const address = '<cac:PostalAddress><cac:AddressLine/></cac:PostalAddress>';
    expect(inInvoice(address.repeat(2))).toEqual([]);
  });

  it('are added up over several groups', () => {
    const document =
      '<ram:AdditionalReferencedDocument><ram:TypeCode>916</ram:TypeCode><ram:Name>a</ram:Name></ram:AdditionalReferencedDocument>';
    expect(inHeader('Agreement', document)).toEqual([]);
    expect(inHeader('Agreement', document.repeat(2))).toMatchObject([
      { rule: 'CII-SR-475', severity: 'warning', values: { count: '2' } },
    ]);
  });

  it('are attributes as well', () => {
    const file = (attributes: string) => inInvoice(`<cbc:EmbeddedDocumentBinaryObject${attributes}/>`);
    expect(file(' mimeCode="application/pdf" filename="a.pdf"')).toEqual([]);
    expect(rulesIn(file(''))).toEqual(['UBL-DT-06', 'UBL-DT-07']);
  });
});

describe('values', () => {
  it('of amounts have two decimals, unit prices and their discounts apart', () => {
    const line = (amount: string) => inInvoice(`<cac:AllowanceCharge>${amount}</cac:AllowanceCharge>`);
    expect(line('<cbc:Amount>1.00</cbc:Amount>')).toEqual([]);
    expect(line('<cbc:Amount>1.005</cbc:Amount>')).toMatchObject([
      { rule: 'UBL-DT-01', values: { element: 'cbc:Amount', found: '1.005' } },
    ]);
    expect(
      inInvoice(
        '<cac:Price><cbc:PriceAmount>1.005</cbc:PriceAmount><cac:AllowanceCharge><cbc:Amount>0.001</cbc:Amount></cac:AllowanceCharge></cac:Price>',
      ),
    ).toEqual([]);
  });

  it('are read across comments and CDATA', () => {
    expect(rulesIn(inInvoice('<cbc:PaidAmount>1.<!-- -->0<![CDATA[05]]></cbc:PaidAmount>'))).toEqual([
      'UBL-DT-01',
    ]);
  });

  it('of several payments agree', () => {
    const means = (...codes: string[]) =>
      inInvoice(
        codes
          .map(
            (code) =>
              `<cac:PaymentMeans><cbc:PaymentMeansCode>${code}</cbc:PaymentMeansCode></cac:PaymentMeans>`,
          )
          .join(''),
      );
    expect(means('30', '30')).toEqual([]);
    expect(rulesIn(means('30', '58'))).toEqual(['UBL-SR-47']);
  });

  it('of dates are eight digits of a day that may be', () => {
    const issued = (date: string, format = '102') =>
      inCii(
        `<rsm:ExchangedDocument><ram:TypeCode/><ram:IssueDateTime><udt:DateTimeString format="${format}">${date}</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>`,
      );
    expect(issued('20260231')).toEqual([]);
    expect(issued(' 20260228\n')).toEqual([]);
    expect(rulesIn(issued('20261301'))).toEqual(['CII-DT-097']);
    expect(rulesIn(issued('2026-02-28'))).toEqual(['CII-DT-097']);
    expect(issued('2026-02-28', '203')).toEqual([]);
  });
});

describe('conditions', () => {
  const payee = (name: string) =>
    inInvoice(
      `<cac:AccountingSupplierParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Valmont</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty><cac:PayeeParty><cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName></cac:PayeeParty>`,
    );

  it('compare with what stands elsewhere in the document', () => {
    expect(payee('Affacturage du Nord')).toEqual([]);
    expect(rulesIn(payee('Valmont'))).toEqual(['UBL-SR-19', 'UBL-SR-20', 'UBL-SR-21']);
  });

  it('hold for the syntax they are declared for', () => {
    const project =
      '<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cbc:DocumentTypeCode>50</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>';
    expect(inCreditNote(project)).toEqual([]);
    expect(rulesIn(inInvoice(project))).toEqual(['UBL-SR-43']);
  });

  it('tell an object identifier from an attachment', () => {
    const attached =
      '<cbc:ID schemeID="AAA">1</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode><cac:Attachment/>';
    expect(
      rulesIn(inInvoice(`<cac:AdditionalDocumentReference>${attached}</cac:AdditionalDocumentReference>`)),
    ).toEqual(['UBL-CR-666']);
  });

  it('ask for an account where a transfer is asked for', () => {
    const means = (content: string) =>
      inHeader(
        'Settlement',
        `<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode>${content}</ram:SpecifiedTradeSettlementPaymentMeans>`,
      );
    expect(rulesIn(means(''))).toEqual(['CII-SR-470']);
    expect(
      means('<ram:PayeePartyCreditorFinancialAccount><ram:IBANID/></ram:PayeePartyCreditorFinancialAccount>'),
    ).toEqual([]);
  });

  it('let VAT terms stand below the settlement of the header alone', () => {
    const tax =
      '<ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:TaxPointDate/></ram:ApplicableTradeTax>';
    expect(inHeader('Settlement', tax)).toEqual([]);
    expect(
      rulesIn(inLine(`<ram:SpecifiedLineTradeSettlement>${tax}</ram:SpecifiedLineTradeSettlement>`)),
    ).toEqual(['CII-DT-054']);
  });
});

describe('faults beyond number', () => {
  it('are told up to a limit, and every rule at least once', () => {
    const amounts = '<cbc:PaidAmount>1.005</cbc:PaidAmount>'.repeat(limits.faults + 50);
    const faults = inInvoice(`${amounts}<cac:OrderReference><cbc:UUID/></cac:OrderReference>`);
    expect(faults).toHaveLength(limits.faults + 1);
    expect(faults.at(-1)?.rule).toBe('UBL-CR-017');
  });
});
