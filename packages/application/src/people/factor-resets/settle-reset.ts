import type { Stores, Work } from '../../ports/work.js';
import {
  type FactorReset,
  type FactorResetShown,
  isOverdue,
  type ResetApproval,
} from './factor-reset-store.js';
import { APPROVALS, circleOf, type ResetCircle } from './reset-deciders.js';
import { type TellPorts, tellReset, traceReset } from './tell-reset.js';

/** What is due now: each in a unit of work of its own, whichever process comes first. */
export const settleResets = async ({ work, ...ports }: TellPorts & { readonly work: Work }, at: Date) => {
  const due = await work.run(({ factorResets }) => factorResets.dueAt(at));
  for (const reset of due) await work.run((stores) => settleReset(stores, ports, reset, at));
  const open = await work.run(({ factorResets }) => factorResets.open());
  for (const reset of open.filter((each) => isOverdue(each, at)))
    await work.run((stores) => expireReset(stores, ports, reset, at));
};

const expireReset = async (
  stores: Stores,
  ports: TellPorts,
  { id }: Pick<FactorReset, 'id'>,
  at: Date,
): Promise<void> => {
  const reset = await stores.factorResets.findForChange(id);
  if (!reset || !isOverdue(reset, at)) return;
  const expired: FactorResetShown = { ...reset, state: 'stopped', closedAt: at, stoppedByName: 'Parvis' };
  await stores.factorResets.save(expired);
  const circle = await circleOf(stores, reset.userId, at);
  await traceReset(stores, circle, { reset: expired, act: 'expired', by: null, at });
  await tellReset(stores, ports, circle, expired, 'expired');
};

/** What two have approved and nobody stopped within the day happens: the platform's own act. */
const settleReset = async (
  stores: Stores,
  ports: TellPorts,
  { id }: Pick<FactorReset, 'id'>,
  at: Date,
): Promise<void> => {
  const reset = await stores.factorResets.findForChange(id);
  if (reset?.state !== 'granted' || reset.effectiveAt === undefined || reset.effectiveAt > at) return;
  const approvers = new Set(reset.approvals.map(({ byUserId }) => byUserId));
  approvers.delete(reset.userId);
  if (approvers.size < APPROVALS) throw new Error(`reset ${id} is granted without its approvals`);
  const circle = await circleOf(stores, reset.userId, at);
  if (!reset.approvals.every((approval) => stillStands(circle, approval))) {
    const stopped: FactorResetShown = { ...reset, state: 'stopped', closedAt: at, stoppedByName: 'Parvis' };
    await stores.factorResets.save(stopped);
    await traceReset(stores, circle, { reset: stopped, act: 'stopped', by: null, at });
    return tellReset(stores, ports, circle, stopped, 'stopped');
  }
  await unprotect(stores, reset);
  const done: FactorResetShown = { ...reset, state: 'done', closedAt: at };
  await stores.factorResets.save(done);
  await traceReset(stores, circle, { reset: done, act: 'done', by: null, at });
  await tellReset(stores, ports, circle, done, 'done');
};

/** A manager put out within the day may be the very reason for it. */
const stillStands = ({ managers }: ResetCircle, { standing, byUserId }: ResetApproval): boolean =>
  standing === 'operator' || managers.some(({ userId }) => userId === byUserId);

const unprotect = async ({ factors, sessions }: Stores, { userId }: FactorReset): Promise<void> => {
  await factors.removeTotp(userId);
  for (const { credentialId } of await factors.passkeysOf(userId))
    await factors.removePasskey(userId, credentialId);
  await factors.replaceRecoveryCodes(userId, []);
  await sessions.removeAll(userId);
};
