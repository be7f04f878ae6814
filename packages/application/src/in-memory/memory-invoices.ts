import type { InvoiceStore } from '../invoice/invoice-store.js';
import { type MemoryTables, refKey } from './memory-tables.js';

export const memoryInvoices = (tables: MemoryTables): InvoiceStore => ({
  add: async (invoice, event, documents) => {
    const key = refKey(invoice.ref);
    if (tables.invoices.has(key)) throw new Error(`invoice ${key} exists already`);
    tables.invoices.set(key, invoice);
    tables.events.set(key, [event]);
    tables.documents.set(key, documents);
  },
  find: async (ref) => tables.invoices.get(refKey(ref)),
  findForChange: async (ref) => tables.invoices.get(refKey(ref)),
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
  eventsOf: async (ref) => [...(tables.events.get(refKey(ref)) ?? [])],
  documentsOf: async (ref) => [...(tables.documents.get(refKey(ref)) ?? [])],
});
