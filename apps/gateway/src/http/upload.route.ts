import type { Upload } from '@parvis/application/documents/document-store';
import { MAXIMUM_UPLOAD_BYTES } from '@parvis/application/documents/limits';
import { uploadRights } from '@parvis/application/documents/receive-upload';
import type { ActRefusal } from '@parvis/application/refusals';
import type { Principal } from '@parvis/domain/access/actor';
import { type Result, refuse } from '@parvis/domain/result/result';
import busboy from 'busboy';
import type { Request } from 'express';
import type { RequestRefusal } from '../refusals/refusal.js';
import { principalOf } from '../request-context.js';
import type { UseCases } from '../use-cases.js';
import type { Caller } from './identify.js';
import { sendRefusal } from './problem.js';
import type { Route } from './route.js';

type Outcome = Result<Upload, ActRefusal | RequestRefusal>;

/** Room for the form around the file. */
const FORM_BYTES = 65_536;

/** `POST /documents/uploads`: one file in the field `file` of a multipart form, streamed straight to the store. */
export const uploadRoute = ({ receiveUpload }: Pick<UseCases, 'receiveUpload'>): Route => ({
  method: 'post',
  path: '/documents/uploads',
  binding: { kind: 'anyRight', rights: uploadRights },
  handle: async (request, response, caller) => {
    const form = openForm(request, caller);
    const outcome = form.ok ? await receive(request, form.value, principalOf(caller), receiveUpload) : form;
    // The client hears the answer only once what it still sends has been taken.
    if (!request.complete) request.resume();
    if (!outcome.ok) {
      response.set('Connection', 'close');
      return sendRefusal(response, outcome.refusal, caller.language);
    }
    const { id: uploadId, fileName, size, sha256 } = outcome.value;
    response.status(201).set('Cache-Control', 'no-store').json({ uploadId, fileName, size, sha256 });
  },
});

/** What reads the form, or what is wrong with the request before its body is looked at. */
const openForm = (request: Request, { via }: Caller): Result<busboy.Busboy, RequestRefusal | ActRefusal> => {
  // A form of another site can send a cookie along, never a header of ours.
  if (via === 'cookie' && request.headers['x-parvis-request'] !== '1')
    return refuse({ code: 'request-header-missing' });
  if (Number(request.headers['content-length'] ?? 0) > MAXIMUM_UPLOAD_BYTES + FORM_BYTES)
    return refuse({ code: 'file-too-large', maximumBytes: MAXIMUM_UPLOAD_BYTES });
  try {
    const limits = { files: 2, fields: 10, fieldSize: 1024, parts: 12 };
    return { ok: true, value: busboy({ headers: request.headers, limits, defParamCharset: 'utf8' }) };
  } catch {
    // Not a multipart form, or one that names no boundary.
    return refuse({ code: 'multipart-expected' });
  }
};

const receive = (
  request: Request,
  form: busboy.Busboy,
  principal: Principal,
  receiveUpload: UseCases['receiveUpload'],
): Promise<Outcome> =>
  new Promise<Outcome>((resolve, reject) => {
    let receiving: Promise<Outcome> | undefined;
    const brokenOff = () => resolve(refuse({ code: 'upload-broken-off' }));
    form.on('file', (field, stream, { filename, mimeType }) => {
      if (field !== 'file' || receiving) return stream.resume();
      receiving = receiveUpload({ stream, fileName: filename ?? 'document', mediaType: mimeType }, principal);
      // A refusal comes before the end of the form: the rest is not read.
      receiving.then(
        (outcome) => (outcome.ok ? undefined : resolve(outcome)),
        (failure) => (request.readableAborted ? brokenOff() : reject(failure)),
      );
    });
    form.once('close', () => resolve(receiving ?? refuse({ code: 'file-missing' })));
    form.once('error', brokenOff);
    request.once('aborted', () => form.destroy(new Error('the client went away')));
    request.pipe(form);
  }).finally(() => request.unpipe(form));
