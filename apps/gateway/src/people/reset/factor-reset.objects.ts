import type { ResetStatus } from '@parvis/application/people/factor-resets/ask-reset';
import type {
  FactorResetShown,
  FactorResetState,
  ResetApproval,
} from '@parvis/application/people/factor-resets/factor-reset-store';
import type { OwnFactorReset } from '@parvis/application/people/factor-resets/list-resets';
import { deviceWords, shortAddress } from '@parvis/application/people/sessions/device-words';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { FactorResetStateEnum } from '../../graphql/enums.js';
import { DateTimeIso } from '../../graphql/scalars.js';
import { ProtectionRefusedObject } from '../protection/protection.objects.js';

@ObjectType('FactorResetApproval', { description: 'What one of two people answers for.' })
export class FactorResetApprovalObject {
  constructor(private readonly approval: ResetApproval) {}

  @Field(() => ID, { description: 'Who.' })
  get byUserId(): string {
    return this.approval.byUserId;
  }

  @Field(() => String, { description: 'Their name.' })
  get byName(): string {
    return this.approval.byName;
  }

  @Field(() => String, { description: 'How they made sure of who asks.' })
  get reason(): string {
    return this.approval.reason;
  }

  @Field(() => DateTimeIso, { description: 'When.' })
  get approvedAt(): Date {
    return this.approval.approvedAt;
  }
}

@ObjectType('FactorReset', {
  description: 'Somebody who lost every second factor asks to have them removed.',
})
export class FactorResetObject {
  constructor(private readonly reset: FactorResetShown) {}

  @Field(() => ID, { description: 'Identifier of the request.' })
  get id(): string {
    return this.reset.id;
  }

  @Field(() => String, { description: 'Who asks.' })
  get name(): string {
    return this.reset.name;
  }

  @Field(() => String, { description: 'Their address.' })
  get email(): string {
    return this.reset.email;
  }

  @Field(() => FactorResetStateEnum, { description: 'How it stands.' })
  get state(): FactorResetState {
    return this.reset.state;
  }

  @Field(() => String, { description: 'What happened, in their words.' })
  get reason(): string {
    return this.reset.reason;
  }

  @Field(() => DateTimeIso, { description: 'When it was asked for.' })
  get askedAt(): Date {
    return this.reset.askedAt;
  }

  @Field(() => String, { nullable: true, description: 'Browser, system and network, as far as known.' })
  get askedFrom(): string | null {
    const { networkAddress, userAgent } = this.reset.device;
    const { browser, system } = deviceWords(userAgent);
    const known = [browser, system, shortAddress(networkAddress)].filter((word) => word !== undefined);
    return known.length > 0 ? known.join(', ') : null;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'Once granted: when the factors go.' })
  get effectiveAt(): Date | null {
    return this.reset.effectiveAt ?? null;
  }

  @Field(() => [FactorResetApprovalObject], { description: 'Those given so far; two are needed.' })
  get approvals(): FactorResetApprovalObject[] {
    return this.reset.approvals.map((approval) => new FactorResetApprovalObject(approval));
  }
}

@ObjectType('FactorResetStatus', {
  description: 'How a request stands, for whoever has given the password only.',
})
export class FactorResetStatusObject {
  constructor(private readonly status: ResetStatus) {}

  @Field(() => FactorResetStateEnum, { description: 'How it stands.' })
  get state(): FactorResetState {
    return this.status.state;
  }

  @Field(() => DateTimeIso, { description: 'When it was asked for.' })
  get askedAt(): Date {
    return this.status.askedAt;
  }

  @Field(() => Int, { description: 'How many have approved; two are needed.' })
  get approvals(): number {
    return this.status.approvals;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'Once granted: when the factors go.' })
  get effectiveAt(): Date | null {
    return this.status.effectiveAt ?? null;
  }
}

@ObjectType('OwnFactorReset', { description: "What the viewer's account has to do with resets." })
export class OwnFactorResetObject {
  constructor(private readonly own: OwnFactorReset) {}

  @Field(() => FactorResetObject, { nullable: true, description: 'While one is open.' })
  get reset(): FactorResetObject | null {
    return this.own.reset ? new FactorResetObject(this.own.reset) : null;
  }

  @Field(() => Boolean, { description: 'The factors were removed, and none was set since.' })
  get mustProtectAgain(): boolean {
    return this.own.mustProtectAgain;
  }
}

@InputType('AskFactorResetInput', { description: 'Of whoever lost every second factor.' })
export class AskFactorResetInput {
  @Field(() => String, { description: 'Of `SecondFactorRequired`: the password was right.' })
  challenge: string;

  @Field(() => String, { description: 'What happened.' })
  reason: string;
}

@InputType('ApproveFactorResetInput', { description: 'A yes.' })
export class ApproveFactorResetInput {
  @Field(() => ID, { description: 'The request.' })
  resetId: string;

  @Field(() => String, { description: 'How one made sure of who asks.' })
  reason: string;
}

@InputType('StopFactorResetInput', { description: 'A no.' })
export class StopFactorResetInput {
  @Field(() => ID, { description: 'The request.' })
  resetId: string;

  @Field(() => String, { nullable: true, description: 'Why; the person themselves need not say.' })
  reason: string | null;
}

@ObjectType('FactorResetChanged', { description: 'The request stands so from now on.' })
export class FactorResetChangedObject {
  constructor(reset: FactorResetObject) {
    this.reset = reset;
  }

  @Field(() => FactorResetObject, { description: 'The request.' })
  readonly reset: FactorResetObject;
}

export const AskFactorResetResult = createUnionType({
  name: 'AskFactorResetResult',
  description: 'What came of asking.',
  types: () => [FactorResetStatusObject, ProtectionRefusedObject] as const,
});

export const FactorResetResult = createUnionType({
  name: 'FactorResetResult',
  description: 'What came of a decision.',
  types: () => [FactorResetChangedObject, ProtectionRefusedObject] as const,
});
