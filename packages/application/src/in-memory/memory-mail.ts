import type { MailOutbox } from '../mail/mail-outbox.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryMail = ({ mails }: MemoryTables): MailOutbox => ({
  add: async (mail) => {
    mails.set(mail.mailId, { ...mail, sentAt: null });
  },
  findWaiting: async (mailId) => {
    const found = mails.get(mailId);
    if (!found || found.sentAt) return undefined;
    const { sentAt: _notSent, ...mail } = found;
    return mail;
  },
  markSent: async (mailId, sentAt) => {
    const found = mails.get(mailId);
    if (found) mails.set(mailId, { ...found, sentAt });
  },
});
