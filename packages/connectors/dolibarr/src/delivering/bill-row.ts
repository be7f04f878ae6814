import { z } from 'zod';
import { amountValue, epochValue, numberValue, textValue } from '../protocol/values.js';

/** A supplier invoice as Dolibarr tells it. Old and new names of one thing stand side by side in its answers. */
export const billRow = z
  .object({
    id: numberValue,
    ref: z.string(),
    ref_supplier: textValue,
    ref_ext: textValue,
    socid: numberValue,
    status: textValue,
    statut: textValue,
    paid: textValue,
    paye: textValue,
    close_code: textValue,
    close_note: textValue,
    total_ht: amountValue,
    total_tva: amountValue,
    total_ttc: amountValue,
    date_modification: epochValue,
    tms: epochValue,
    datem: epochValue,
  })
  .transform(({ status, statut, paid, paye, date_modification, tms, datem, ...row }) => ({
    ...row,
    status: status ?? statut ?? '',
    isPaid: (paid ?? paye) === '1',
    /** Seconds since 1970. */
    changed: date_modification ?? tms ?? datem ?? 0,
  }));

export type BillRow = z.infer<typeof billRow>;

export const DRAFT = '0';
export const VALIDATED = '1';
export const PAID = '2';
export const ABANDONED = '3';

/** A draft bears a provisional reference: `(PROV12)`. */
export const isNumbered = (ref: string): boolean => !ref.startsWith('(PROV');
