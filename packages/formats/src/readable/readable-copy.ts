import type { Language } from '@parvis/domain/display/language';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { renderReadable } from './render-readable.js';

/** The readable page as a file of its own, for systems that cannot show the original. */
export const renderReadableCopy = async (
  invoice: Invoice,
  language: Language = 'fr',
): Promise<{ readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array }> => ({
  fileName: `${(invoice.number ?? 'facture').replaceAll(/[^A-Za-z0-9._-]+/g, '-').slice(0, 60)}.html`,
  mediaType: 'text/html',
  bytes: new TextEncoder().encode(renderReadable(invoice, { language })),
});
