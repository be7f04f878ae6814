import type { Person } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { NewId } from '../../ports/platform.js';
import type { Work } from '../../ports/work.js';
import { postFactorChange } from '../factors/factor-mail.js';
import type { FactorRefusal } from '../factors/factor-refusal.js';
import { requireProof, type SessionPorts } from '../factors/require-proof.js';

export interface LinkOpenIdPorts extends SessionPorts {
  readonly work: Work;
  readonly newId: NewId;
}

export type LinkOpenId = (
  link: string,
  person: Person,
) => Promise<Result<undefined, { readonly code: 'openid-link-over' }>>;

/**
 * Links the identity that this browser brought to the account its owner has just proved. Only to the account of the
 * address that the provider vouches for: an identity of somebody else's finds no way in.
 */
export const makeLinkOpenId =
  (ports: LinkOpenIdPorts): LinkOpenId =>
  (link, person) =>
    ports.work.run(async (stores) => {
      const taken = await stores.openId.takeLink(ports.sha256(link));
      const at = ports.now();
      if (!taken || taken.expiresAt <= at || taken.email !== person.email)
        return refuse({ code: 'openid-link-over' });
      const { issuer, subject, provider, email } = taken;
      const { userId } = person;
      const linked = await stores.openId.addIdentity({
        issuer,
        subject,
        provider,
        email,
        userId,
        linkedAt: at,
      });
      if (!linked) return refuse({ code: 'openid-link-over' });
      await postFactorChange(stores, ports, person, 'openIdLinked');
      return accept(undefined);
    });

export type UnlinkOpenId = (
  command: { readonly token: string; readonly provider: string },
  person: Person,
) => Promise<Result<undefined, FactorRefusal>>;

/** Takes a provider's way in away. Whoever has no password gets one by mail. */
export const makeUnlinkOpenId =
  (ports: LinkOpenIdPorts): UnlinkOpenId =>
  ({ token, provider }, person) =>
    ports.work.run(async (stores) => {
      const proved = await requireProof(stores, ports, token);
      if (!proved.ok) return proved;
      const { userId } = person;
      const linked = await stores.openId.identitiesOf(userId);
      const leaving = linked.filter((identity) => identity.provider === provider);
      if (leaving.length === 0) return refuse({ code: 'factor-not-found' });
      for (const { issuer, subject } of leaving) await stores.openId.removeIdentity(userId, issuer, subject);
      await postFactorChange(stores, ports, person, 'openIdUnlinked');
      return accept(undefined);
    });
