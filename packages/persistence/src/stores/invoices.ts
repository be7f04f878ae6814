import type { InvoiceStore, StoredInvoice } from '@parvis/application/invoice/invoice-store';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { EntityManager } from 'typeorm';
import { InvoiceEntity } from '../entities/invoice.entity.js';
import { InvoiceDocumentEntity } from '../entities/invoice-document.entity.js';
import { LifeCycleEventEntity } from '../entities/life-cycle-event.entity.js';
import { amongRefs, inOrderOf } from '../for-each-ref.js';
import { announce } from '../invoice-changes.js';
import { toInvoiceEntity, toProjection, toRef, toStoredInvoice } from '../mappers/invoice.mapper.js';
import { toDocument, toDocumentEntity } from '../mappers/invoice-document.mapper.js';
import { toEvent, toEventEntity } from '../mappers/life-cycle-event.mapper.js';

export const invoiceStore = (manager: EntityManager): InvoiceStore => {
  const record = async (
    invoice: StoredInvoice,
    event: Parameters<InvoiceStore['add']>[1],
    documents: Parameters<InvoiceStore['add']>[2],
  ): Promise<void> => {
    const { ref } = invoice;
    await manager.insert(LifeCycleEventEntity, toEventEntity(ref, event));
    const rows = documents.map((document, index) => toDocumentEntity(ref, event.sequence, document, index));
    if (rows.length > 0) await manager.insert(InvoiceDocumentEntity, rows);
    await announce(manager, invoice);
  };
  return {
    add: async (invoice, event, documents) => {
      await manager.insert(InvoiceEntity, toInvoiceEntity(invoice));
      await record(invoice, event, documents);
    },
    append: async (invoice, event, documents) => {
      const before = { ...toRef(invoice.ref), sequence: event.sequence - 1 };
      const { affected } = await manager.update(InvoiceEntity, before, toProjection(invoice));
      if (affected !== 1)
        throw new Error(`event ${event.sequence} does not follow the last one of its invoice`);
      await record(invoice, event, documents);
    },
    find: async (ref) => stored(await whole(manager, ref).getOne()),
    findForChange: async (ref) => stored(await whole(manager, ref).setLock('pessimistic_write').getOne()),
    eventsOf: async (ref) => {
      const where = toRef(ref);
      return (await manager.find(LifeCycleEventEntity, { where, order: { sequence: 'ASC' } })).map(toEvent);
    },
    documentsOf: async (ref) => {
      const order = { sequence: 'ASC', position: 'ASC' } as const;
      return (await manager.find(InvoiceDocumentEntity, { where: toRef(ref), order })).map(toDocument);
    },
    findEach: async (refs) => {
      const found = await wholeAmong(manager, refs).getMany();
      return inOrderOf(refs, found).map(([invoice]) => invoice && toStoredInvoice(invoice));
    },
    eventsOfEach: async (refs) => {
      const order = { sequence: 'ASC' } as const;
      const found = await manager.find(LifeCycleEventEntity, { where: amongRefs(refs), order });
      return inOrderOf(refs, found).map((events) => events.map(toEvent));
    },
    documentsOfEach: async (refs) => {
      const order = { sequence: 'ASC', position: 'ASC' } as const;
      const found = await manager.find(InvoiceDocumentEntity, { where: amongRefs(refs), order });
      return inOrderOf(refs, found).map((documents) => documents.map(toDocument));
    },
  };
};

const wholeInvoices = (manager: EntityManager) =>
  manager.createQueryBuilder(InvoiceEntity, 'invoice').addSelect(['invoice.warnings', 'invoice.content']);

const whole = (manager: EntityManager, ref: InvoiceRef) =>
  wholeInvoices(manager).where(
    'invoice.recipientId = :recipientId AND invoice.invoiceId = :invoiceId',
    toRef(ref),
  );

const wholeAmong = (manager: EntityManager, refs: readonly InvoiceRef[]) =>
  wholeInvoices(manager).where(amongRefs(refs));

const stored = (entity: InvoiceEntity | null): StoredInvoice | undefined =>
  entity ? toStoredInvoice(entity) : undefined;
