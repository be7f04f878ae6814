import type { InvoiceDocument } from '../documents/document-store.js';
import type { InvoiceStore } from '../invoice/invoice-store.js';
import { type MemoryTables, refKey } from './memory-tables.js';

type Ref = Parameters<InvoiceStore['find']>[0];

export const memoryInvoices = (tables: MemoryTables): InvoiceStore => {
  const find = (ref: Ref) => tables.invoices.get(refKey(ref));
  const eventsOf = (ref: Ref) => [...(tables.events.get(refKey(ref)) ?? [])];
  const documentsOf = (ref: Ref): InvoiceDocument[] => [...(tables.documents.get(refKey(ref)) ?? [])];
  return {
    add: async (invoice, event, documents) => {
      const key = refKey(invoice.ref);
      if (tables.invoices.has(key)) throw new Error(`invoice ${key} exists already`);
      tables.invoices.set(key, invoice);
      tables.events.set(key, [event]);
      tables.documents.set(key, documents);
    },
    find: async (ref) => find(ref),
    findForChange: async (ref) => find(ref),
    append: async (invoice, event, documents) => {
      const key = refKey(invoice.ref);
      const events = tables.events.get(key);
      if (!events) throw new Error(`invoice ${key} does not exist`);
      if (event.sequence !== events.length + 1)
        throw new Error(`event ${event.sequence} of invoice ${key} does not follow ${events.length}`);
      tables.invoices.set(key, invoice);
      tables.events.set(key, [...events, event]);
      tables.documents.set(key, [...(tables.documents.get(key) ?? []), ...documents]);
    },
    eventsOf: async (ref) => eventsOf(ref),
    documentsOf: async (ref) => documentsOf(ref),
    findEach: async (refs) => refs.map(find),
    eventsOfEach: async (refs) => refs.map(eventsOf),
    documentsOfEach: async (refs) => refs.map(documentsOf),
  };
};
