import { accept, refuse } from '@parvis/domain/result/result';
import { expect, test } from 'vitest';
import { alice } from '../testing/cast.js';
import { makeFakeWorld } from '../testing/fake-world.js';
import { runOrUndo } from './run-or-undo.js';

test('keeps what an accepted story stored', async () => {
  const { work } = await makeFakeWorld();
  const answer = await runOrUndo(work, async ({ accounts }) => {
    await accounts.addFailedSignIn(alice.email, new Date(0));
    return accept('fine');
  });
  expect(answer).toEqual({ ok: true, value: 'fine' });
  const kept = await work.run(({ accounts }) => accounts.failedSignInsSince(alice.email, new Date(0)));
  expect(kept).toHaveLength(1);
});

test('undoes what a refused story stored, and answers its refusal', async () => {
  const { work } = await makeFakeWorld();
  const answer = await runOrUndo(work, async ({ accounts }) => {
    await accounts.addFailedSignIn(alice.email, new Date(0));
    return refuse('no');
  });
  expect(answer).toEqual({ ok: false, refusal: 'no' });
  const kept = await work.run(({ accounts }) => accounts.failedSignInsSince(alice.email, new Date(0)));
  expect(kept).toEqual([]);
});

test('throws on what a story threw', async () => {
  const { work } = await makeFakeWorld();
  const story = runOrUndo(work, async () => {
    throw new Error('broken');
  });
  await expect(story).rejects.toThrow('broken');
});
