import type { Person } from '@parvis/domain/access/actor';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { NewId } from '../../ports/platform.js';
import type { Stores } from '../../ports/work.js';
import type { FactorResetShown } from './factor-reset-store.js';
import type { ResetCircle } from './reset-deciders.js';
import { type ResetNews, resetMailToManager, resetMailToPerson } from './reset-mail.js';

export interface TellPorts {
  readonly newId: NewId;
  readonly publicUrl: string;
}

/** The person learns of every step at once, and so do all who may decide or stop it. */
export const tellReset = async (
  stores: Stores,
  { newId, publicUrl }: TellPorts,
  { structures, managers }: ResetCircle,
  reset: FactorResetShown,
  news: ResetNews,
): Promise<void> => {
  const account = await stores.credentials.find(reset.userId);
  const page = pageAddress(publicUrl, structures[0]?.side ?? 'supplier', 'account');
  const own = resetMailToPerson(reset, news, page, account?.language ?? 'fr');
  await postMail(stores, newId, { to: reset.email, ...own });
  for (const { email, language, structure } of managers) {
    const list = pageAddress(publicUrl, structure.side, 'requests');
    await postMail(stores, newId, { to: email, ...resetMailToManager(reset, news, list, language) });
  }
};

export interface ResetStep {
  readonly reset: FactorResetShown;
  readonly act: 'asked' | 'approved' | 'granted' | 'stopped' | 'expired' | 'done';
  /** Null: the platform itself. */
  readonly by: Pick<Person, 'userId' | 'name'> | null;
  readonly at: Date;
  readonly reason?: string;
}

/** In the history of every structure that the person belongs to. */
export const traceReset = async (
  { accessTrace }: Stores,
  { structures }: ResetCircle,
  { reset, act, by, at, reason }: ResetStep,
): Promise<void> => {
  for (const { structureId } of structures)
    await accessTrace.record({
      structureId,
      at,
      byUserId: by?.userId ?? null,
      byName: by?.name ?? 'Parvis',
      act: `factorReset.${act}`,
      subject: reset.name,
      details: { resetId: reset.id, userId: reset.userId },
      ...(reason === undefined ? {} : { reason }),
    });
};
