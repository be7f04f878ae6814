import type { InvoiceStatus } from '../gql/graphql.js';
import { useInvoiceWords } from './words.js';

/** Says a status in words: "En attente d'un complément". */
export const useStatusWords = (): ((status: InvoiceStatus) => string) => useInvoiceWords();
