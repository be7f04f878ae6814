import { createHash, randomInt, randomUUID } from 'node:crypto';
import {
  type DeliveryKey,
  deliveryKey,
  type EnvelopeFile,
  type EnvelopeSupplier,
  type InvoiceEnvelope,
} from '@parvis/application/accounting/accounting-connector';
import { luhnSum } from '@parvis/domain/directory/siret';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { anInvoice } from '@parvis/domain/testing/invoice-builder';

export interface TestDelivery {
  readonly envelope: InvoiceEnvelope;
  readonly key: DeliveryKey;
}

const supplier = { siret: '00000012500013', name: 'Papeterie du Bocage' };

/** A delivery of its own: no other has its key or its number. */
export const aDelivery = (
  invoice: Partial<Invoice> = {},
  variation: Partial<InvoiceEnvelope> = {},
): TestDelivery => {
  const id = randomUUID();
  const number = `F-${id.slice(0, 13)}`;
  return {
    key: deliveryKey(id, 1),
    envelope: {
      invoice: { ...anInvoice(), issueDate: today(), number, ...invoice },
      supplier,
      recipient: { siret: '00000210500013', name: 'Centre hospitalier de Valmont' },
      serviceCode: 'RESTAURATION',
      engagementNumber: 'EJ-2026-0815',
      files: [aFile(`${number}.xml`, 'application/xml', `<Invoice>${id}</Invoice>`)],
      ...variation,
    },
  };
};

export const aFile = (fileName: string, mediaType: string, content: string): EnvelopeFile => {
  const bytes = Buffer.from(content);
  return { fileName, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
};

/** A supplier that no system has met: its SIRET passes Luhn and belongs to nobody. */
export const aNewSupplier = (): { readonly siret: string; readonly name: string } => {
  const siren = withCheckDigit(`000${randomInt(10_000, 99_999)}`);
  return { siret: withCheckDigit(`${siren}0001`), name: `Atelier ${siren.slice(3)}` };
};

/** Established in Belgium, known by a VAT number that nobody has: its check digits are right. */
export const aForeignSupplier = (): EnvelopeSupplier => {
  const digits = `09${randomInt(100_000, 999_999)}`;
  const check = String(97 - (Number(digits) % 97)).padStart(2, '0');
  const value = `BE${digits}${check}`;
  return { otherIdentifier: { type: 'UE_HORS_FRANCE', value }, name: `Imprimerie ${digits}` };
};

const withCheckDigit = (digits: string): string => digits + ((10 - (luhnSum(`${digits}0`) % 10)) % 10);

/** Inside the entity's open fiscal year whenever the suite runs. */
const today = (): string => new Date().toISOString().slice(0, 10);
