import type { Person } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Stores } from '../../ports/work.js';
import type { IsOperator } from '../claims/claim-deciders.js';
import { requireProof } from '../factors/require-proof.js';
import type { AskResetPorts } from './ask-reset.js';
import { type FactorResetShown, isOpen, isOverdue, type ResetApproval } from './factor-reset-store.js';
import { APPROVALS, circleOf, type ResetCircle, standingApprovals, standingOf } from './reset-deciders.js';
import { type ResetRefusal, reasonFault } from './reset-refusal.js';
import { tellReset, traceReset } from './tell-reset.js';

export interface DecideResetPorts extends AskResetPorts {
  readonly isOperator: IsOperator;
}

type Decided = Promise<Result<FactorResetShown, ResetRefusal>>;

export interface ApproveFactorResetCommand {
  /** Of the session: the approver proves who they are. */
  readonly token: string;
  readonly resetId: string;
  /** How the approver made sure of who asks. */
  readonly reason: string;
}

export type ApproveFactorReset = (command: ApproveFactorResetCommand, person: Person) => Decided;

const WAIT_IN_MS = 24 * 3_600_000;

/** One of two people approves. With the second, a day begins in which anybody concerned may stop it. */
export const makeApproveFactorReset =
  (ports: DecideResetPorts): ApproveFactorReset =>
  ({ token, resetId, reason: typed }, person) =>
    ports.work.run(async (stores) => {
      const at = ports.now();
      const reset = await stores.factorResets.findForChange(resetId);
      if (!reset) return refuse({ code: 'reset-not-found' });
      const circle = await circleOf(stores, reset.userId, at);
      const standing = standingOf(circle, ports.isOperator, reset, person);
      if (!standing) return refuse({ code: 'reset-not-found' });
      if (reset.state !== 'waiting' || isOverdue(reset, at)) return refuse({ code: 'reset-closed' });
      const reason = typed.trim();
      const fault = reasonFault(reason);
      if (fault) return refuse(fault);
      const proved = await requireProof(stores, ports, token);
      if (!proved.ok) return proved.refusal.code === 'proof-needed' ? proved : refuse({ code: 'signed-out' });
      const approval = {
        byUserId: person.userId,
        byName: person.name,
        standing,
        reason,
        approvedAt: at,
      };
      return addApproval(stores, ports, circle, reset, approval);
    });

const addApproval = async (
  stores: Stores,
  ports: DecideResetPorts,
  circle: ResetCircle,
  reset: FactorResetShown,
  approval: ResetApproval,
): Decided => {
  const approved = { ...reset, approvals: [...reset.approvals, approval] };
  const counted = standingApprovals(circle, approved);
  if (approval.standing === 'operator' && !counted.includes(approval))
    return refuse({
      code: reset.approvals.some(({ byUserId }) => byUserId === approval.byUserId)
        ? 'reset-approved-already'
        : 'reset-needs-manager',
    });
  if (!(await stores.factorResets.addApproval(reset.id, approval)))
    return refuse({ code: 'reset-approved-already' });
  const { byUserId: userId, byName: name, reason, approvedAt: at } = approval;
  await traceReset(stores, circle, { reset, act: 'approved', by: { userId, name }, at, reason });
  if (counted.length < APPROVALS) return accept(approved);
  const effectiveAt = new Date(at.getTime() + WAIT_IN_MS);
  const granted = { ...approved, state: 'granted', effectiveAt } as const;
  await stores.factorResets.save(granted);
  await traceReset(stores, circle, { reset, act: 'granted', by: null, at });
  await tellReset(stores, ports, circle, granted, 'granted');
  return accept(granted);
};

export interface StopFactorResetCommand {
  readonly resetId: string;
  /** The person need not say why. */
  readonly reason?: string;
}

export type StopFactorReset = (command: StopFactorResetCommand, person: Person) => Decided;

/** The person whose account it is, whoever may approve, or whoever has: one word ends it. */
export const makeStopFactorReset =
  (ports: DecideResetPorts): StopFactorReset =>
  ({ resetId, reason: typed = '' }, person) =>
    ports.work.run(async (stores) => {
      const at = ports.now();
      const reset = await stores.factorResets.findForChange(resetId);
      if (!reset) return refuse({ code: 'reset-not-found' });
      const circle = await circleOf(stores, reset.userId, at);
      const isOwn = reset.userId === person.userId;
      const hasApproved = reset.approvals.some(({ byUserId }) => byUserId === person.userId);
      if (!isOwn && !hasApproved && !standingOf(circle, ports.isOperator, reset, person))
        return refuse({ code: 'reset-not-found' });
      if (!isOpen(reset)) return refuse({ code: 'reset-closed' });
      const reason = typed.trim();
      const fault = isOwn && reason === '' ? undefined : reasonFault(reason);
      if (fault) return refuse(fault);
      const given = reason === '' ? {} : { reason };
      const stopped: FactorResetShown = {
        ...reset,
        state: 'stopped',
        closedAt: at,
        stoppedByName: person.name,
        ...(reason === '' ? {} : { stopReason: reason }),
      };
      await stores.factorResets.save(stopped);
      await traceReset(stores, circle, { reset, act: 'stopped', by: person, at, ...given });
      await tellReset(stores, ports, circle, stopped, 'stopped');
      return accept(stopped);
    });
