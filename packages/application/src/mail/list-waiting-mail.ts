import type { Work } from '../ports/work.js';
import type { WaitingMail } from './mail-outbox.js';

export type ListWaitingMail = () => Promise<readonly WaitingMail[]>;

const SHOWN = 50;

/** For demonstrations only: whoever reads the messages of others can enter their accounts. */
export const makeListWaitingMail =
  ({ work }: { readonly work: Work }): ListWaitingMail =>
  () =>
    work.run(({ mail }) => mail.newestWaiting(SHOWN));
