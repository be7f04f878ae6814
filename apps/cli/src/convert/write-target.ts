import type { Language } from '@parvis/domain/display/language';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { invoiceToJson } from '@parvis/domain/invoice/invoice-json';
import { writeXml } from '@parvis/formats/write/write-xml';
import type { LostValue } from '@parvis/formats/write/written-xml';
import { writeFacturX } from '@parvis/formats/write-pdf/write-factur-x';
import { inModelOrder } from './model-order.js';

export type Target = 'ubl' | 'cii' | 'factur-x' | 'json';

export interface Written {
  readonly bytes: Uint8Array;
  /** What the target has no place for. */
  readonly lost: readonly LostValue[];
}

/** The invoice in the form asked for; `language` is that of the page in a PDF. */
export const writeTarget = async (invoice: Invoice, target: Target, language: Language): Promise<Written> => {
  if (target === 'json')
    return { bytes: encode(`${JSON.stringify(inModelOrder(invoiceToJson(invoice)), null, 2)}\n`), lost: [] };
  const { xml, lost } = writeXml(invoice, target === 'ubl' ? 'ubl' : 'cii');
  return {
    bytes: target === 'factur-x' ? await writeFacturX(invoice, { language, xml }) : encode(xml),
    lost,
  };
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
