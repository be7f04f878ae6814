import { deliveryKey } from '@parvis/application/accounting/accounting-connector';
import { say } from '@parvis/domain/display/language';
import { describe, expect, it } from 'vitest';
import { type BillBook, type BillThere, deliverOnce } from './deliver-once.js';
import { NoAnswer } from './exchange.js';
import { Refused } from './failures.js';
import { aDelivery } from './testing/contract-envelope.js';

const bill = (id: string, isDraft = true): BillThere => ({ reference: { id }, isDraft });

/** A book in memory, to vary. */
const bookOf = (variation: Partial<BillBook> = {}, bills: BillThere[] = []) => {
  const attachedTo: string[] = [];
  const book: BillBook = {
    findByKey: async () => [...bills],
    findOthers: async () => [],
    create: async () => {
      const created = bill(String(bills.length + 1));
      bills.push(created);
      return created;
    },
    remove: async ({ reference }) => {
      bills.splice(
        bills.findIndex((known) => known.reference.id === reference.id),
        1,
      );
    },
    differences: async () => [],
    attach: async ({ reference }) => void attachedTo.push(reference.id),
    ...variation,
  };
  return { book, bills, attachedTo };
};

const deliverTo = (book: BillBook, points: string[] = []) =>
  deliverOnce(book, aDelivery(), (point) => void points.push(point));

describe('deliverOnce', () => {
  it('marks that the bill is there before its files are', async () => {
    const points: string[] = [];
    const { book } = bookOf({ attach: async () => void points.push('attach') });
    expect(await deliverTo(book, points)).toMatchObject({ kind: 'accepted', reference: { id: '1' } });
    expect(points).toEqual(['deliver.createdThere', 'attach', 'deliver.attachedThere']);
  });

  it('removes younger twins and keeps the oldest', async () => {
    const { book, bills, attachedTo } = bookOf({}, [bill('4'), bill('7'), bill('9')]);
    expect(await deliverTo(book)).toMatchObject({ kind: 'alreadyKnown', reference: { id: '4' } });
    expect(bills).toEqual([bill('4')]);
    expect(attachedTo).toEqual(['4']);
  });

  it('keeps the twin that the accountant works on, and removes no bill of theirs', async () => {
    const { book, bills } = bookOf({}, [bill('4'), bill('7', false), bill('9', false)]);
    expect(await deliverTo(book)).toMatchObject({ kind: 'alreadyKnown', reference: { id: '7' } });
    expect(bills).toEqual([bill('7', false), bill('9', false)]);
  });

  it('does not create again when no answer came and the bill cannot be looked up', async () => {
    let created = 0;
    let lookedUp = 0;
    const { book } = bookOf({
      create: async () => {
        created += 1;
        throw new NoAnswer('ECONNRESET');
      },
      findByKey: async () => {
        lookedUp += 1;
        if (lookedUp > 1) throw new NoAnswer('ECONNREFUSED');
        return [];
      },
    });
    expect(await deliverTo(book)).toMatchObject({ kind: 'unavailable' });
    expect(created).toBe(1);
  });

  it('passes on a refusal without looking further', async () => {
    const { book, bills } = bookOf({
      create: async () => {
        throw new Refused('validation-refused', 'Compte fermé.');
      },
    });
    expect(await deliverTo(book)).toMatchObject({
      kind: 'refused',
      code: 'validation-refused',
      message: say('Compte fermé.', 'Compte fermé.'),
    });
    expect(bills).toEqual([]);
  });

  it('attaches nothing to a bill whose amounts differ', async () => {
    const { book, attachedTo, bills } = bookOf({
      differences: async () => [say('Total TTC', 'Total with VAT')],
    });
    expect(await deliverTo(book)).toMatchObject({ kind: 'refused', code: 'amount-differs' });
    expect(attachedTo).toEqual([]);
    expect(bills).toEqual([]);
  });

  it('does not take back a bill that was there before, even when its amounts differ', async () => {
    const { book, bills } = bookOf({ differences: async () => [say('Total TTC', 'Total with VAT')] }, [
      bill('4'),
    ]);
    expect(await deliverTo(book)).toMatchObject({ kind: 'refused', code: 'amount-differs' });
    expect(bills).toEqual([bill('4')]);
  });

  it('delivers one key the same whichever process asks', () => {
    expect(deliveryKey('0193a1c2-5b7e-7c11-9d20-3f5a6b7c8d9e', 2)).toMatch(/^[A-Za-z0-9:-]+$/);
  });
});
