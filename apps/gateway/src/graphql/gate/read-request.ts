import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { LimitRefusal } from '../../refusals/limit-texts.js';
import type { OperationText } from './check-operation.js';
import type { TrustedDocuments } from './trusted-documents.js';

/** What one request asks, once stored documents have been looked up. */
export interface RequestRead extends OperationText {
  /** Ours, sent by its hash; its text was written when the app was built. */
  readonly isTrusted: boolean;
}

/** Undefined: nothing that could be carried out; the executor says what is wrong with it. */
export const readRequest = (
  body: unknown,
  documents: TrustedDocuments,
): Result<RequestRead, LimitRefusal> | undefined => {
  if (Array.isArray(body)) return refuse({ code: 'batch-refused' });
  if (!isRecord(body)) return undefined;
  const hash = hashOf(body);
  const stored = hash === undefined ? undefined : documents.find(hash);
  const query = stored ?? body.query;
  if (hash !== undefined && query === undefined) return refuse({ code: 'document-unknown' });
  if (typeof query !== 'string') return undefined;
  return accept({
    query,
    isTrusted: stored !== undefined,
    ...(typeof body.operationName === 'string' ? { operationName: body.operationName } : {}),
    ...(isRecord(body.variables) ? { variables: body.variables } : {}),
  });
};

/** As Apollo's clients send it. */
const hashOf = ({ extensions }: Readonly<Record<string, unknown>>): string | undefined => {
  const stored = isRecord(extensions) ? extensions.persistedQuery : undefined;
  return isRecord(stored) && typeof stored.sha256Hash === 'string' ? stored.sha256Hash : undefined;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
