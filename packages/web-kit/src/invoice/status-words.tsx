import type { InvoiceStatus } from '../gql/graphql.js';
import { useLanguage } from '../words/i18n.js';
import { statusLabel } from './invoice-status.js';

/** Says a status in words, in the language of the page: "Suspendue". */
export const useStatusWords = (): ((status: InvoiceStatus) => string) => {
  const language = useLanguage();
  return (status) => statusLabel(status, language);
};
