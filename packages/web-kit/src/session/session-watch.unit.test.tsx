import { describe, expect, it } from 'vitest';
import { isForWantOfSession } from '../apollo/sign-in-again-link.js';
import { SessionWatch } from './session-watch.js';

describe('a session that ends under the hands', () => {
  it('holds what was refused until the person has signed in', async () => {
    const watch = new SessionWatch();
    const seen: boolean[] = [];
    watch.subscribe(() => seen.push(watch.isExpired()));
    const resumed = watch.signedInAgain().then(() => 'resumed');
    expect(watch.isExpired()).toBe(true);
    watch.signedIn();
    expect(await resumed).toBe('resumed');
    expect(seen).toEqual([true, false]);
  });

  it('is recognised in an error and in the answer of an act', () => {
    expect(isForWantOfSession({ errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] })).toBe(
      true,
    );
    expect(isForWantOfSession({ data: { completeInvoice: { code: 'signed-out' } } })).toBe(true);
  });

  it('is not seen in a stranger being told that nobody is signed in, nor in another refusal', () => {
    expect(isForWantOfSession({ data: { viewer: null } })).toBe(false);
    expect(isForWantOfSession({ data: { completeInvoice: { code: 'comment-too-long' } } })).toBe(false);
  });
});
