import type { IncomingFile } from '@parvis/application/documents/incoming-file';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { RequestRefusal } from '../refusals/refusal.js';
import type { InvoiceFileInput } from './invoice-file.input.js';

/** What may travel inside a GraphQL request; larger files are uploaded first. */
export const INLINE_BYTES = 1_048_576;

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** The file the input speaks of: its own bytes, or an upload. An empty file is a file: the reader says what is wrong. */
export const incomingFile = (input: InvoiceFileInput): Result<IncomingFile, RequestRefusal> => {
  const { uploadId, contentBase64, fileName } = input;
  if (uploadId && contentBase64) return refuse({ code: 'file-given-twice' });
  if (uploadId) return accept({ uploadId, fileName });
  if (contentBase64 === undefined || contentBase64 === null) return refuse({ code: 'file-missing' });
  const text = contentBase64.replaceAll(/\s/g, '');
  if (!BASE64.test(text)) return refuse({ code: 'content-not-base64' });
  const bytes = Buffer.from(text, 'base64');
  if (bytes.byteLength > INLINE_BYTES)
    return refuse({ code: 'content-too-large', maximumBytes: INLINE_BYTES });
  return accept({ fileName, bytes });
};
