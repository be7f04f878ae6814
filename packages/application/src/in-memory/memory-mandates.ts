import { calendarDay } from '@parvis/domain/time/paris';
import type {
  Mandate,
  MandateShown,
  MandateStore,
  MandateWindow,
  StuckInvoices,
} from '../mandates/mandate-store.js';
import { endedStatuses, refusedStatuses } from '../mandates/stuck-statuses.js';
import { pageOf } from './memory-page.js';
import type { MemoryTables } from './memory-tables.js';

const REFUSALS_IN_MS = 90 * 86_400_000;

export const memoryMandates = (tables: MemoryTables): MandateStore => {
  const { mandates, suppliers, recipients } = tables;
  const nameOf = (structureId: string): string =>
    (suppliers.get(structureId) ?? recipients.get(structureId))?.name ?? '';
  const shown = (mandate: Mandate): MandateShown => ({
    ...mandate,
    clientName: nameOf(mandate.clientId),
    holderName: nameOf(mandate.holderId),
  });
  const all = (): MandateShown[] => [...mandates.values()].map(shown);
  const find = async (id: string) => all().find((mandate) => mandate.id === id);
  const openBetween = (clientId: string, holderId: string) =>
    [...mandates.values()].find(
      (mandate) => mandate.clientId === clientId && mandate.holderId === holderId && isOpen(mandate),
    );
  const page = (
    own: readonly MandateShown[],
    otherSide: (mandate: MandateShown) => string,
    { search = '', states, ...window }: MandateWindow,
  ) => {
    const found = own.filter(
      (mandate) => states.includes(mandate.state) && plain(otherSide(mandate)).includes(plain(search.trim())),
    );
    const { rows, next, cursors } = pageOf(found, ({ givenAt, id }) => [-givenAt.getTime(), id], window);
    return { mandates: rows, next, cursors };
  };
  return {
    add: async (mandate) => {
      if (isOpen(mandate) && openBetween(mandate.clientId, mandate.holderId))
        throw new Error('a mandate is open already');
      mandates.set(mandate.id, mandate);
    },
    find,
    findForChange: find,
    findOpen: async (clientId, holderId) => openBetween(clientId, holderId),
    save: async (mandate) => {
      mandates.set(mandate.id, mandate);
    },
    given: async (clientId, window) =>
      page(
        all().filter((mandate) => mandate.clientId === clientId),
        ({ holderName }) => holderName,
        window,
      ),
    held: async (holderId, window) =>
      page(
        all().filter((mandate) => mandate.holderId === holderId),
        ({ clientName }) => clientName,
        window,
      ),
    endingBetween: async (from, to) =>
      all().filter(({ state, endsAt }) => state === 'accepted' && from <= endsAt && endsAt < to),
    stuckInvoices: async (clientIds, at) =>
      clientIds.map((clientId) => stuckOf(tables, clientId, at)).filter(isAny),
  };
};

const stuckOf = ({ invoices }: MemoryTables, clientId: string, at: Date): StuckInvoices => {
  const own = [...invoices.values()].filter(({ supplierId }) => supplierId === clientId);
  const today = calendarDay(at);
  const since = new Date(at.getTime() - REFUSALS_IN_MS);
  return {
    clientId,
    suspended: own.filter(({ status }) => status === 'suspended').length,
    refused: own.filter(({ status, statusSince }) => refusedStatuses.includes(status) && statusSince >= since)
      .length,
    late: own.filter(
      ({ status, paymentDueDate }) =>
        paymentDueDate !== undefined && paymentDueDate < today && !endedStatuses.includes(status),
    ).length,
  };
};

const isOpen = ({ state }: Mandate): boolean => state === 'offered' || state === 'accepted';

const isAny = ({ suspended, refused, late }: StuckInvoices): boolean => suspended + refused + late > 0;

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
