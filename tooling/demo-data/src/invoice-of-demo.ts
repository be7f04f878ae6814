import { Decimal } from '@parvis/domain/amount/decimal';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { type DemoInvoice, figuresOf, partiesOf } from './demo-invoice.js';

/** An invented invoice as a supplier's program would fill it in: EN 16931, with the French identifiers. */
export const invoiceOfDemo = (demo: DemoInvoice): Invoice => {
  const { vat, net, tax, gross } = figuresOf(demo);
  const { seller } = partiesOf(demo);
  return {
    number: demo.number,
    issueDate: demo.issueDate,
    typeCode: demo.kind === 'creditNote' ? '381' : '380',
    currency: 'EUR',
    ...(demo.dueDate === undefined ? {} : { dueDate: demo.dueDate }),
    ...(demo.serviceCode === undefined ? {} : { buyerReference: demo.serviceCode }),
    ...(demo.engagementNumber === undefined ? {} : { purchaseOrderReference: demo.engagementNumber }),
    paymentTerms: 'Paiement par virement administratif, délai légal.',
    businessProcess: 'A1',
    specification: 'urn:cen.eu:en16931:2017',
    notes: [],
    precedingInvoices: demo.precedingInvoice === undefined ? [] : [{ number: demo.precedingInvoice }],
    ...partiesOfInvoice(demo),
    payments: [{ meansCode: '30', creditTransfer: { account: seller.iban } }],
    allowances: [],
    charges: [],
    totals: { lines: net, taxExclusive: net, vat: tax, taxInclusive: gross, due: gross },
    vatBreakdown: vat.map(({ rate, base, tax: taxAmount }) => ({
      taxableAmount: base,
      taxAmount,
      category: 'S',
      rate: Decimal.of(rate),
    })),
    supportingDocuments: [],
    lines: linesOf(demo),
  };
};

interface Structure {
  readonly name: string;
  readonly siret: string;
  readonly street: string;
  readonly postCode: string;
  readonly town: string;
}

const partiesOfInvoice = (demo: DemoInvoice): Pick<Invoice, 'seller' | 'buyer'> => {
  const { seller, buyer } = partiesOf(demo);
  return {
    seller: {
      ...identified(seller),
      legalRegistration: { value: seller.siret.slice(0, 9), scheme: '0002' },
      vatIdentifier: seller.vatIdentifier,
    },
    buyer: { ...identified(buyer), legalRegistration: { value: buyer.siret, scheme: '0009' } },
  };
};

const identified = ({ name, siret, street, postCode, town }: Structure) => ({
  name,
  identifiers: [{ value: siret, scheme: '0009' }],
  electronicAddress: { value: siret, scheme: '0009' },
  address: { line1: street, city: town, postCode, country: 'FR' },
});

const linesOf = (demo: DemoInvoice): Invoice['lines'] =>
  figuresOf(demo).lines.map((line, index) => ({
    id: String(index + 1),
    quantity: Decimal.of(line.quantity),
    unit: line.unit,
    netAmount: line.net,
    allowances: [],
    charges: [],
    price: { net: Decimal.of(line.unitPrice) },
    vatCategory: 'S',
    vatRate: Decimal.of(line.vatRate),
    item: { name: line.label, classifications: [], attributes: [] },
  }));
