import type { MailOutbox } from '../mail/mail-outbox.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryMail = ({ mails }: MemoryTables): MailOutbox => ({
  add: async (mail) => {
    mails.set(mail.mailId, { ...mail, createdAt: new Date(), sentAt: null, problem: null });
  },
  findWaiting: async (mailId) => {
    const found = mails.get(mailId);
    if (!found || found.sentAt || found.problem !== null) return undefined;
    const { to, subject, body } = found;
    return { mailId, to, subject, body };
  },
  markSent: async (mailId, sentAt) => {
    const found = mails.get(mailId);
    if (found) mails.set(mailId, { ...found, body: '', sentAt });
  },
  markRefused: async (mailId, problem) => {
    const found = mails.get(mailId);
    if (found) mails.set(mailId, { ...found, body: '', problem });
  },
  newestWaiting: async (limit) =>
    [...mails.values()]
      .filter(({ sentAt, problem }) => sentAt === null && problem === null)
      .reverse()
      .slice(0, limit)
      .map(({ sentAt: _sent, problem: _problem, ...mail }) => mail),
  removeBefore: async (moment) => {
    const old = [...mails.values()].filter(({ createdAt }) => createdAt < moment);
    for (const { mailId } of old) mails.delete(mailId);
    return old.length;
  },
});
