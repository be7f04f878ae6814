import type { Invoice } from '@parvis/domain/invoice/invoice';

/** The invoice laid out for people to read, for systems that cannot show the original. */
export type RenderReadable = (invoice: Invoice) => Promise<ReadableCopy>;

export interface ReadableCopy {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
