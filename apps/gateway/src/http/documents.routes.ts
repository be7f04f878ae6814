import type { DocumentRead } from '@parvis/application/invoice/read-document';
import type { Language } from '@parvis/domain/display/language';
import { parseInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { Request, Response } from 'express';
import type { Binding } from '../access/binding.js';
import { principalOf } from '../request-context.js';
import type { UseCases } from '../use-cases.js';
import { contentDisposition } from './content-disposition.js';
import type { Caller } from './identify.js';
import { sendRefusal } from './problem.js';
import type { Route } from './route.js';
import { documentPolicy, pdfPolicy } from './security-headers.js';

type DocumentParts = Pick<UseCases, 'readDocument' | 'viewInvoice' | 'renderReadable'>;

const readers: Binding = { kind: 'anyRight', rights: ['issuedInvoice:read', 'receivedInvoice:read'] };

/** The documents of an invoice, for its supplier and its recipient; for anyone else they do not exist. */
export const documentRoutes = (parts: DocumentParts): readonly Route[] => [
  {
    method: 'get',
    path: '/documents/:invoiceId/original',
    binding: readers,
    handle: (request, response, caller) => sendDocument('original', request, response, caller, parts),
  },
  {
    method: 'get',
    path: '/documents/:invoiceId/attachments/:documentId',
    binding: readers,
    handle: (request, response, caller) =>
      sendDocument(String(request.params.documentId), request, response, caller, parts),
  },
  {
    method: 'get',
    path: '/documents/:invoiceId/readable',
    binding: readers,
    handle: (request, response, caller) => sendReadable(request, response, caller, parts),
  },
];

const sendDocument = async (
  documentId: string,
  request: Request,
  response: Response,
  caller: Caller,
  { readDocument }: DocumentParts,
): Promise<void> => {
  const ref = parseInvoiceRef(String(request.params.invoiceId));
  if (!ref) return sendRefusal(response, { code: 'invoice-not-found' }, caller.language);
  const read = await readDocument({ ref, documentId }, principalOf(caller));
  if (!read.ok) return sendRefusal(response, read.refusal, caller.language);
  const isPdf = looksLikePdf(read.value);
  const download = request.query.download !== undefined;
  response.set({
    'Content-Type': isPdf ? 'application/pdf' : downloadType(read.value.document.mediaType),
    'Content-Disposition': contentDisposition(
      isPdf && !download ? 'inline' : 'attachment',
      read.value.document.fileName,
    ),
    'Content-Security-Policy': isPdf ? pdfPolicy : documentPolicy,
    // The bytes behind an address never change; who may read them can.
    'Cache-Control': 'private, no-cache',
    ETag: `"${read.value.document.sha256}"`,
  });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.send(Buffer.from(read.value.bytes));
};

/** What is shown inside our pages must be what it says it is. */
const looksLikePdf = ({ document, bytes }: DocumentRead): boolean =>
  document.mediaType === 'application/pdf' &&
  Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

/** Types a browser may be told for a download; anything else is bytes. */
const downloadType = (mediaType: string): string =>
  /^(application\/(xml|pdf|zip|json)|text\/(xml|plain|csv)|image\/(png|jpeg|gif|tiff)|application\/vnd\.[\w.+-]+)$/.test(
    mediaType,
  )
    ? mediaType
    : 'application/octet-stream';

const sendReadable = async (
  request: Request,
  response: Response,
  caller: Caller,
  { viewInvoice, renderReadable }: DocumentParts,
): Promise<void> => {
  const ref = parseInvoiceRef(String(request.params.invoiceId));
  const view = ref && (await viewInvoice(ref, principalOf(caller)));
  if (!view?.ok) return sendRefusal(response, { code: 'invoice-not-found' }, caller.language);
  const copy = await renderReadable(view.value.invoice.content, languageOf(request, caller));
  response.set({
    'Content-Type': `${copy.mediaType.split(';')[0]}; charset=utf-8`,
    'Content-Disposition': contentDisposition('inline', copy.fileName),
    'Content-Security-Policy': documentPolicy,
    'Cache-Control': 'private, no-cache',
  });
  response.send(Buffer.from(copy.bytes));
};

const languageOf = ({ query }: Request, caller: Caller): Language => {
  const { lang } = query;
  return lang === 'fr' || lang === 'en' ? lang : caller.language;
};
