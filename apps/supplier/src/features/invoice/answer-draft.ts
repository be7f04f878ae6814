/** An answer begun and not sent, kept on this device: a comment survives closing the tab; files cannot. */
export interface AnswerDraft {
  read(): string;
  write(comment: string): void;
  forget(): void;
}

/** Kept for one person and one suspension: the answer to an earlier one does not come back. */
export const answerDraft = (
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  key: { readonly viewerId: string; readonly invoiceId: string; readonly sequence: number },
): AnswerDraft => {
  const name = `parvis.answer.${key.viewerId}.${key.invoiceId}.${key.sequence}`;
  return {
    read: () => storage.getItem(name) ?? '',
    write: (comment) => (comment === '' ? storage.removeItem(name) : storage.setItem(name, comment)),
    forget: () => storage.removeItem(name),
  };
};
