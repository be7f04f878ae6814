/** A few bytes that are compared with a document again and again, four at a time. */
export class WrittenBytes {
  readonly length: number;
  private readonly bytes: Uint8Array;
  private readonly words: Int32Array;

  /** `own`: a copy, which does not keep the document alive. */
  constructor(document: Uint8Array, start: number, end: number, own: boolean) {
    const written = document.subarray(start, end);
    // Not `slice`: a Buffer's is a view of the same memory.
    this.bytes = own ? new Uint8Array(written) : written;
    this.length = end - start;
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.length);
    this.words = new Int32Array(own ? this.length >> 2 : 0);
    for (let index = 0; index < this.words.length; index++)
      this.words[index] = view.getInt32(index << 2, true);
  }

  get text(): string {
    return new TextDecoder().decode(this.bytes);
  }

  /** Whether the document behind a view holds them there; the caller sees to it that it is long enough. */
  standAt(view: DataView, at: number): boolean {
    const { words, bytes, length } = this;
    const whole = words.length;
    for (let index = 0; index < whole; index++)
      if (view.getInt32(at + (index << 2), true) !== words[index]) return false;
    for (let index = whole << 2; index < length; index++)
      if (view.getUint8(at + index) !== bytes[index]) return false;
    return true;
  }
}
