import { type Actor, isPrincipal } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { NewId } from '../ports/platform.js';
import type { Stores } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import type { InvoiceDocument, Upload } from './document-store.js';
import { isContentOf } from './file-content.js';
import { extensionOf, isAttachable, mediaTypeOf } from './file-kinds.js';
import { MAXIMUM_ATTACHMENT_BYTES, MAXIMUM_TOTAL_BYTES } from './limits.js';

export interface Attaching {
  readonly uploadIds: readonly string[];
  readonly actor: Actor;
  readonly at: Date;
  /** What the invoice's other documents weigh already. */
  readonly bytesBefore: number;
}

/** Turns the actor's uploads into documents of an invoice, all of them or none. */
export const attachUploads = async (
  uploads: Stores['uploads'],
  newId: NewId,
  { uploadIds, actor, at, bytesBefore }: Attaching,
): Promise<Result<InvoiceDocument[], ActRefusal>> => {
  const attached: InvoiceDocument[] = [];
  let total = bytesBefore;
  for (const uploadId of new Set(uploadIds)) {
    const upload = isPrincipal(actor) ? await uploads.find(uploadId, actor.userId) : undefined;
    if (!upload || !isPrincipal(actor)) return refuse({ code: 'upload-not-found', uploadId });
    total += upload.size;
    const cause = refusalOf(upload, total);
    if (cause) return refuse({ code: 'attachment-refused', fileName: upload.fileName, cause });
    attached.push(documentOf(upload, { id: newId(), addedAt: at, addedBy: actor.name }));
  }
  return accept(attached);
};

type Cause = Extract<ActRefusal, { readonly code: 'attachment-refused' }>['cause'];

const refusalOf = ({ fileName, size, mediaType }: Upload, total: number): Cause | undefined => {
  if (!isAttachable(fileName)) return 'type';
  if (size === 0) return 'empty';
  if (!isContentOf(extensionOf(fileName), mediaType)) return 'content';
  return size > MAXIMUM_ATTACHMENT_BYTES || total > MAXIMUM_TOTAL_BYTES ? 'size' : undefined;
};

const documentOf = (
  { fileName, size, sha256 }: Upload,
  added: Pick<InvoiceDocument, 'id' | 'addedAt' | 'addedBy'>,
): InvoiceDocument => ({
  ...added,
  kind: 'attachment',
  fileName,
  mediaType: mediaTypeOf(fileName),
  size,
  sha256,
});
