import type { Readable } from 'node:stream';
import { type Actor, isPrincipal, type Principal } from '@parvis/domain/access/actor';
import { type Right, structuresWhere } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock, NewId } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import type { DocumentStore, Upload } from './document-store.js';
import { contentTypeOf, isProgram } from './file-content.js';
import { cleanFileName } from './file-name.js';
import { MAXIMUM_UPLOAD_BYTES, UPLOAD_LIFETIME_HOURS } from './limits.js';
import { readHead } from './read-head.js';

export interface ReceiveUploadPorts {
  readonly work: Work;
  readonly documents: DocumentStore;
  readonly now: Clock;
  readonly newId: NewId;
}

export interface IncomingUpload {
  readonly stream: Readable;
  readonly fileName: string;
  /** What the sender says it is: decides nothing. */
  readonly mediaType: string;
}

export type ReceiveUpload = (upload: IncomingUpload, actor: Actor) => Promise<Result<Upload, ActRefusal>>;

const HOUR_IN_MS = 3_600_000;

/** Those whose acts take files: checking an invoice, importing services or engagements. */
export const uploadRights = [
  'issuedInvoice:check',
  'settings:change',
  'engagement:manage',
] as const satisfies Right[];

/** Keeps a file sent ahead of the act that will use it, never a program. */
export const makeReceiveUpload =
  (ports: ReceiveUploadPorts): ReceiveUpload =>
  async (incoming, actor) => {
    if (!isPrincipal(actor)) return refuse({ code: 'signed-out' });
    if (!uploadRights.some((right) => structuresWhere(actor, right).length > 0))
      return refuse({ code: 'not-allowed', right: 'issuedInvoice:check' });
    return keepUpload(ports, incoming, actor);
  };

/** The same for whoever proves that a structure is theirs to manage: they may hold no right anywhere yet. */
export const makeReceiveProof =
  (ports: ReceiveUploadPorts): ReceiveUpload =>
  async (incoming, actor) =>
    actor.kind === 'person' ? keepUpload(ports, incoming, actor) : refuse({ code: 'signed-out' });

const keepUpload = async (
  { work, documents, now, newId }: ReceiveUploadPorts,
  incoming: IncomingUpload,
  actor: Principal,
): Promise<Result<Upload, ActRefusal>> => {
  const fileName = cleanFileName(incoming.fileName);
  const { passed, head } = readHead(incoming.stream);
  const kept = await documents.putStream(passed, MAXIMUM_UPLOAD_BYTES);
  if (kept === 'too-large') return refuse({ code: 'file-too-large', maximumBytes: MAXIMUM_UPLOAD_BYTES });
  if (kept.size === 0) return refuse({ code: 'attachment-refused', fileName, cause: 'empty' });
  const mediaType = contentTypeOf(head());
  if (isProgram(mediaType)) return refuse({ code: 'attachment-refused', fileName, cause: 'program' });
  const uploadedAt = now();
  const upload: Upload = {
    id: newId(),
    userId: actor.userId,
    fileName,
    mediaType,
    ...kept,
    uploadedAt,
    expiresAt: new Date(uploadedAt.getTime() + UPLOAD_LIFETIME_HOURS * HOUR_IN_MS),
  };
  await work.run(({ uploads }) => uploads.add(upload));
  return accept(upload);
};
