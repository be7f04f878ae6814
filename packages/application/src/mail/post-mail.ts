import type { NewId } from '../ports/platform.js';
import type { Stores } from '../ports/work.js';
import type { OutgoingMail } from './mail-outbox.js';

/** Has a message sent once the unit of work is committed. */
export const postMail = async (
  { mail, jobs }: Pick<Stores, 'mail' | 'jobs'>,
  newId: NewId,
  message: Omit<OutgoingMail, 'mailId'>,
): Promise<void> => {
  const mailId = newId();
  await mail.add({ mailId, ...message });
  await jobs.add({ kind: 'sendMail', mailId });
};
