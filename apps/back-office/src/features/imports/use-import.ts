import { useApolloClient, useMutation } from '@apollo/client/react';
import { uploadFile } from '@parvis/web-kit/documents/upload-file';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { useState } from 'react';
import type { ExchangeKind } from '../../exchange/table-address.js';
import {
  ApplyImportDocument,
  type ApplyImportMutation,
  ImportPreviewDocument,
  type ImportPreviewFieldsFragment,
} from '../../gql/graphql.js';
import { useWords } from './words.js';

/** Where the import of one file stands. */
export type ImportStep =
  | { readonly at: 'choose'; readonly problem?: Problem }
  | { readonly at: 'sending'; readonly name: string; readonly share: number }
  | { readonly at: 'reading'; readonly name: string }
  | ImportPreviewed
  | { readonly at: 'done'; readonly applied: ImportApplied };

export interface ImportPreviewed {
  readonly at: 'preview';
  readonly uploadId: string;
  readonly preview: ImportPreviewFieldsFragment;
  readonly closeMissing: boolean;
  readonly busy: boolean;
  readonly problem?: Problem;
}

export type ImportApplied = Extract<ApplyImportMutation['applyImport'], { __typename: 'ImportApplied' }>;

export interface Problem {
  readonly message: string;
  readonly nextStep?: string;
}

export interface ImportWork {
  readonly step: ImportStep;
  readonly take: (file: File) => Promise<void>;
  readonly closeMissing: (close: boolean) => Promise<void>;
  readonly apply: () => Promise<void>;
  readonly again: () => void;
}

/** One file on its way from the desk to the database, step by step. */
export const useImport = (kind: ExchangeKind, structureId: string): ImportWork => {
  const say = useWords();
  const spoken = useLanguage();
  const language = spoken === 'fr' ? 'FR' : 'EN';
  const client = useApolloClient();
  const [applyOne] = useMutation(ApplyImportDocument);
  const [step, setStep] = useState<ImportStep>({ at: 'choose' });
  const apiKind = kind === 'services' ? 'SERVICES' : 'ENGAGEMENTS';
  const inputOf = (uploadId: string, closeMissing: boolean) =>
    ({ kind: apiKind, structureId, uploadId, closeMissing, language }) as const;

  const look = async (uploadId: string, closeMissing: boolean, problem?: Problem): Promise<void> => {
    const { data } = await client.query({
      query: ImportPreviewDocument,
      variables: { input: inputOf(uploadId, closeMissing) },
      fetchPolicy: 'no-cache',
    });
    const answer = data?.importPreview;
    if (answer?.__typename === 'ImportPreview')
      setStep({
        at: 'preview',
        uploadId,
        preview: answer,
        closeMissing,
        busy: false,
        ...(problem && { problem }),
      });
    else setStep({ at: 'choose', problem: answer ?? { message: say('failed') } });
  };

  const failed = (): void => setStep({ at: 'choose', problem: { message: say('failed') } });

  const take = async (file: File): Promise<void> => {
    setStep({ at: 'sending', name: file.name, share: 0 });
    const sent = await uploadFile(file, {
      language: spoken,
      onProgress: (share) => setStep({ at: 'sending', name: file.name, share }),
    });
    if (sent.kind !== 'uploaded') {
      const words = { signedOut: 'signedOut', unreachable: 'unreachable', abandoned: 'notTaken' } as const;
      const message = sent.kind === 'refused' ? (sent.message ?? say('notTaken')) : say(words[sent.kind]);
      return setStep({ at: 'choose', problem: { message } });
    }
    setStep({ at: 'reading', name: file.name });
    await look(sent.uploadId, false).catch(failed);
  };

  const closeMissing = async (close: boolean): Promise<void> => {
    if (step.at !== 'preview') return;
    setStep({ ...step, closeMissing: close, busy: true });
    await look(step.uploadId, close).catch(failed);
  };

  const apply = async (): Promise<void> => {
    if (step.at !== 'preview' || step.busy) return;
    const { uploadId, preview } = step;
    setStep({ ...step, busy: true });
    try {
      const input = { ...inputOf(uploadId, step.closeMissing), digest: preview.digest };
      const { data } = await applyOne({ variables: { input } });
      const answer = data?.applyImport;
      if (answer?.__typename === 'ImportApplied') {
        await client.refetchQueries({ include: 'active' });
        // Lists that are not on this page ask again when they are opened.
        client.cache.evict({ fieldName: kind === 'services' ? 'settings' : 'engagements' });
        setStep({ at: 'done', applied: answer });
      } else await look(uploadId, step.closeMissing, answer ?? { message: say('failed') });
    } catch {
      setStep({ ...step, busy: false, problem: { message: say('failed') } });
    }
  };

  return { step, take, closeMissing, apply, again: () => setStep({ at: 'choose' }) };
};
