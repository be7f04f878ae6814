import type { OpenIdStore } from '../people/openid/openid-store.js';
import { keyOf, type MemoryTables } from './memory-tables.js';

export const memoryOpenId = (tables: MemoryTables): OpenIdStore => {
  const { openIdRequests: requests, openIdIdentities: identities, openIdLinks: links } = tables;
  return {
    addRequest: async (request) => {
      requests.set(request.stateHash, request);
    },
    takeRequest: async (stateHash) => {
      const request = requests.get(stateHash);
      requests.delete(stateHash);
      return request;
    },
    findIdentity: async (issuer, subject) => identities.get(keyOf(issuer, subject)),
    identitiesOf: async (userId) => [...identities.values()].filter((identity) => identity.userId === userId),
    addIdentity: async (identity) => {
      const key = keyOf(identity.issuer, identity.subject);
      if (identities.has(key)) return false;
      identities.set(key, identity);
      return true;
    },
    removeIdentity: async (userId, issuer, subject) => {
      const key = keyOf(issuer, subject);
      return identities.get(key)?.userId === userId && identities.delete(key);
    },
    addLink: async (link) => {
      links.set(link.linkHash, link);
    },
    takeLink: async (linkHash) => {
      const link = links.get(linkHash);
      links.delete(linkHash);
      return link;
    },
    removeExpired: async (now) => {
      let removed = 0;
      for (const table of [requests, links]) {
        for (const [key, { expiresAt }] of table) if (expiresAt <= now && table.delete(key)) removed += 1;
      }
      return removed;
    },
  };
};
