import { describe, expect, it } from 'vitest';
import { inOrder } from './in-order.js';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let number = 0; number < count; number += 1) yield number;
}

const gathered = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};

/** Later pieces are done sooner. */
const slowFirst = async (number: number): Promise<number> => {
  for (let turn = 0; turn < 50 - number; turn += 1) await Promise.resolve();
  return number;
};

describe('work in order', () => {
  it('gives results in the order of the pieces, whichever is done first', async () => {
    expect(await gathered(inOrder(numbers(40), slowFirst, { atOnce: 8, ahead: 16 }))).toEqual([
      ...Array(40).keys(),
    ]);
  });

  it('has no more under way at once, and no more begun ahead, than it is told', async () => {
    let [underWay, most, given, ahead] = [0, 0, 0, 0];
    const work = async (number: number): Promise<void> => {
      underWay += 1;
      most = Math.max(most, underWay);
      ahead = Math.max(ahead, number - given);
      await slowFirst(0);
      underWay -= 1;
    };
    for await (const _ of inOrder(numbers(100), work, { atOnce: 3, ahead: 10 })) given += 1;
    expect(given).toBe(100);
    expect(most).toBe(3);
    expect(ahead).toBeLessThanOrEqual(10);
  });

  it('fails where the work fails, after the results before it', async () => {
    const work = async (number: number): Promise<number> => {
      if (number === 3) throw new Error('three');
      return number;
    };
    const seen: number[] = [];
    const all = async (): Promise<void> => {
      for await (const number of inOrder(numbers(10), work, { atOnce: 2, ahead: 4 })) seen.push(number);
    };
    await expect(all()).rejects.toThrow('three');
    expect(seen).toEqual([0, 1, 2]);
  });
});
