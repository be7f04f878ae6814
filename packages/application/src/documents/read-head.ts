import { Readable } from 'node:stream';
import { HEAD_BYTES } from './file-content.js';

/** Passes a stream on unchanged and keeps its first bytes: `head` is whole once the stream has been read. */
export const readHead = (
  stream: Readable,
): { readonly passed: Readable; readonly head: () => Uint8Array } => {
  const kept: Uint8Array[] = [];
  let missing = HEAD_BYTES;
  const pass = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      if (missing > 0) {
        const first = chunk.subarray(0, missing);
        kept.push(first);
        missing -= first.length;
      }
      yield chunk;
    }
  };
  return { passed: Readable.from(pass(), { objectMode: false }), head: () => Buffer.concat(kept) };
};
