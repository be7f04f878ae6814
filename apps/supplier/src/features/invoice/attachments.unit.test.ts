import { describe, expect, it } from 'vitest';
import { type AttachmentEvent, attachments, uploadIds } from './attachments.js';

const file = new File(['x'], 'bon.pdf');
const after = (...events: AttachmentEvent[]) => events.reduce(attachments, []);

describe('the files of an answer', () => {
  it('are not ready before each has arrived', () => {
    const list = after(
      { kind: 'added', id: 'a', file },
      { kind: 'added', id: 'b', file },
      { kind: 'uploaded', id: 'a', uploadId: 'u1' },
    );
    expect(uploadIds(list)).toBeUndefined();
    expect(uploadIds(attachments(list, { kind: 'uploaded', id: 'b', uploadId: 'u2' }))).toEqual(['u1', 'u2']);
  });

  it('do not hold the answer back once the failed one is taken away', () => {
    const list = after({ kind: 'added', id: 'a', file }, { kind: 'failed', id: 'a', message: 'Trop lourd.' });
    expect(uploadIds(list)).toBeUndefined();
    expect(uploadIds(attachments(list, { kind: 'removed', id: 'a' }))).toEqual([]);
  });
});
