import type { ApolloClient } from '@apollo/client';
import { uploadFile } from '@parvis/web-kit/documents/upload-file';
import type { Language } from '@parvis/web-kit/words/i18n';
import {
  CheckInvoiceFileDocument,
  DepositInvoiceFileDocument,
  type InvoiceFileInput,
} from '../../gql/graphql.js';
import { type CardEvent, type DepositCard, isUnsent, type Trouble } from './deposit-card.js';
import { type Desk, type DeskEvent, desk, nextTurn } from './deposit-desk.js';
import { afterCheck, afterDeposit } from './deposit-outcomes.js';
import { INLINE_LIMIT, toBase64 } from './file-content.js';

interface Tools {
  readonly client: ApolloClient;
  readonly language: () => Language;
  readonly askToSignIn: () => Promise<void>;
}

/**
 * Keeps the cards and does the work behind them, a few files at a time: reading, sending ahead, checking, depositing.
 * It lives as long as the tab: leaving the page for another of the app loses nothing and stops nothing.
 */
export class DepositClerk {
  private cards: Desk = [];
  private readonly listeners = new Set<() => void>();

  constructor(private readonly tools: Tools) {
    addEventListener('beforeunload', (event) => {
      if (this.cards.some(isUnsent)) event.preventDefault();
    });
    addEventListener('online', () => this.dispatch({ kind: 'cameBackOnline' }));
  }

  readonly snapshot = (): Desk => this.cards;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly dispatch = (event: DeskEvent): void => {
    this.cards = desk(this.cards, event);
    for (const listener of this.listeners) listener();
    // Starting one card is an event itself, which starts the next.
    const turn = nextTurn(this.cards);
    if (turn?.act === 'send') void this.send(turn.card);
    if (turn?.act === 'check') void this.check(turn.card);
  };

  private async check(card: DepositCard): Promise<void> {
    const report = this.reporterOf(card);
    report({ kind: 'checkStarted' });
    try {
      const input = await this.asInput(card);
      if ('trouble' in input) return report({ kind: 'checkFailed', trouble: input.trouble });
      const variables = { input: input.file };
      const { data } = await this.tools.client.mutate({ mutation: CheckInvoiceFileDocument, variables });
      report(afterCheck(data?.checkInvoice));
    } catch {
      report({ kind: 'checkFailed', trouble: {} });
    }
  }

  private async send(card: DepositCard): Promise<void> {
    const report = this.reporterOf(card);
    report({ kind: 'sendStarted' });
    try {
      const input = await this.asInput(card);
      if ('trouble' in input) return report({ kind: 'sendFailed', trouble: input.trouble });
      const variables = { input: { file: input.file, idempotencyKey: card.idempotencyKey } };
      const { data } = await this.tools.client.mutate({ mutation: DepositInvoiceFileDocument, variables });
      report(afterDeposit(data?.depositInvoice));
    } catch {
      report({ kind: 'sendFailed', trouble: {} });
    }
  }

  private reporterOf({ id }: DepositCard): (event: CardEvent) => void {
    return (event) => this.dispatch({ kind: 'cardMoved', id, event });
  }

  /** The file as the API takes it: inside the request when small, sent ahead once when large. */
  private async asInput(
    card: DepositCard,
  ): Promise<{ readonly file: InvoiceFileInput } | { readonly trouble: Trouble }> {
    const { file, supplierId } = card;
    const about = {
      fileName: file.name,
      language: this.tools.language() === 'en' ? ('EN' as const) : ('FR' as const),
      ...(supplierId && { supplierId }),
    };
    if (card.uploadId) return { file: { ...about, uploadId: card.uploadId } };
    if (file.size <= INLINE_LIMIT) return { file: { ...about, contentBase64: await toBase64(file) } };
    const uploaded = await this.sendAhead(card);
    return 'trouble' in uploaded ? uploaded : { file: { ...about, uploadId: uploaded.uploadId } };
  }

  private async sendAhead(
    card: DepositCard,
  ): Promise<{ readonly uploadId: string } | { readonly trouble: Trouble }> {
    const report = this.reporterOf(card);
    const outcome = await uploadFile(card.file, {
      language: this.tools.language(),
      onProgress: (share) => report({ kind: 'uploadProgressed', share }),
    });
    if (outcome.kind === 'uploaded') {
      report({ kind: 'uploaded', uploadId: outcome.uploadId });
      return { uploadId: outcome.uploadId };
    }
    if (outcome.kind === 'signedOut') {
      await this.tools.askToSignIn();
      return this.sendAhead(card);
    }
    return { trouble: outcome.kind === 'refused' && outcome.message ? { message: outcome.message } : {} };
  }
}
