import type { Readable } from 'node:stream';
import type { Actor } from '@parvis/domain/access/actor';
import type { Result } from '@parvis/domain/result/result';
import type { Clock, NewId } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import type { DocumentStore, Upload } from './document-store.js';

export interface ReceiveUploadPorts {
  readonly work: Work;
  readonly documents: DocumentStore;
  readonly now: Clock;
  readonly newId: NewId;
}

export interface IncomingUpload {
  readonly stream: Readable;
  readonly fileName: string;
  readonly mediaType: string;
}

export type ReceiveUpload = (upload: IncomingUpload, actor: Actor) => Promise<Result<Upload, ActRefusal>>;

/** Keeps a file sent ahead of the act that will use it. */
export const makeReceiveUpload =
  (_ports: ReceiveUploadPorts): ReceiveUpload =>
  async () => {
    throw new Error('to be written');
  };
