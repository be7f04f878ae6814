import type { Result } from '@parvis/domain/result/result';
import type { Stores, Work } from './work.js';

/** Runs a story whose refusal leaves no trace: what it had stored until then is rolled back. */
export const runOrUndo = async <Value, Refusal>(
  work: Work,
  story: (stores: Stores) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> => {
  const undone: { refusal?: Refusal } = {};
  try {
    return await work.run(async (stores) => {
      const result = await story(stores);
      if (result.ok) return result;
      undone.refusal = result.refusal;
      throw new Undo();
    });
  } catch (failure) {
    if (failure instanceof Undo && 'refusal' in undone) return { ok: false, refusal: undone.refusal };
    throw failure;
  }
};

/** Thrown through the unit of work so that it rolls back; never seen outside this file. */
class Undo extends Error {
  constructor() {
    super('refused: everything stored by this story is undone');
  }
}
