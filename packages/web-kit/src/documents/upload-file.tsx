/** What came of sending one file: its identifier for the act to come, or a sentence saying why not. */
export type UploadOutcome =
  | { readonly kind: 'uploaded'; readonly uploadId: string }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'refused'; readonly message: string | undefined }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'abandoned' };

interface UploadOptions {
  readonly language: 'fr' | 'en';
  /** The share sent so far, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  /** Where it goes; invoices and what belongs to them unless told otherwise. */
  readonly to?: string;
}

/** Sends one file beside GraphQL, telling how far it is. `fetch` cannot tell, hence XMLHttpRequest. */
export const uploadFile = (file: File, options: UploadOptions): Promise<UploadOutcome> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', options.to ?? '/documents/uploads');
    request.setRequestHeader('x-parvis-request', '1');
    request.setRequestHeader('accept-language', options.language);
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) options.onProgress?.(loaded / total);
    });
    request.addEventListener('load', () => resolve(readAnswer(request.status, request.responseText)));
    request.addEventListener('error', () => resolve({ kind: 'unreachable' }));
    request.addEventListener('abort', () => resolve({ kind: 'abandoned' }));
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });

export const readAnswer = (status: number, text: string): UploadOutcome => {
  if (status === 401) return { kind: 'signedOut' };
  const answer = parse(text);
  if (status >= 200 && status < 300 && typeof answer?.uploadId === 'string') {
    return { kind: 'uploaded', uploadId: answer.uploadId };
  }
  if (status >= 502 && status <= 504) return { kind: 'unreachable' };
  return { kind: 'refused', message: typeof answer?.message === 'string' ? answer.message : undefined };
};

const parse = (text: string): { uploadId?: unknown; message?: unknown } | undefined => {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
};
