import { deliveryKey, type InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { Decimal } from '@parvis/domain/amount/decimal';
import { aLine, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';

/** The delivery of the recorded exchanges: always the same, so that what we would send today can be compared. */
export const recordedKey = deliveryKey('0193a1c2-5b7e-7c11-9d20-3f5a6b7c8d9e', 1);

export const recordedEnvelope: InvoiceEnvelope = {
  invoice: anInvoiceOf(
    [
      aLine({
        quantity: Decimal.of('40'),
        price: { net: Decimal.of('4.125') },
        netAmount: Decimal.of('165.00'),
      }),
      aLine({
        id: '2',
        quantity: Decimal.of('3'),
        price: { net: Decimal.of('1.234567') },
        netAmount: Decimal.of('3.70'),
        vatRate: Decimal.of('5.5'),
      }),
    ],
    { number: 'F-2026-1807' },
  ),
  supplier: { siret: '00000012500013', name: 'Papeterie du Bocage' },
  recipient: { siret: '00000210500013', name: 'Centre hospitalier de Valmont' },
  serviceCode: 'RESTAURATION',
  engagementNumber: 'EJ-2026-0815',
  files: [
    {
      fileName: 'F-2026-1807.xml',
      mediaType: 'application/xml',
      sha256: 'd0b02e4930713ded6c09ea9b242d56d75afe01f65a003166d07fe03d4c1f9009',
      bytes: new TextEncoder().encode('<Invoice>F-2026-1807</Invoice>'),
    },
  ],
};
