import type { Readable } from 'node:stream';

/**
 * Bytes kept for evidence, addressed by their content. Writing is durable before it returns; writing the same bytes
 * again is harmless. Bytes written for a deposit that was then refused are orphans, never a fault.
 */
export interface DocumentStore {
  /** Returns the SHA-256 (hexadecimal) that names the bytes from now on. */
  put(bytes: Uint8Array): Promise<string>;
  /** The same from a stream, with a limit in bytes; `too-large` leaves nothing behind. */
  putStream(
    stream: Readable,
    maximumBytes: number,
  ): Promise<{ readonly sha256: string; readonly size: number } | 'too-large'>;
  /** Undefined when no such bytes are known. */
  get(sha256: string): Promise<Uint8Array | undefined>;
}

/** A file sent over HTTP ahead of the act that will use it. Unused uploads may be cleared after `expiresAt`. */
export interface Upload {
  readonly id: string;
  readonly userId: string;
  readonly sha256: string;
  readonly fileName: string;
  /** Found from the content while it was received, whatever the sender said. */
  readonly mediaType: string;
  readonly size: number;
  readonly uploadedAt: Date;
  readonly expiresAt: Date;
}

export interface UploadStore {
  add(upload: Upload): Promise<void>;
  /** Only the uploader's own. */
  find(id: string, userId: string): Promise<Upload | undefined>;
  /** Those whose time is over at that moment; answers how many. Documents made of them stay. */
  removeExpired(now: Date): Promise<number>;
}

/** A document that belongs to an invoice: the original as received, its readable copy, what was added later. */
export interface InvoiceDocument {
  readonly id: string;
  readonly kind: 'original' | 'attachment';
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly addedAt: Date;
  readonly addedBy: string;
}
