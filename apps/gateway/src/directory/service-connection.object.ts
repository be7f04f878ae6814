import type { ServicePage } from '@parvis/application/directory/directory-search';
import type { Requirements } from '@parvis/domain/directory/directory-entry';
import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { DirectoryServiceObject } from './directory-entry.object.js';

@ObjectType('DirectoryServiceConnection', { description: 'One page of the services of a public entity.' })
export class DirectoryServiceConnectionObject {
  constructor(
    private readonly page: ServicePage,
    private readonly requirements: Requirements,
  ) {}

  @Field(() => [DirectoryServiceObject], { description: "The services of this page, in the entity's order." })
  get nodes(): DirectoryServiceObject[] {
    return this.page.rows.map((service) => new DirectoryServiceObject(service, this.requirements));
  }

  @Field(() => PageInfoObject, { description: 'Whether more follow, and from where.' })
  get pageInfo(): PageInfoObject {
    return new PageInfoObject(this.page.next);
  }

  @Field(() => Int, { description: 'How many there are, counted up to 1,000.' })
  get totalCount(): number {
    return this.page.total;
  }

  @Field(() => Boolean, { description: 'True when there are more than `totalCount`.' })
  get hasMoreThanTotal(): boolean {
    return this.page.hasMoreThanTotal;
  }
}
