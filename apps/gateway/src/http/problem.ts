import type { Language } from '@parvis/domain/display/language';
import type { Response } from 'express';
import type { Refusal, RefusalCode } from '../refusals/refusal.js';
import { refusalText } from '../refusals/refusal-texts.js';

/** HTTP statuses of refusals; 400 for the others. */
const statuses: Partial<Record<RefusalCode, number>> = {
  'signed-out': 401,
  'key-unknown': 401,
  'key-expired': 401,
  'key-revoked': 401,
  'technical-account-closed': 401,
  'access-token-over': 401,
  'client-mismatch': 401,
  'news-token-wrong': 401,
  'post-not-proven': 401,
  'not-allowed': 403,
  'people-only': 403,
  'origin-refused': 403,
  'request-header-missing': 403,
  'connection-not-found': 404,
  'invoice-not-found': 404,
  'document-not-found': 404,
  'upload-not-found': 404,
  'engagement-not-found': 404,
  'address-unknown': 404,
  'edition-not-found': 404,
  'structure-not-found': 404,
  'claim-not-found': 404,
  'file-too-large': 413,
  'body-too-large': 413,
  'post-not-expected': 405,
  'multipart-expected': 415,
  'directory-too-often': 429,
  'posted-too-often': 429,
  'inbox-full': 429,
  internal: 500,
  'took-too-long': 503,
};

/** Answers a refusal as JSON: its code, its sentence and the next step. */
export const sendRefusal = (response: Response, refusal: Refusal, language: Language): void => {
  response
    .status(statuses[refusal.code] ?? 400)
    .set('Cache-Control', 'no-store')
    .json({ code: refusal.code, ...refusalText(refusal, language) });
};
