import type { Grant, Level, Space } from '@parvis/domain/access/actor';
import { Field, ObjectType } from 'type-graphql';
import { LevelEnum, SpaceEnum } from '../graphql/enums.js';
import { DateTimeIso } from '../graphql/scalars.js';

@ObjectType('Grant', { description: 'Access to one space of a structure.' })
export class GrantObject {
  constructor(private readonly grant: Grant) {}

  @Field(() => SpaceEnum, { description: 'The space.' })
  get space(): Space {
    return this.grant.space;
  }

  @Field(() => LevelEnum, { description: 'How far it goes.' })
  get level(): Level {
    return this.grant.level;
  }

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the services it is narrowed to; null for the whole structure.',
  })
  get services(): string[] | null {
    return this.grant.services ? [...this.grant.services] : null;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'When it ends by itself.' })
  get until(): Date | null {
    return this.grant.until ?? null;
  }
}
