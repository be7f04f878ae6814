import type { Invoice } from '@parvis/domain/invoice/invoice';

/** CII tells the day VAT falls due in UNTDID 2475; the model keeps the UNTDID 2005 codes of UBL. */
const in2005: Readonly<Record<string, string>> = { '5': '3', '29': '35', '72': '432' };

/** The other way round. */
export const in2475: Readonly<Record<string, string>> = { '3': '5', '35': '29', '432': '72' };

export const withCodesOf2005 = (invoice: Invoice): Invoice => {
  const code = invoice.vatPointDateCode;
  return code === undefined ? invoice : { ...invoice, vatPointDateCode: in2005[code] ?? code };
};
