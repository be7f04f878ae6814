import type { CredentialStore } from '@parvis/application/people/credential-store';
import type { EntityManager } from 'typeorm';
import { PersonEntity } from '../entities/person.entity.js';

export const credentialStore = (manager: EntityManager): CredentialStore => ({
  add: async ({ userId, email, name, language, passwordHash }) => {
    const written: unknown[] = await manager.query(
      `INSERT INTO person (user_id, email, name, language, password_hash) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (email) DO NOTHING RETURNING user_id`,
      [userId, email, name, language, passwordHash],
    );
    return written.length > 0;
  },
  find: async (userId) => (await manager.findOneBy(PersonEntity, { userId })) ?? undefined,
  setPassword: async (userId, passwordHash) => {
    await manager.update(PersonEntity, { userId }, { passwordHash });
  },
  setEmail: async (userId, email) => {
    // Two who go over to one address at once wait for each other here, not for an error of the database.
    await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('email ' || $1, 0))", [email]);
    if (await manager.existsBy(PersonEntity, { email })) return false;
    return ((await manager.update(PersonEntity, { userId }, { email })).affected ?? 0) > 0;
  },
});
