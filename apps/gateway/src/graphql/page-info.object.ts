import { Field, ObjectType } from 'type-graphql';

@ObjectType('PageInfo', { description: 'Where a page ends.' })
export class PageInfoObject {
  constructor(next: string | undefined) {
    this.hasNextPage = next !== undefined;
    this.endCursor = next ?? null;
  }

  @Field(() => Boolean, { description: 'True when more follow.' })
  readonly hasNextPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Pass it as `after` to get what follows; null at the end.',
  })
  readonly endCursor: string | null;
}
