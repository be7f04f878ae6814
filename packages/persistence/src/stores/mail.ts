import type { MailOutbox } from '@parvis/application/mail/mail-outbox';
import { type EntityManager, IsNull } from 'typeorm';
import { OutgoingMailEntity } from '../entities/outgoing-mail.entity.js';

export const mailOutbox = (manager: EntityManager): MailOutbox => ({
  add: async (mail) => {
    await manager.insert(OutgoingMailEntity, mail);
  },
  findWaiting: async (mailId) => {
    const found = await manager.findOneBy(OutgoingMailEntity, { mailId, sentAt: IsNull() });
    if (!found) return undefined;
    const { sentAt: _notSent, ...mail } = found;
    return mail;
  },
  markSent: async (mailId, sentAt) => {
    await manager.update(OutgoingMailEntity, { mailId }, { sentAt });
  },
});
