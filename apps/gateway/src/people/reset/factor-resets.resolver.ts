import type { FactorResetShown } from '@parvis/application/people/factor-resets/factor-reset-store';
import type { ResetRefusal } from '@parvis/application/people/factor-resets/reset-refusal';
import type { Result } from '@parvis/domain/result/result';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Open, PeopleOnly } from '../../access/binding.js';
import { personOf, type RequestContext } from '../../request-context.js';
import type { UseCases } from '../../use-cases.js';
import { ProtectionRefusedObject } from '../protection/protection.objects.js';
import {
  ApproveFactorResetInput,
  AskFactorResetInput,
  AskFactorResetResult,
  FactorResetChangedObject,
  FactorResetObject,
  FactorResetResult,
  FactorResetStatusObject,
  OwnFactorResetObject,
  StopFactorResetInput,
} from './factor-reset.objects.js';

const BETWEEN = 'whoever lost every second factor has no session; the first step is proved by its challenge';
const CIRCLE = 'managers decide for people of any of their structures, operators where managers are missing';

/** The way back for whoever lost every second factor and all recovery codes. */
@Resolver()
export class FactorResetsResolver {
  constructor(private readonly useCases: UseCases) {}

  @Open(BETWEEN)
  @Query(() => FactorResetStatusObject, {
    nullable: true,
    description: 'How the open request of a person stands, between the two steps of their signing in.',
  })
  async factorReset(
    @Arg('challenge', () => String, { description: 'Of `SecondFactorRequired`.' }) challenge: string,
  ): Promise<FactorResetStatusObject | null> {
    const status = await this.useCases.viewFactorReset(challenge);
    return status ? new FactorResetStatusObject(status) : null;
  }

  @Open(BETWEEN)
  @Mutation(() => AskFactorResetResult, {
    description: 'Asks the managers to have every second factor removed.',
  })
  async askFactorReset(
    @Arg('input', () => AskFactorResetInput, { description: 'The request.' })
    { challenge, reason }: AskFactorResetInput,
    @Ctx() { device, language }: RequestContext,
  ): Promise<typeof AskFactorResetResult> {
    const asked = await this.useCases.askFactorReset({ challenge, reason, device });
    return asked.ok
      ? new FactorResetStatusObject(asked.value)
      : new ProtectionRefusedObject(asked.refusal, language);
  }

  @PeopleOnly(CIRCLE)
  @Query(() => [FactorResetObject], {
    description: 'Open requests of people of a structure, for its managers; fifty at most.',
  })
  async factorResets(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @Ctx() context: RequestContext,
  ): Promise<FactorResetObject[]> {
    return (await this.useCases.listFactorResets(structureId, personOf(context))).map(shown);
  }

  @PeopleOnly(CIRCLE)
  @Query(() => [FactorResetObject], {
    description: 'Open requests for which managers are missing, for an operator of the platform.',
  })
  async factorResetsToDecide(@Ctx() context: RequestContext): Promise<FactorResetObject[]> {
    return (await this.useCases.listFactorResetsToDecide(personOf(context))).map(shown);
  }

  @PeopleOnly('one’s own account is one’s own to protect')
  @Query(() => OwnFactorResetObject, {
    description: 'Whether the viewer’s factors are being removed, or were.',
  })
  async ownFactorReset(@Ctx() context: RequestContext): Promise<OwnFactorResetObject> {
    return new OwnFactorResetObject(await this.useCases.viewOwnFactorReset(personOf(context)));
  }

  @PeopleOnly(CIRCLE)
  @Mutation(() => FactorResetResult, {
    description: 'One of two people approves, after a recent proof of who they are.',
  })
  async approveFactorReset(
    @Arg('input', () => ApproveFactorResetInput, { description: 'The approval.' })
    { resetId, reason }: ApproveFactorResetInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof FactorResetResult> {
    const command = { token: context.token ?? '', resetId, reason };
    return answer(await this.useCases.approveFactorReset(command, personOf(context)), context);
  }

  @PeopleOnly(CIRCLE)
  @Mutation(() => FactorResetResult, {
    description: 'Ends a request: the person’s own, or one that the viewer may approve or has.',
  })
  async stopFactorReset(
    @Arg('input', () => StopFactorResetInput, { description: 'The request.' })
    { resetId, reason }: StopFactorResetInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof FactorResetResult> {
    const command = { resetId, ...(reason ? { reason } : {}) };
    return answer(await this.useCases.stopFactorReset(command, personOf(context)), context);
  }
}

const shown = (reset: FactorResetShown): FactorResetObject => new FactorResetObject(reset);

const answer = (
  outcome: Result<FactorResetShown, ResetRefusal>,
  { language }: RequestContext,
): typeof FactorResetResult =>
  outcome.ok
    ? new FactorResetChangedObject(shown(outcome.value))
    : new ProtectionRefusedObject(outcome.refusal, language);
