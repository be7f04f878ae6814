import type { Reach } from '@parvis/domain/access/rights';
import { Decimal } from '@parvis/domain/amount/decimal';
import { describe, expect, test } from 'vitest';
import type { InvoiceListFilter, InvoiceOrder } from '../invoice/invoice-list.js';
import type { StoredInvoice } from '../invoice/invoice-store.js';
import { caterer, hospital, stationer, town, uuid } from './cast.js';
import { depositEvent, storedInvoice } from './sample-invoices.js';
import { type MakePorts, usePorts } from './use-ports.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 2, number, 9));
const amount = (taxInclusive: string) => ({ taxInclusive: Decimal.of(taxInclusive) });

/** Numbers 1 to 5: the hospital's; 6: the town's; 4 is the caterer's. */
const deposited: readonly StoredInvoice[] = [
  storedInvoice(1, { depositedAt: day(1), paymentDueDate: '2026-05-09', ...amount('9.00') }),
  storedInvoice(2, { depositedAt: day(2), paymentDueDate: '2026-05-01', ...amount('1000.00') }),
  storedInvoice(3, { depositedAt: day(3), status: 'suspended', ...amount('200.50') }),
  storedInvoice(4, {
    depositedAt: day(4),
    supplierId: caterer.structureId,
    supplierName: caterer.name,
    paymentDueDate: '2026-05-05',
    ...amount('30.00'),
  }),
  storedInvoice(5, {
    depositedAt: day(4),
    serviceCode: 'TRAVAUX',
    engagementNumber: 'MARCHE-7',
    paymentDueDate: '2026-05-05',
    ...amount('30.00'),
  }),
  storedInvoice(6, {
    depositedAt: day(6),
    ref: { recipientId: town.structureId, invoiceId: uuid(0x1006) },
    recipientName: town.name,
    paymentDueDate: '2026-04-06',
    ...amount('77.00'),
  }),
];

const wholeOf = ({ structureId }: { readonly structureId: string }): Reach => ({ structureId });
const received: InvoiceListFilter = { scope: { recipients: [wholeOf(hospital)] } };
const issued: InvoiceListFilter = { scope: { suppliers: [stationer.structureId] } };

export const describeInvoiceLists = (makePorts: MakePorts): void => {
  describe('invoice lists', () => {
    const ports = usePorts(makePorts);
    const fill = () =>
      ports().work.run(async ({ invoices }) => {
        for (const invoice of deposited) await invoices.add(invoice, depositEvent, []);
      });
    const numbers = async (filter: InvoiceListFilter, order: InvoiceOrder = 'oldestFirst') => {
      const { rows } = await ports().lists.page(filter, order, { limit: 50 });
      return rows.map(({ number }) => Number(number.split('-').at(-1)));
    };

    test('shows a recipient what it received and a supplier what it issued', async () => {
      await fill();
      expect(await numbers(received)).toEqual([1, 2, 3, 4, 5]);
      expect(await numbers(issued)).toEqual([1, 2, 3, 5, 6]);
      const both = { scope: { recipients: [wholeOf(hospital), wholeOf(town)] } };
      expect(await numbers(both)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(await numbers({ scope: { recipients: [] } })).toEqual([]);
    });

    test('shows of a reach narrowed to services their invoices, and none that names no service', async () => {
      await fill();
      const { serviceCode, ...withoutService } = storedInvoice(7);
      await ports().work.run(({ invoices }) => invoices.add(withoutService, depositEvent, []));
      const works = { structureId: hospital.structureId, services: ['TRAVAUX'] };
      const served = (...recipients: Reach[]) => numbers({ scope: { recipients } });
      expect(await served(works)).toEqual([5]);
      expect(await served(works, wholeOf(town))).toEqual([5, 6]);
      expect((await served(works, wholeOf(hospital))).sort()).toEqual([1, 2, 3, 4, 5, 7]);
      expect(await served({ ...works, services: ['ARCHIVES', ''] })).toEqual([]);
      expect(await served({ ...works, services: [] })).toEqual([]);
      const counts = await ports().lists.countByStatus({ scope: { recipients: [works] } });
      expect(counts).toEqual([{ status: 'deposited', count: 1 }]);
      // What one asks for never widens what one may see.
      expect(await numbers({ scope: { recipients: [works] }, serviceCode: 'RESTAURATION' })).toEqual([]);
    });

    test('holds in a row all but the content', async () => {
      await fill();
      const { rows } = await ports().lists.page(received, 'oldestFirst', { limit: 1 });
      const { content, warnings, ...row } = storedInvoice(1, deposited[0]);
      expect(rows).toEqual([row]);
    });

    test.each<[InvoiceOrder, number[]]>([
      ['newestFirst', [5, 4, 3, 2, 1]],
      ['oldestFirst', [1, 2, 3, 4, 5]],
      ['dueFirst', [2, 4, 5, 1, 3]],
      ['largestFirst', [2, 3, 4, 5, 1]],
    ])('orders %s', async (order, expected) => {
      await fill();
      const found = await numbers(received, order);
      // Invoices 4 and 5 tie; which comes first is each adapter's own choice, as long as it stays the same.
      const untied = (list: readonly number[]) => list.map((number) => (number === 5 ? 4 : number));
      expect(untied(found)).toEqual(untied(expected));
      expect(await numbers(received, order)).toEqual(found);
    });

    test.each<[string, Partial<InvoiceListFilter>, number[]]>([
      ['by status', { statuses: ['suspended', 'refused'] }, [3]],
      ['by part of the number', { text: '2026-5' }, [5]],
      ['by the name of the other side, whatever the capitals', { text: 'TRAITEUR' }, [4]],
      ['by part of the engagement number', { text: 'marche' }, [5]],
      ['never by a wildcard', { text: '%' }, []],
      ['by service code', { serviceCode: 'TRAVAUX' }, [5]],
      ['from a moment on, included', { depositedFrom: day(3) }, [3, 4, 5]],
      ['before a moment, excluded', { depositedBefore: day(3) }, [1, 2]],
      [
        'by all of them at once',
        { text: 'F-2026', depositedFrom: day(2), statuses: ['deposited'] },
        [2, 4, 5],
      ],
    ])('filters %s', async (_, filter, expected) => {
      await fill();
      expect((await numbers({ ...received, ...filter })).sort()).toEqual(expected);
    });

    test('does not find a supplier by its own name', async () => {
      await fill();
      expect(await numbers({ ...issued, text: 'papeterie' })).toEqual([]);
    });

    test.each<InvoiceOrder>(['newestFirst', 'oldestFirst', 'dueFirst', 'largestFirst'])(
      'pages %s without a gap or a repetition, also when invoices arrive between pages',
      async (order) => {
        await fill();
        const whole = await numbers(received, order);
        const seen: number[] = [];
        let after: string | undefined;
        do {
          const window = after === undefined ? { limit: 2 } : { limit: 2, after };
          const page = await ports().lists.page(received, order, window);
          seen.push(...page.rows.map(({ number }) => Number(number.split('-').at(-1))));
          after = page.next;
          // Sorts before everything in `newestFirst` and `largestFirst`, after everything in the others.
          const late = storedInvoice(100 + seen.length, { depositedAt: day(20), ...amount('5000.00') });
          await ports().work.run(({ invoices }) => invoices.add(late, depositEvent, []));
        } while (after !== undefined && seen.length < 20);
        expect(seen.filter((number) => number < 100)).toEqual(whole);
      },
    );

    test('says that nothing follows the last row', async () => {
      await fill();
      const page = await ports().lists.page(received, 'newestFirst', { limit: 5 });
      expect(page.rows).toHaveLength(5);
      expect(page.next).toBeUndefined();
    });

    test('goes on after any row', async () => {
      await fill();
      const { rows, cursors } = await ports().lists.page(received, 'newestFirst', { limit: 5 });
      const rest = await ports().lists.page(received, 'newestFirst', { limit: 5, after: cursors[1] ?? '' });
      expect(rest.rows).toEqual(rows.slice(2));
    });

    test('refuses a cursor that no page gave with a RangeError', async () => {
      await fill();
      const window = { limit: 5, after: 'nonsense' };
      await expect(ports().lists.page(received, 'newestFirst', window)).rejects.toThrow(RangeError);
    });

    test('counts by status, leaving out the empty ones', async () => {
      await fill();
      const counts = await ports().lists.countByStatus(received);
      expect(Object.fromEntries(counts.map(({ status, count }) => [status, count]))).toEqual({
        deposited: 4,
        suspended: 1,
      });
    });
  });
};
