import type { Invoice } from '@parvis/domain/invoice/invoice';

/** UBL writes the code of the day VAT falls due (BT-8) inside the invoicing period: with that alone there is no period. */
export const withoutPeriodOfCode = (invoice: Invoice): Invoice => {
  const { period } = invoice;
  const isOfCode =
    period !== undefined &&
    period.start === undefined &&
    period.end === undefined &&
    invoice.vatPointDateCode !== undefined;
  if (!isOfCode) return invoice;
  const { period: _, ...rest } = invoice;
  return rest;
};
