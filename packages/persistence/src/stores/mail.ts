import type { MailOutbox } from '@parvis/application/mail/mail-outbox';
import { type EntityManager, IsNull, LessThan } from 'typeorm';
import { OutgoingMailEntity } from '../entities/outgoing-mail.entity.js';

const waiting = { sentAt: IsNull(), problem: IsNull() };

export const mailOutbox = (manager: EntityManager): MailOutbox => ({
  add: async (mail) => {
    // A copy: TypeORM writes what the database filled in back into what it was given.
    await manager.insert(OutgoingMailEntity, { ...mail });
  },
  findWaiting: async (mailId) => {
    const found = await manager.findOneBy(OutgoingMailEntity, { mailId, ...waiting });
    if (!found) return undefined;
    const { to, subject, body } = found;
    return { mailId, to, subject, body };
  },
  markSent: async (mailId, sentAt) => {
    await manager.update(OutgoingMailEntity, { mailId }, { sentAt, body: '' });
  },
  markRefused: async (mailId, problem) => {
    await manager.update(OutgoingMailEntity, { mailId }, { problem, body: '' });
  },
  newestWaiting: async (limit) => {
    const found = await manager.find(OutgoingMailEntity, {
      where: waiting,
      order: { createdAt: 'DESC', mailId: 'DESC' },
      take: limit,
    });
    return found.map(({ sentAt: _sent, problem: _problem, ...mail }) => mail);
  },
  removeBefore: async (moment) =>
    (await manager.delete(OutgoingMailEntity, { createdAt: LessThan(moment) })).affected ?? 0,
});
