import type {
  KeyState,
  ShownKey,
  ShownTechnicalAccount,
} from '@parvis/application/technical-accounts/list-technical-accounts';
import type { Grant } from '@parvis/domain/access/actor';
import { Field, ID, ObjectType } from 'type-graphql';
import { KeyStateEnum } from '../graphql/enums.js';
import { DateTimeIso } from '../graphql/scalars.js';
import { GrantObject } from '../people/grant.object.js';

@ObjectType('TechnicalKey', {
  description: 'A key of a technical account; the key itself is shown once, when made.',
})
export class TechnicalKeyObject {
  constructor(private readonly key: ShownKey) {}

  @Field(() => ID, { description: 'Identifier of the key.' })
  get id(): string {
    return this.key.keyId;
  }

  @Field(() => String, { description: 'The part that is no secret; `client_id` towards `/api/oauth/token`.' })
  get publicPart(): string {
    return this.key.publicPart;
  }

  @Field(() => KeyStateEnum, { description: 'Whether it opens.' })
  get state(): KeyState {
    return this.key.state;
  }

  @Field(() => [GrantObject], { description: 'What it opens.' })
  get scope(): GrantObject[] {
    return this.key.scope.map((grant: Grant) => new GrantObject(grant));
  }

  @Field(() => DateTimeIso, { description: 'When it was made.' })
  get createdAt(): Date {
    return this.key.createdAt;
  }

  @Field(() => String, { description: 'Who made it.' })
  get createdByName(): string {
    return this.key.createdByName;
  }

  @Field(() => DateTimeIso, { description: 'When it ends by itself.' })
  get expiresAt(): Date {
    return this.key.expiresAt;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'When it was revoked.' })
  get revokedAt(): Date | null {
    return this.key.revokedAt ?? null;
  }

  @Field(() => DateTimeIso, {
    nullable: true,
    description: 'Its last use, to the minute; null when never used.',
  })
  get lastUsedAt(): Date | null {
    return this.key.lastUsedAt ?? null;
  }
}

@ObjectType('TechnicalAccount', {
  description: 'A program that acts for a structure (« compte technique »).',
})
export class TechnicalAccountObject {
  constructor(private readonly account: ShownTechnicalAccount) {}

  @Field(() => ID, { description: 'Identifier of the account.' })
  get id(): string {
    return this.account.accountId;
  }

  @Field(() => String, { description: 'As histories show it.' })
  get name(): string {
    return this.account.name;
  }

  @Field(() => DateTimeIso, { description: 'When it was made.' })
  get createdAt(): Date {
    return this.account.createdAt;
  }

  @Field(() => String, { description: 'Who made it.' })
  get createdByName(): string {
    return this.account.createdByName;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'When it was closed.' })
  get closedAt(): Date | null {
    return this.account.closedAt ?? null;
  }

  @Field(() => [TechnicalKeyObject], {
    description: 'Its keys, the newest first; those that ended long ago are left out.',
  })
  get keys(): TechnicalKeyObject[] {
    return this.account.keys.map((key) => new TechnicalKeyObject(key));
  }
}
