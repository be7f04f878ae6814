import type { DirectoryPage, FoundBy, FoundEntity } from '@parvis/application/directory/directory-search';
import { Field, Int, ObjectType } from 'type-graphql';
import { FoundByEnum } from '../graphql/enums.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { DirectoryEntryObject, DirectoryServiceObject } from './directory-entry.object.js';

@ObjectType('DirectoryEdge', { description: 'A public entity in the answer to a search.' })
export class DirectoryEdgeObject {
  constructor(
    private readonly found: FoundEntity,
    cursor: string,
  ) {
    this.cursor = cursor;
  }

  @Field(() => DirectoryEntryObject, { description: 'The entity.' })
  get node(): DirectoryEntryObject {
    return new DirectoryEntryObject(this.found.entity);
  }

  @Field(() => String, { description: 'Opaque place in the list.' })
  readonly cursor: string;

  @Field(() => FoundByEnum, { description: 'Why it is in the list.' })
  get foundBy(): FoundBy {
    return this.found.by;
  }

  @Field(() => [DirectoryServiceObject], {
    description: 'Where a need was asked for: the services that answer it, three at most.',
  })
  get services(): DirectoryServiceObject[] {
    const { services, entity } = this.found;
    return services.map((service) => new DirectoryServiceObject(service, entity.requirements));
  }
}

@ObjectType('DirectoryConnection', { description: 'One page of the answer to a search in the directory.' })
export class DirectoryConnectionObject {
  constructor(private readonly page: DirectoryPage) {}

  @Field(() => [DirectoryEdgeObject], { description: 'The entities of this page, best first.' })
  get edges(): DirectoryEdgeObject[] {
    return this.page.rows.map((row, index) => new DirectoryEdgeObject(row, this.page.cursors[index] ?? ''));
  }

  @Field(() => PageInfoObject, { description: 'Whether more follow, and from where.' })
  get pageInfo(): PageInfoObject {
    return new PageInfoObject(this.page.next);
  }

  @Field(() => Int, { description: 'How many can be reached, 1,000 at most.' })
  get totalCount(): number {
    return this.page.total;
  }

  @Field(() => Boolean, { description: 'True when there are more than `totalCount`: narrow the search.' })
  get hasMoreThanTotal(): boolean {
    return this.page.hasMoreThanTotal;
  }
}
