import type { Principal } from '@parvis/domain/access/actor';
import type { Act } from '@parvis/domain/access/acts';
import type { OutgoingMail } from '../mail/mail-outbox.js';
import { pageAddress } from '../mail/page-addresses.js';
import { postMail } from '../mail/post-mail.js';
import type { NewId } from '../ports/platform.js';
import type { Stores } from '../ports/work.js';
import type { MandateShown } from './mandate-store.js';

export interface TellPorts {
  readonly newId: NewId;
  readonly publicUrl: string;
}

type Write = (page: string, language: 'fr' | 'en') => Pick<OutgoingMail, 'subject' | 'body'>;

/** A mail to the managers of a structure. */
export const tellManagers = async (
  stores: Stores,
  { newId, publicUrl }: TellPorts,
  structureId: string,
  at: Date,
  write: Write,
): Promise<void> => {
  const page = pageAddress(publicUrl, 'supplier', 'mandates');
  for (const { email, language } of await stores.memberships.managersOf(structureId, at))
    await postMail(stores, newId, { to: email, ...write(page, language) });
};

/** The same entry in the history of the client and in that of the holder: each reads its own. */
export const traceBothSides = async (
  { accessTrace }: Stores,
  mandate: MandateShown,
  actor: Principal | undefined,
  { at, act, reason }: { readonly at: Date; readonly act: Act; readonly reason?: string },
): Promise<void> => {
  const { id, clientId, holderId, clientName, holderName, kind, grants, startsAt, endsAt } = mandate;
  for (const [structureId, subject] of [
    [clientId, holderName],
    [holderId, clientName],
  ] as const)
    await accessTrace.record({
      structureId,
      at,
      byUserId: actor?.userId ?? null,
      byName: actor?.name ?? 'Parvis',
      act,
      subject,
      details: {
        mandateId: id,
        kind,
        grants,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      },
      ...(reason === undefined ? {} : { reason }),
    });
};
