import { uploadFile } from '@parvis/web-kit/documents/upload-file';
import { useSession } from '@parvis/web-kit/session/session';
import { currentLanguage } from '@parvis/web-kit/words/i18n';
import { useCallback, useReducer } from 'react';
import { type Attachment, type AttachmentEvent, attachments } from './attachments.js';

/** Files joined to an answer; each is sent ahead as soon as it is chosen, with its progress. */
export const useAttachments = () => {
  const [list, dispatch] = useReducer(attachments, []);
  const { askToSignIn } = useSession();

  const send = useCallback(
    async ({ id, file }: Pick<Attachment, 'id' | 'file'>): Promise<void> => {
      const outcome = await uploadFile(file, {
        language: currentLanguage(),
        onProgress: (share) => dispatch({ kind: 'progressed', id, share }),
      });
      if (outcome.kind === 'signedOut') {
        await askToSignIn();
        return send({ id, file });
      }
      dispatch(afterUpload(id, outcome));
    },
    [askToSignIn],
  );

  const add = (files: readonly File[]): void => {
    for (const file of files) {
      const one = { id: crypto.randomUUID(), file };
      dispatch({ kind: 'added', ...one });
      void send(one);
    }
  };
  const again = (one: Attachment): void => {
    dispatch({ kind: 'progressed', id: one.id, share: 0 });
    void send(one);
  };
  const remove = (id: string): void => dispatch({ kind: 'removed', id });
  return { list, add, again, remove };
};

const afterUpload = (
  id: string,
  outcome: Exclude<Awaited<ReturnType<typeof uploadFile>>, { kind: 'signedOut' }>,
): AttachmentEvent => {
  if (outcome.kind === 'uploaded') return { kind: 'uploaded', id, uploadId: outcome.uploadId };
  return { kind: 'failed', id, message: outcome.kind === 'refused' ? outcome.message : undefined };
};
