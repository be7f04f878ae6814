/** A file joined to an answer, on its way or there. */
export interface Attachment {
  readonly id: string;
  readonly file: File;
  readonly state:
    | { readonly kind: 'uploading'; readonly share: number }
    | { readonly kind: 'uploaded'; readonly uploadId: string }
    | { readonly kind: 'failed'; readonly message: string | undefined };
}

export type AttachmentEvent =
  | { readonly kind: 'added'; readonly id: string; readonly file: File }
  | { readonly kind: 'progressed'; readonly id: string; readonly share: number }
  | { readonly kind: 'uploaded'; readonly id: string; readonly uploadId: string }
  | { readonly kind: 'failed'; readonly id: string; readonly message: string | undefined }
  | { readonly kind: 'removed'; readonly id: string };

export const attachments = (list: readonly Attachment[], event: AttachmentEvent): readonly Attachment[] => {
  const change = (state: Attachment['state']) =>
    list.map((one) => (one.id === event.id ? { ...one, state } : one));
  switch (event.kind) {
    case 'added':
      return [...list, { id: event.id, file: event.file, state: { kind: 'uploading', share: 0 } }];
    case 'progressed':
      return change({ kind: 'uploading', share: event.share });
    case 'uploaded':
      return change({ kind: 'uploaded', uploadId: event.uploadId });
    case 'failed':
      return change({ kind: 'failed', message: event.message });
    case 'removed':
      return list.filter(({ id }) => id !== event.id);
  }
};

/** The identifiers to send with the answer, once every file has arrived; undefined until then. */
export const uploadIds = (list: readonly Attachment[]): string[] | undefined => {
  const arrived = list.flatMap(({ state }) => (state.kind === 'uploaded' ? [state.uploadId] : []));
  return arrived.length === list.length ? arrived : undefined;
};
