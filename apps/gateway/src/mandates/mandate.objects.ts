import type { Holder } from '@parvis/application/mandates/give-mandate';
import type {
  MandateKind,
  MandateShown,
  MandateState,
  StuckInvoices,
} from '@parvis/application/mandates/mandate-store';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { FormFaultyObject } from '../form/form-fault.object.js';
import { MandateKindEnum, MandateStateEnum } from '../graphql/enums.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { DateTimeIso } from '../graphql/scalars.js';
import { GrantInput } from '../members/member.objects.js';
import { GrantObject } from '../people/grant.object.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';

@ObjectType('StuckInvoices', { description: 'What stands still at a client.' })
export class StuckInvoicesObject {
  constructor(private readonly stuck: Omit<StuckInvoices, 'clientId'>) {}

  @Field(() => Int, { description: 'Suspended: the buyer waits for something.' })
  get suspended(): number {
    return this.stuck.suspended;
  }

  @Field(() => Int, { description: 'Refused or rejected in the last 90 days.' })
  get refused(): number {
    return this.stuck.refused;
  }

  @Field(() => Int, { description: 'Past the legal limit, and not paid.' })
  get late(): number {
    return this.stuck.late;
  }
}

@ObjectType('Mandate', { description: 'A supplier lets another structure act in its name.' })
export class MandateObject {
  constructor(
    private readonly mandate: MandateShown,
    stuck?: StuckInvoices,
  ) {
    this.stuck = stuck ? new StuckInvoicesObject(stuck) : null;
  }

  @Field(() => ID, { description: 'Identifier of the mandate.' })
  get id(): string {
    return this.mandate.id;
  }

  @Field(() => ID, { description: 'The supplier who gives it.' })
  get clientId(): string {
    return this.mandate.clientId;
  }

  @Field(() => String, { description: 'Its name.' })
  get clientName(): string {
    return this.mandate.clientName;
  }

  @Field(() => ID, { description: 'Whoever acts.' })
  get holderId(): string {
    return this.mandate.holderId;
  }

  @Field(() => String, { description: 'Their name.' })
  get holderName(): string {
    return this.mandate.holderName;
  }

  @Field(() => MandateKindEnum, { description: 'In which capacity.' })
  get kind(): MandateKind {
    return this.mandate.kind;
  }

  @Field(() => MandateStateEnum, { description: 'How it stands.' })
  get state(): MandateState {
    return this.mandate.state;
  }

  @Field(() => [GrantObject], { description: 'Its scope.' })
  get grants(): GrantObject[] {
    return this.mandate.grants.map((grant) => new GrantObject(grant));
  }

  @Field(() => String, { description: 'Why it was given.' })
  get reason(): string {
    return this.mandate.reason;
  }

  @Field(() => DateTimeIso, { description: 'From when it gives access, once accepted.' })
  get startsAt(): Date {
    return this.mandate.startsAt;
  }

  @Field(() => DateTimeIso, { description: 'When it ends by itself.' })
  get endsAt(): Date {
    return this.mandate.endsAt;
  }

  @Field(() => String, { description: 'Who gave it.' })
  get givenByName(): string {
    return this.mandate.givenByName;
  }

  @Field(() => DateTimeIso, { description: 'When it was given.' })
  get givenAt(): Date {
    return this.mandate.givenAt;
  }

  @Field(() => String, { nullable: true, description: 'Who accepted, declined or revoked it.' })
  get decidedByName(): string | null {
    return this.mandate.decidedByName ?? null;
  }

  @Field(() => String, { nullable: true, description: 'Why it was revoked.' })
  get endedReason(): string | null {
    return this.mandate.endedReason ?? null;
  }

  @Field(() => StuckInvoicesObject, {
    nullable: true,
    description: 'For its holder, what stands still at the client; null when nothing does.',
  })
  readonly stuck: StuckInvoicesObject | null;
}

@ObjectType('MandateEdge', { description: 'A mandate in a list.' })
export class MandateEdgeObject {
  constructor(node: MandateObject, cursor: string) {
    this.node = node;
    this.cursor = cursor;
  }

  @Field(() => MandateObject, { description: 'The mandate.' })
  readonly node: MandateObject;

  @Field(() => String, { description: 'Opaque place in the list.' })
  readonly cursor: string;
}

@ObjectType('MandateConnection', { description: 'One page of mandates, newest first.' })
export class MandateConnectionObject {
  constructor(edges: MandateEdgeObject[], pageInfo: PageInfoObject) {
    this.edges = edges;
    this.pageInfo = pageInfo;
  }

  @Field(() => [MandateEdgeObject], { description: 'The mandates of this page.' })
  readonly edges: MandateEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Whether more follow, and from where.' })
  readonly pageInfo: PageInfoObject;
}

@ObjectType('MandateHolder', { description: 'A structure that could hold a mandate.' })
export class MandateHolderObject {
  constructor(private readonly holder: Holder) {}

  @Field(() => String, { description: 'Its name.' })
  get name(): string {
    return this.holder.name;
  }

  @Field(() => String, { description: 'Its SIRET.' })
  get siret(): string {
    return this.holder.siret;
  }
}

@InputType('GiveMandateInput', { description: 'A mandate to offer.' })
export class GiveMandateInput {
  @Field(() => ID, { description: 'The supplier in whose name the holder will act.' })
  clientId: string;

  @Field(() => String, { description: 'SIRET of the holder.' })
  holderSiret: string;

  @Field(() => MandateKindEnum, { description: 'In which capacity.' })
  kind: MandateKind;

  @Field(() => [GrantInput], { description: 'Its scope: spaces and levels.' })
  grants: GrantInput[];

  @Field(() => DateTimeIso, { nullable: true, description: 'Now when left out.' })
  startsAt?: Date | null;

  @Field(() => DateTimeIso, { description: 'When it ends by itself.' })
  endsAt: Date;

  @Field(() => String, { description: 'Why; it stays in the history of both.' })
  reason: string;
}

@ObjectType('MandateChanged', { description: 'The mandate stands so from now on.' })
export class MandateChangedObject {
  constructor(mandate: MandateObject) {
    this.mandate = mandate;
  }

  @Field(() => MandateObject, { description: 'The mandate.' })
  readonly mandate: MandateObject;
}

export const MandateResult = createUnionType({
  name: 'MandateResult',
  description: 'What came of an act on a mandate.',
  types: () => [MandateChangedObject, FormFaultyObject, ActRefusedObject] as const,
});
