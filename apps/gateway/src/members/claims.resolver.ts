import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Bound, PeopleOnly } from '../access/binding.js';
import { personOf, type RequestContext } from '../request-context.js';
import {
  ClaimChangedObject,
  ClaimMadeObject,
  ClaimOwnershipInput,
  ClaimOwnershipResult,
  ClaimResult,
  DecideClaimInput,
  ObjectToClaimInput,
  OwnershipClaimObject,
} from './claim.objects.js';
import type { PeopleUseCases } from './people-use-cases.js';
import { peopleAnswer } from './told-people-refusal.js';

type Uses = Pick<
  PeopleUseCases,
  'claimOwnership' | 'decideClaim' | 'objectToClaim' | 'withdrawClaim' | 'listClaims' | 'listClaimsToDecide'
>;

const OUTSIDE = 'who claims, and who decides where nobody is left, hold no right in the structure';

@Resolver()
export class ClaimsResolver {
  constructor(private readonly useCases: Uses) {}

  @PeopleOnly(OUTSIDE)
  @Query(() => [OwnershipClaimObject], {
    description: 'The claims to a structure, for its deciders and whoever made them; twenty at most.',
  })
  async ownershipClaims(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @Ctx() context: RequestContext,
  ): Promise<OwnershipClaimObject[]> {
    return (await this.useCases.listClaims(structureId, personOf(context))).map(shown);
  }

  @PeopleOnly(OUTSIDE)
  @Query(() => [OwnershipClaimObject], {
    description: 'The claims of the person; for an operator of the platform, also those that wait for one.',
  })
  async myOwnershipClaims(@Ctx() context: RequestContext): Promise<OwnershipClaimObject[]> {
    return (await this.useCases.listClaimsToDecide(personOf(context))).map(shown);
  }

  @PeopleOnly(OUTSIDE)
  @Mutation(() => ClaimOwnershipResult, {
    description: 'Claims the management of a structure, with a proof.',
  })
  async claimOwnership(
    @Arg('input', () => ClaimOwnershipInput, { description: 'The claim.' }) input: ClaimOwnershipInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ClaimOwnershipResult> {
    const outcome = await this.useCases.claimOwnership(input, personOf(context));
    return peopleAnswer(outcome, context.language, ({ id }) => new ClaimMadeObject(id));
  }

  @PeopleOnly(OUTSIDE)
  @Mutation(() => ClaimResult, { description: 'One of two people says yes or no.' })
  async decideOwnershipClaim(
    @Arg('input', () => DecideClaimInput, { description: 'The decision.' }) input: DecideClaimInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ClaimResult> {
    const outcome = await this.useCases.decideClaim(input, personOf(context));
    return peopleAnswer(outcome, context.language, changed);
  }

  @Bound('person:appoint')
  @Mutation(() => ClaimResult, { description: 'A main manager objects: the claim ends.' })
  async objectToOwnershipClaim(
    @Arg('input', () => ObjectToClaimInput, { description: 'The objection.' }) input: ObjectToClaimInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ClaimResult> {
    const outcome = await this.useCases.objectToClaim(input, personOf(context));
    return peopleAnswer(outcome, context.language, changed);
  }

  @PeopleOnly(OUTSIDE)
  @Mutation(() => ClaimResult, { description: 'The person no longer claims.' })
  async withdrawOwnershipClaim(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @Arg('claimId', () => ID, { description: 'The claim.' }) claimId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof ClaimResult> {
    const outcome = await this.useCases.withdrawClaim({ structureId, claimId }, personOf(context));
    return peopleAnswer(outcome, context.language, changed);
  }
}

type Claim = ConstructorParameters<typeof OwnershipClaimObject>[0];

const shown = (claim: Claim): OwnershipClaimObject => new OwnershipClaimObject(claim);

const changed = (claim: Claim): ClaimChangedObject => new ClaimChangedObject(shown(claim));
