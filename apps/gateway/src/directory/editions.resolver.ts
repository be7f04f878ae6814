import type { DirectoryEditions } from '@parvis/application/directory/directory-editions';
import { Query, Resolver } from 'type-graphql';
import { Open } from '../access/binding.js';
import { First } from '../graphql/page-args.js';
import { DirectoryEditionObject, LISTED_EDITIONS } from './edition.object.js';

@Resolver()
export class EditionsResolver {
  constructor(private readonly editions: Pick<DirectoryEditions, 'newest'>) {}

  @Open('the directory is public, so that anyone can prepare an invoice')
  @Query(() => [DirectoryEditionObject], {
    description: 'The whole directory as files: one edition a day, the newest first; kept for a month.',
  })
  async directoryEditions(
    @First(7, 31)
    first: number | null,
  ): Promise<DirectoryEditionObject[]> {
    const editions = await this.editions.newest(Math.min(Math.max(first ?? 7, 1), LISTED_EDITIONS));
    return editions.map((edition) => new DirectoryEditionObject(edition));
  }
}
