import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { Refused } from '@parvis/connector-kit/failures';
import { say } from '@parvis/domain/display/language';
import type { Identifier } from '@parvis/domain/invoice/invoice';

/** ICD of the SIRET. */
const SIRET = '0009';

/** Codes of the list EAS for VAT numbers, by their first two letters. */
const vatSchemes: Readonly<Record<string, string>> = {
  AT: '9914',
  BE: '9925',
  BG: '9926',
  CY: '9928',
  CZ: '9929',
  DE: '9930',
  EE: '9931',
  EL: '9933',
  ES: '9920',
  FR: '9957',
  GR: '9933',
  HR: '9934',
  HU: '9910',
  IE: '9935',
  LT: '9937',
  LU: '9938',
  LV: '9939',
  MT: '9943',
  NL: '9944',
  PL: '9945',
  PT: '9946',
  RO: '9947',
  SE: '9955',
  SI: '9949',
  SK: '9950',
};

/** Where the supplier is addressed: by its SIRET, else by a VAT number, else by the address it wrote itself. */
export const supplierAddress = ({
  supplier,
  invoice,
}: InvoiceEnvelope): Identifier & { readonly scheme: string } => {
  if (supplier.siret !== undefined) return { value: supplier.siret, scheme: SIRET };
  const { value } = supplier.otherIdentifier;
  const scheme = vatSchemes[value.slice(0, 2)];
  if (supplier.otherIdentifier.type === 'UE_HORS_FRANCE' && scheme) return { value, scheme };
  const { electronicAddress } = invoice.seller;
  if (electronicAddress?.scheme) return { ...electronicAddress, scheme: electronicAddress.scheme };
  throw new Refused(
    'validation-refused',
    say(
      `${supplier.name} n’a ni SIRET, ni numéro de TVA européen, ni adresse électronique : Peppol ne sait pas l’adresser. Saisissez la facture à la main.`,
      `${supplier.name} has neither a SIRET, nor a European VAT number, nor an electronic address: Peppol cannot address it. Type the invoice in by hand.`,
    ),
  );
};

export const recipientAddress = ({
  recipient,
}: InvoiceEnvelope): Identifier & { readonly scheme: string } => ({
  value: recipient.siret,
  scheme: SIRET,
});
