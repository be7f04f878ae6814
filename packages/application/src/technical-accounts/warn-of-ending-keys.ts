import { postMail } from '../mail/post-mail.js';
import type { Clock, NewId } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import { endingKeyMail } from './ending-key-mail.js';
import { daysAfter } from './issue-key.js';
import type { RecognisedKey } from './technical-account-store.js';

/** How many days before its end people are told of a key (P24). */
export const warningDays = [30, 7, 1] as const;

export interface WarnOfEndingKeysPorts {
  readonly work: Work;
  readonly newId: NewId;
  readonly now: Clock;
  /** Where people go to renew a key. */
  readonly pageFor: (key: Pick<RecognisedKey, 'side'>) => string;
}

/** Answers how many warnings were given now. */
export type WarnOfEndingKeys = () => Promise<number>;

/** Tells the managers of each key that ends soon, once for each of the days; any number of processes may try. */
export const makeWarnOfEndingKeys =
  (ports: WarnOfEndingKeysPorts): WarnOfEndingKeys =>
  async () => {
    const at = ports.now();
    const last = Math.max(...warningDays);
    const ending = await ports.work.run(({ technicalAccounts }) =>
      technicalAccounts.keysEndingBetween(at, new Date(daysAfter(at, last).getTime() + 1)),
    );
    let given = 0;
    for (const key of ending) if (await warn(ports, key, at)) given += 1;
    return given;
  };

const warn = (
  { work, newId, pageFor }: WarnOfEndingKeysPorts,
  key: RecognisedKey,
  at: Date,
): Promise<boolean> =>
  work.run(async (stores) => {
    // A key made for a week is told of at 7 days and at 1, not at 30 as well.
    const due = warningDays.filter((days) => key.expiresAt <= daysAfter(at, days));
    const nearest = Math.min(...due);
    if (!(await stores.technicalAccounts.addWarning(key.keyId, nearest, at))) return false;
    for (const manager of await stores.memberships.managersOf(key.account.structureId, at)) {
      const message = endingKeyMail({ key, language: manager.language, page: pageFor(key) });
      await postMail(stores, newId, { to: manager.email, ...message });
    }
    return true;
  });
