import { describe, expect, it } from 'vitest';
import { WrittenBytes } from './written-bytes.js';

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const document = (): Buffer => Buffer.from('<cbc:ID schemeID="0009">');

describe('bytes kept from a document', () => {
  it.each([1, 2, 3, 4, 5, 7, 8, 9])('are found again where they stand: %i of them', (length) => {
    const written = new WrittenBytes(document(), 1, 1 + length, true);
    const view = viewOf(Buffer.from(`  ${document()}`));
    expect(written.standAt(view, 3)).toBe(true);
    expect(written.standAt(view, 4)).toBe(false);
  });

  it('differ where one of them does', () => {
    const written = new WrittenBytes(document(), 0, document().length, true);
    for (let at = 0; at < document().length; at++) {
      const other = document();
      other[at] = 0x23;
      expect(written.standAt(viewOf(other), 0)).toBe(false);
    }
  });

  it('do not keep the document: it may be a Buffer, whose slices are views', () => {
    const passing = document();
    const written = new WrittenBytes(passing, 1, 7, true);
    passing.fill(0);
    expect(written.text).toBe('cbc:ID');
  });
});
