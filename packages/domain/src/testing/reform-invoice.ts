import { Decimal } from '../amount/decimal.js';
import type { Invoice } from '../invoice/invoice.js';
import { anInvoice } from './invoice-builder.js';

/** A valid invoice that says all that the French reform asks: framework, coded mentions, electronic addresses. */
export const aReformInvoice = (variation: Partial<Invoice> = {}): Invoice => {
  const { seller, buyer, ...rest } = anInvoice();
  return {
    ...rest,
    businessProcess: 'B1',
    notes: [
      { subjectCode: 'PMT', text: 'Indemnité forfaitaire de recouvrement : 40 euros' },
      { subjectCode: 'PMD', text: 'Pénalités de retard : trois fois le taux légal' },
      { subjectCode: 'AAB', text: "Pas d'escompte" },
    ],
    seller: { ...seller, electronicAddress: { value: '000000125', scheme: '0225' } },
    buyer: { ...buyer, electronicAddress: { value: '000002105_00000210500013', scheme: '0225' } },
    ...variation,
  };
};

/** The same in dollars, with the VAT said in euro. */
export const aReformInvoiceInDollars = (): Invoice =>
  aReformInvoice({
    currency: 'USD',
    vatCurrency: 'EUR',
    totals: { ...anInvoice().totals, vatInVatCurrency: Decimal.of('18.00') },
  });
