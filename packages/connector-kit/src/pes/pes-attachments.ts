import type { DeliveryKey, EnvelopeFile } from '@parvis/application/accounting/accounting-connector';
import { latin } from './latin-text.js';

/** A file that travels inside the PES. */
export interface PesAttachment {
  /** Letters and digits, 50 at most, of this file alone and for ever. */
  readonly id: string;
  /** At most 100 characters, with an extension of two to four signs. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export const attachmentsOf = (files: readonly EnvelopeFile[], key: DeliveryKey): readonly PesAttachment[] =>
  files.map(({ fileName, mediaType, bytes }, index) => ({
    id: attachmentId(key, index + 1),
    name: attachmentName(fileName, mediaType),
    mediaType,
    bytes,
  }));

/** `parvis:<uuid>:<revision>` without its separators, which Hélios does not take. */
const attachmentId = (key: DeliveryKey, place: number): string => {
  const [, invoiceId = '', revision = ''] = key.split(':');
  return `${invoiceId.replaceAll(/[^0-9a-zA-Z]/g, '')}R${revision}N${place}`;
};

/** The key inside an attachment's identifier; undefined for one that is not ours. */
export const keyOfAttachment = (id: string): string | undefined => {
  const found = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})R(\d+)N\d+$/i.exec(id);
  return found ? `parvis:${found.slice(1, 6).join('-').toLowerCase()}:${found[6]}` : undefined;
};

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'text/plain': 'txt',
  'text/csv': 'csv',
};

const attachmentName = (fileName: string, mediaType: string): string => {
  const name = latin(fileName).replaceAll(/[/\\:*?"<>|]/g, '-');
  const [, stem = '', extension = ''] = /^(.+)\.([A-Za-z0-9]{2,4})$/.exec(name) ?? [];
  const ending = extension || (extensions[mediaType] ?? 'bin');
  const base = (stem || name).slice(0, 95).trim();
  return `${/[^0]/.test(base) ? base : 'piece'}.${ending}`;
};
