import type { JoinRequestShown, JoinRequestState } from '@parvis/application/people/join-requests';
import type { Role } from '@parvis/domain/access/actor';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { FormFaultyObject } from '../form/form-fault.object.js';
import { JoinRequestStateEnum, RoleEnum } from '../graphql/enums.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { DateTimeIso } from '../graphql/scalars.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { GrantInput } from './member.objects.js';

@ObjectType('JoinRequest', {
  description: 'Somebody asks to belong to a structure (« demande de rattachement »).',
})
export class JoinRequestObject {
  constructor(private readonly request: JoinRequestShown) {}

  @Field(() => ID, { description: 'Identifier of the request.' })
  get id(): string {
    return this.request.id;
  }

  @Field(() => ID, { description: 'The structure.' })
  get structureId(): string {
    return this.request.structureId;
  }

  @Field(() => String, { description: 'Its name.' })
  get structureName(): string {
    return this.request.structureName;
  }

  @Field(() => String, { description: 'Who asks.' })
  get name(): string {
    return this.request.name;
  }

  @Field(() => String, { description: 'Their address.' })
  get email(): string {
    return this.request.email;
  }

  @Field(() => JoinRequestStateEnum, { description: 'How it stands.' })
  get state(): JoinRequestState {
    return this.request.state;
  }

  @Field(() => String, { nullable: true, description: 'What the person wrote.' })
  get message(): string | null {
    return this.request.message ?? null;
  }

  @Field(() => DateTimeIso, { description: 'When it was made.' })
  get askedAt(): Date {
    return this.request.askedAt;
  }

  @Field(() => DateTimeIso, { description: 'When it ends by itself.' })
  get expiresAt(): Date {
    return this.request.expiresAt;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'When a manager first looked at it.' })
  get seenAt(): Date | null {
    return this.request.seenAt ?? null;
  }

  @Field(() => String, { nullable: true, description: 'Who that was.' })
  get seenByName(): string | null {
    return this.request.seenByName ?? null;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'When the person last reminded the managers.' })
  get remindedAt(): Date | null {
    return this.request.remindedAt ?? null;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'When it was answered.' })
  get decidedAt(): Date | null {
    return this.request.decidedAt ?? null;
  }

  @Field(() => String, { nullable: true, description: 'Who answered.' })
  get decidedByName(): string | null {
    return this.request.decidedByName ?? null;
  }

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  get reason(): string | null {
    return this.request.reason ?? null;
  }
}

@ObjectType('JoinRequestEdge', { description: 'A request in a list.' })
export class JoinRequestEdgeObject {
  constructor(node: JoinRequestObject, cursor: string) {
    this.node = node;
    this.cursor = cursor;
  }

  @Field(() => JoinRequestObject, { description: 'The request.' })
  readonly node: JoinRequestObject;

  @Field(() => String, { description: 'Opaque place in the list.' })
  readonly cursor: string;
}

@ObjectType('JoinRequestConnection', { description: 'One page of requests, oldest first.' })
export class JoinRequestConnectionObject {
  constructor(edges: JoinRequestEdgeObject[], pageInfo: PageInfoObject, waiting: number) {
    this.edges = edges;
    this.pageInfo = pageInfo;
    this.waiting = waiting;
  }

  @Field(() => [JoinRequestEdgeObject], { description: 'The requests of this page.' })
  readonly edges: JoinRequestEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Whether more follow, and from where.' })
  readonly pageInfo: PageInfoObject;

  @Field(() => Int, { description: 'How many wait in all, whatever the page shows.' })
  readonly waiting: number;
}

@InputType('ApproveJoinRequestInput', { description: 'Lets somebody in, with a role and spaces.' })
export class ApproveJoinRequestInput {
  @Field(() => ID, { description: 'The structure.' })
  structureId: string;

  @Field(() => ID, { description: 'The request.' })
  requestId: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  role: Role;

  @Field(() => [GrantInput], { description: 'The spaces of a user.' })
  grants: GrantInput[];

  @Field(() => DateTimeIso, { nullable: true, description: 'When the membership ends by itself.' })
  until?: Date | null;

  @Field(() => String, { nullable: true, description: 'Stays in the history.' })
  reason?: string | null;
}

@ObjectType('JoinRequestChanged', { description: 'The request stands so from now on.' })
export class JoinRequestChangedObject {
  constructor(request: JoinRequestObject) {
    this.request = request;
  }

  @Field(() => JoinRequestObject, { description: 'The request.' })
  readonly request: JoinRequestObject;
}

export const JoinRequestResult = createUnionType({
  name: 'JoinRequestResult',
  description: 'What came of an act on a request.',
  types: () => [JoinRequestChangedObject, FormFaultyObject, ActRefusedObject] as const,
});

@ObjectType('JoinRequestMade', { description: 'The managers have been told.' })
export class JoinRequestMadeObject {
  constructor(requestId: string) {
    this.requestId = requestId;
  }

  @Field(() => ID, { description: 'Identifier of the request.' })
  readonly requestId: string;
}

export const RequestToJoinResult = createUnionType({
  name: 'RequestToJoinResult',
  description: 'What came of asking to join.',
  types: () => [JoinRequestMadeObject, FormFaultyObject, ActRefusedObject] as const,
});
