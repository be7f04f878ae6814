import { useApolloClient } from '@apollo/client/react';
import { uploadFile } from '@parvis/web-kit/documents/upload-file';
import { useSession } from '@parvis/web-kit/session/session';
import { type Language, useLanguage } from '@parvis/web-kit/words/i18n';
import { useEffect, useReducer, useRef } from 'react';
import {
  CheckInvoiceFileDocument,
  DepositInvoiceFileDocument,
  type InvoiceFileInput,
} from '../../gql/graphql.js';
import type { CardEvent, DepositCard } from './deposit-card.js';
import { type Desk, type DeskEvent, desk, turns } from './deposit-desk.js';
import { afterCheck, afterDeposit } from './deposit-outcomes.js';
import { INLINE_LIMIT, toBase64 } from './file-content.js';

/** The cards, and the work behind them: reading, sending ahead, checking and depositing, a few at a time. */
export const useDepositDesk = (supplierId: string | undefined): [Desk, (event: DeskEvent) => void] => {
  const [cards, dispatch] = useReducer(desk, []);
  const clerk = useClerk(supplierId, dispatch);
  const language = useLanguage();
  const spoken = useRef(language);

  useEffect(() => {
    const { check, send } = turns(cards);
    for (const card of check) void clerk.check(card);
    for (const card of send) void clerk.send(card);
  });

  useEffect(() => {
    if (spoken.current === language) return;
    spoken.current = language;
    dispatch({ kind: 'allChecksAskedAgain' });
  }, [language]);

  return [cards, dispatch];
};

const useClerk = (supplierId: string | undefined, dispatch: (event: DeskEvent) => void) => {
  const client = useApolloClient();
  const language = useLanguage();
  const { askToSignIn } = useSession();

  const tell = (card: DepositCard) => (event: CardEvent) =>
    dispatch({ kind: 'cardMoved', id: card.id, event });

  const check = async (card: DepositCard): Promise<void> => {
    const report = tell(card);
    report({ kind: 'checkStarted' });
    try {
      const input = await asInput(card, language, report);
      if ('trouble' in input) return report({ kind: 'checkFailed', trouble: input.trouble });
      const { data } = await client.mutate({
        mutation: CheckInvoiceFileDocument,
        variables: { input: input.file },
      });
      report(afterCheck(data?.checkInvoice));
    } catch {
      report({ kind: 'checkFailed', trouble: {} });
    }
  };

  const send = async (card: DepositCard): Promise<void> => {
    const report = tell(card);
    report({ kind: 'sendStarted' });
    try {
      const input = await asInput(card, language, report);
      if ('trouble' in input) return report({ kind: 'sendFailed', trouble: input.trouble });
      const { data } = await client.mutate({
        mutation: DepositInvoiceFileDocument,
        variables: { input: { file: input.file, idempotencyKey: card.idempotencyKey } },
      });
      report(afterDeposit(data?.depositInvoice));
    } catch {
      report({ kind: 'sendFailed', trouble: {} });
    }
  };

  /** The file as the API takes it: inside the request when small, sent ahead once when large. */
  const asInput = async (
    { file, uploadId }: DepositCard,
    spoken: Language,
    report: (event: CardEvent) => void,
  ): Promise<{ file: InvoiceFileInput } | { trouble: { message?: string } }> => {
    const about: InvoiceFileInput = {
      fileName: file.name,
      language: spoken === 'en' ? 'EN' : 'FR',
      ...(supplierId && { supplierId }),
    };
    if (uploadId) return { file: { ...about, uploadId } };
    if (file.size <= INLINE_LIMIT) return { file: { ...about, contentBase64: await toBase64(file) } };
    const outcome = await uploadFile(file, {
      language: spoken,
      onProgress: (share) => report({ kind: 'uploadProgressed', share }),
    });
    if (outcome.kind === 'signedOut') {
      await askToSignIn();
      return asInput({ file } as DepositCard, spoken, report);
    }
    if (outcome.kind !== 'uploaded') {
      return { trouble: outcome.kind === 'refused' && outcome.message ? { message: outcome.message } : {} };
    }
    report({ kind: 'uploaded', uploadId: outcome.uploadId });
    return { file: { ...about, uploadId: outcome.uploadId } };
  };

  return { check, send };
};
