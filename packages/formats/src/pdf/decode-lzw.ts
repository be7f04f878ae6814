import { PdfBroken } from './pdf-broken.js';

const clear = 256;
const end = 257;
const firstOwnCode = 258;
const maximumCodes = 4096;
const firstWidth = 9;
const lastWidth = 12;

/**
 * Undoes LZW (ISO 32000-2, 7.4.4): codes of 9 to 12 bits for growing sequences, each the previous one and a byte. A
 * truncated end is forgiven; more than `maximumBytes` is not. Throws PdfBroken.
 */
export const decodeLzw = (bytes: Uint8Array, maximumBytes: number, earlyChange: boolean): Uint8Array => {
  const sequences = new Sequences(maximumBytes);
  const early = earlyChange ? 1 : 0;
  let [buffer, bits, width] = [0, 0, firstWidth];
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (buffer >> bits) & ((1 << width) - 1);
    if (code === end) break;
    sequences.take(code);
    width = code === clear ? firstWidth : widthFor(sequences.next + early);
  }
  return sequences.result();
};

const widthFor = (next: number): number => {
  let width = firstWidth;
  while (width < lastWidth && next >= 1 << width) width++;
  return width;
};

/** A sequence is a stretch of what was already written: no copies beside the output itself. */
class Sequences {
  next = firstOwnCode;
  private readonly starts = new Uint32Array(maximumCodes);
  private readonly lengths = new Uint32Array(maximumCodes);
  private output = new Uint8Array(4096);
  private length = 0;
  private previous: { readonly start: number; readonly length: number } | undefined;

  constructor(private readonly maximumBytes: number) {}

  take(code: number): void {
    if (code === clear) {
      this.next = firstOwnCode;
      this.previous = undefined;
      return;
    }
    const start = this.length;
    if (code < clear) this.write(code);
    else this.repeat(code);
    this.learn();
    this.previous = { start, length: this.length - start };
  }

  result(): Uint8Array {
    return this.output.subarray(0, this.length);
  }

  private repeat(code: number): void {
    const { previous } = this;
    if (code < this.next) this.copy(this.starts[code] ?? 0, this.lengths[code] ?? 0);
    else if (code === this.next && previous) this.copy(previous.start, previous.length + 1);
    else throw new PdfBroken('LZW code');
  }

  /** The previous sequence and the first byte of this one, which follows it in the output. */
  private learn(): void {
    if (!this.previous || this.next >= maximumCodes) return;
    this.starts[this.next] = this.previous.start;
    this.lengths[this.next] = this.previous.length + 1;
    this.next++;
  }

  private copy(start: number, length: number): void {
    for (let index = 0; index < length; index++) this.write(this.output[start + index] ?? 0);
  }

  private write(byte: number): void {
    if (this.length >= this.maximumBytes) throw new PdfBroken('too long');
    if (this.length === this.output.length) {
      const larger = new Uint8Array(Math.min(this.maximumBytes, this.output.length * 2));
      larger.set(this.output);
      this.output = larger;
    }
    this.output[this.length++] = byte;
  }
}
