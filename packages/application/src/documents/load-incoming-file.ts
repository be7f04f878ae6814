import { type Actor, isPrincipal } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import type { DocumentStore } from './document-store.js';
import { cleanFileName } from './file-name.js';
import type { IncomingFile } from './incoming-file.js';
import { MAXIMUM_INVOICE_BYTES } from './limits.js';

export interface LoadedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface LoadPorts {
  readonly work: Work;
  readonly documents: DocumentStore;
}

/** The file's bytes, wherever they wait; refuses an upload that is not the actor's. */
export const loadIncomingFile = async (
  ports: LoadPorts,
  file: IncomingFile,
  actor: Actor,
): Promise<Result<LoadedFile, ActRefusal>> => {
  const loaded = 'bytes' in file ? accept(file) : await loadUpload(ports, file, actor);
  if (!loaded.ok) return loaded;
  const { fileName, bytes } = loaded.value;
  if (bytes.length > MAXIMUM_INVOICE_BYTES)
    return refuse({ code: 'file-too-large', maximumBytes: MAXIMUM_INVOICE_BYTES });
  return accept({ fileName: cleanFileName(fileName), bytes });
};

const loadUpload = async (
  { work, documents }: LoadPorts,
  { uploadId, fileName }: Extract<IncomingFile, { uploadId: string }>,
  actor: Actor,
): Promise<Result<LoadedFile, ActRefusal>> => {
  const upload = isPrincipal(actor)
    ? await work.run(({ uploads }) => uploads.find(uploadId, actor.userId))
    : undefined;
  const bytes = upload && (await documents.get(upload.sha256));
  if (!upload || !bytes) return refuse({ code: 'upload-not-found', uploadId });
  return accept({ fileName: fileName ?? upload.fileName, bytes });
};
