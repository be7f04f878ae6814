import type { ClaimShown, ClaimState, ClaimVote } from '@parvis/application/people/claims/claim-store';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { FormFaultyObject } from '../form/form-fault.object.js';
import { ClaimStateEnum } from '../graphql/enums.js';
import { DateTimeIso } from '../graphql/scalars.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';

@ObjectType('ClaimVote', { description: 'What one of two people said.' })
export class ClaimVoteObject {
  constructor(private readonly vote: ClaimVote) {}

  @Field(() => String, { description: 'Who.' })
  get byName(): string {
    return this.vote.byName;
  }

  @Field(() => Boolean, { description: 'Whether they said yes.' })
  get approves(): boolean {
    return this.vote.approves;
  }

  @Field(() => String, { description: 'Why.' })
  get reason(): string {
    return this.vote.reason;
  }

  @Field(() => DateTimeIso, { description: 'When.' })
  get votedAt(): Date {
    return this.vote.votedAt;
  }
}

@ObjectType('OwnershipClaim', {
  description: 'Somebody claims the management of a structure whose managers are gone.',
})
export class OwnershipClaimObject {
  constructor(private readonly claim: ClaimShown) {}

  @Field(() => ID, { description: 'Identifier of the claim.' })
  get id(): string {
    return this.claim.id;
  }

  @Field(() => ID, { description: 'The structure.' })
  get structureId(): string {
    return this.claim.structureId;
  }

  @Field(() => String, { description: 'Its name.' })
  get structureName(): string {
    return this.claim.structureName;
  }

  @Field(() => ID, { description: 'Who claims.' })
  get userId(): string {
    return this.claim.userId;
  }

  @Field(() => String, { description: 'Their name.' })
  get name(): string {
    return this.claim.name;
  }

  @Field(() => String, { description: 'Their address.' })
  get email(): string {
    return this.claim.email;
  }

  @Field(() => ClaimStateEnum, { description: 'How it stands.' })
  get state(): ClaimState {
    return this.claim.state;
  }

  @Field(() => String, { description: 'What the person says.' })
  get explanation(): string {
    return this.claim.explanation;
  }

  @Field(() => String, { description: 'Name of the file that proves it.' })
  get proofFileName(): string {
    return this.claim.proof.fileName;
  }

  @Field(() => String, { description: 'Where those who decide read it.' })
  get proofUrl(): string {
    return `/claims/${this.claim.structureId}/${this.claim.id}/proof`;
  }

  @Field(() => [ClaimVoteObject], { description: 'What was said so far; two are needed.' })
  get votes(): ClaimVoteObject[] {
    return this.claim.votes.map((vote) => new ClaimVoteObject(vote));
  }

  @Field(() => DateTimeIso, { description: 'When it was made.' })
  get claimedAt(): Date {
    return this.claim.claimedAt;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'Once granted: when it takes effect.' })
  get effectiveAt(): Date | null {
    return this.claim.effectiveAt ?? null;
  }

  @Field(() => String, { nullable: true, description: 'Why it was refused or objected to.' })
  get reason(): string | null {
    return this.claim.reason ?? null;
  }
}

@InputType('ClaimOwnershipInput', { description: 'A claim with its proof.' })
export class ClaimOwnershipInput {
  @Field(() => ID, { description: 'The structure.' })
  structureId: string;

  @Field(() => String, { description: 'Why the managers cannot be reached, and by what right.' })
  explanation: string;

  @Field(() => ID, { description: 'A file sent before to `/documents/proofs`.' })
  uploadId: string;
}

@InputType('DecideClaimInput', { description: 'A yes or a no.' })
export class DecideClaimInput {
  @Field(() => ID, { description: 'The structure.' })
  structureId: string;

  @Field(() => ID, { description: 'The claim.' })
  claimId: string;

  @Field(() => Boolean, { description: 'Yes or no.' })
  approves: boolean;

  @Field(() => String, { description: 'Why.' })
  reason: string;
}

@InputType('ObjectToClaimInput', { description: 'A main manager is still there.' })
export class ObjectToClaimInput {
  @Field(() => ID, { description: 'The structure.' })
  structureId: string;

  @Field(() => ID, { description: 'The claim.' })
  claimId: string;

  @Field(() => String, { description: 'Why.' })
  reason: string;
}

@ObjectType('ClaimMade', { description: 'Those who decide have been told.' })
export class ClaimMadeObject {
  constructor(claimId: string) {
    this.claimId = claimId;
  }

  @Field(() => ID, { description: 'Identifier of the claim.' })
  readonly claimId: string;
}

export const ClaimOwnershipResult = createUnionType({
  name: 'ClaimOwnershipResult',
  description: 'What came of a claim.',
  types: () => [ClaimMadeObject, FormFaultyObject, ActRefusedObject] as const,
});

@ObjectType('ClaimChanged', { description: 'The claim stands so from now on.' })
export class ClaimChangedObject {
  constructor(claim: OwnershipClaimObject) {
    this.claim = claim;
  }

  @Field(() => OwnershipClaimObject, { description: 'The claim.' })
  readonly claim: OwnershipClaimObject;
}

export const ClaimResult = createUnionType({
  name: 'ClaimResult',
  description: 'What came of an act on a claim.',
  types: () => [ClaimChangedObject, FormFaultyObject, ActRefusedObject] as const,
});
