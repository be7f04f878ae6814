import type { Session } from '@parvis/application/people/sessions/session';
import type { SessionStore } from '@parvis/application/people/sessions/session-store';
import { type EntityManager, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { SessionEntity } from '../entities/session.entity.js';
import { isUuid } from '../is-uuid.js';
import { fromOpenIdColumns, toOpenIdColumns } from '../mappers/openid-token.mapper.js';
import type { SettingsCipher } from '../settings-cipher.js';

export const sessionStore = (manager: EntityManager, cipher: SettingsCipher): SessionStore => ({
  add: async (session) => {
    await manager.insert(SessionEntity, toEntity(session, cipher));
  },
  find: async (tokenHash) => {
    const found = await manager.findOneBy(SessionEntity, { tokenHash });
    return found ? toSession(found, cipher) : undefined;
  },
  remove: async (tokenHash) => {
    await manager.delete(SessionEntity, { tokenHash });
  },
  ofUser: async (userId, now) => {
    const rows = await manager.find(SessionEntity, {
      where: { userId, expiresAt: MoreThan(now) },
      order: { lastSeenAt: 'DESC' },
    });
    return rows.map((row) => toSession(row, cipher));
  },
  removeOne: async (userId, sessionId) =>
    isUuid(sessionId) && ((await manager.delete(SessionEntity, { userId, sessionId })).affected ?? 0) > 0,
  removeAll: async (userId, exceptTokenHash) => {
    const others = exceptTokenHash === undefined ? {} : { tokenHash: Not(exceptTokenHash) };
    return (await manager.delete(SessionEntity, { userId, ...others })).affected ?? 0;
  },
  noteSeen: async (tokenHash, lastSeenAt) => {
    await manager.update(SessionEntity, { tokenHash }, { lastSeenAt });
  },
  rotate: async (tokenHash, next) =>
    ((await manager.update(SessionEntity, { tokenHash }, next)).affected ?? 0) > 0,
  removeExpired: async (now) =>
    (await manager.delete(SessionEntity, { expiresAt: LessThanOrEqual(now) })).affected ?? 0,
});

/** What a sealed token is bound to: copied to another session, it does not open. */
const boundTo = (sessionId: string): string => `session ${sessionId}`;

const toEntity = ({ device, openId, ...session }: Session, cipher: SettingsCipher): SessionEntity => ({
  ...session,
  networkAddress: device.networkAddress ?? null,
  userAgent: device.userAgent ?? null,
  ...toOpenIdColumns(openId, cipher, boundTo(session.sessionId)),
});

const toSession = (row: SessionEntity, cipher: SettingsCipher): Session => {
  const { networkAddress, userAgent, openidProvider, openidToken, ...session } = row;
  return {
    ...session,
    device: { ...(networkAddress ? { networkAddress } : {}), ...(userAgent ? { userAgent } : {}) },
    ...fromOpenIdColumns({ openidProvider, openidToken }, cipher, boundTo(session.sessionId)),
  };
};
