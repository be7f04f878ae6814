import type { Level, Space } from '@parvis/domain/access/actor';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LevelEnum, SpaceEnum } from '../graphql/enums.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { TechnicalKeyObject } from './technical-account.object.js';

@InputType('ScopeInput', { description: 'Access of a key to one space.' })
export class ScopeInput {
  @Field(() => SpaceEnum, { description: 'The space.' })
  space: Space;

  @Field(() => LevelEnum, { description: 'How far it goes.' })
  level: Level;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the services it is narrowed to; the whole structure when left out.',
  })
  services?: string[] | null;
}

@InputType('CreateTechnicalAccountInput', { description: 'A program and its first key.' })
export class CreateTechnicalAccountInput {
  @Field(() => ID, { description: 'The structure it acts for.' })
  structureId: string;

  @Field(() => String, { description: 'What your colleagues will recognise it by; 80 characters at most.' })
  name: string;

  @Field(() => [ScopeInput], { description: 'What its key opens; never more than you may do yourself.' })
  scope: ScopeInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'How many days the key lives, 1 to 730; 365 when left out.',
  })
  days?: number | null;
}

@InputType('RotateTechnicalKeyInput', { description: 'A key to renew.' })
export class RotateTechnicalKeyInput {
  @Field(() => ID, { description: 'The key.' })
  keyId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many days the old key still opens, 7 to 60; 14 when left out.',
  })
  overlapDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many days the new key lives; 365 when left out.' })
  days?: number | null;
}

@ObjectType('TechnicalKeyIssued', { description: 'A key was made. It can be read here and never again.' })
export class TechnicalKeyIssuedObject {
  constructor(issued: {
    readonly secret: string;
    readonly key: TechnicalKeyObject;
    readonly accountId: string;
  }) {
    this.secret = issued.secret;
    this.key = issued.key;
    this.accountId = issued.accountId;
  }

  @Field(() => String, {
    description: 'The whole key: send it as `Authorization: Bearer …`, or trade it for a token.',
  })
  readonly secret: string;

  @Field(() => TechnicalKeyObject, { description: 'The key as it will be listed.' })
  readonly key: TechnicalKeyObject;

  @Field(() => ID, { description: 'The technical account.' })
  readonly accountId: string;
}

@ObjectType('TechnicalAccountChanged', { description: 'It was done.' })
export class TechnicalAccountChangedObject {
  constructor(accountId: string) {
    this.accountId = accountId;
  }

  @Field(() => ID, { description: 'The technical account.' })
  readonly accountId: string;
}

export const IssueKeyResult = createUnionType({
  name: 'IssueKeyResult',
  description: 'What came of asking for a key.',
  types: () => [TechnicalKeyIssuedObject, ActRefusedObject] as const,
});

export const ChangeTechnicalAccountResult = createUnionType({
  name: 'ChangeTechnicalAccountResult',
  description: 'What came of ending a key or an account.',
  types: () => [TechnicalAccountChangedObject, ActRefusedObject] as const,
});

@ObjectType('CallingProgram', { description: 'Whose key a call bears, for a first test.' })
export class CallingProgramObject {
  constructor(name: string, structureName: string, rights: readonly string[]) {
    this.name = name;
    this.structureName = structureName;
    this.rights = [...rights];
  }

  @Field(() => String, { description: 'The technical account.' })
  readonly name: string;

  @Field(() => String, { description: 'The structure it acts for.' })
  readonly structureName: string;

  @Field(() => [String], { description: 'Everything it may do.' })
  readonly rights: string[];
}
