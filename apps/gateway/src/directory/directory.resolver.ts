import { Arg, Int, Query, Resolver } from 'type-graphql';
import { Open } from '../access/binding.js';
import type { UseCases } from '../use-cases.js';
import { DirectoryEntryObject } from './directory-entry.object.js';

const LONGEST_SEARCH = 200;

@Resolver()
export class DirectoryResolver {
  constructor(private readonly useCases: Pick<UseCases, 'searchDirectory' | 'findDirectoryEntry'>) {}

  @Open('the directory is public, so that anyone can prepare an invoice')
  @Query(() => [DirectoryEntryObject], {
    description: 'Open to everyone: by SIRET, name or town, best first.',
  })
  async directory(
    @Arg('search', () => String, { description: 'A SIRET, a name or a town, or a part of them.' })
    search: string,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 20,
      description: 'How many at most; 50 is the limit.',
    })
    first: number | null,
  ): Promise<DirectoryEntryObject[]> {
    const entries = await this.useCases.searchDirectory(search.slice(0, LONGEST_SEARCH), first ?? 20);
    return entries.map((entry) => new DirectoryEntryObject(entry));
  }

  @Open('the directory is public, so that anyone can prepare an invoice')
  @Query(() => DirectoryEntryObject, {
    nullable: true,
    description: 'One public entity; null when no entity has this SIRET.',
  })
  async directoryEntry(
    @Arg('siret', () => String, { description: '14 digits; spaces are allowed.' }) siret: string,
  ): Promise<DirectoryEntryObject | null> {
    const entry = await this.useCases.findDirectoryEntry(siret);
    return entry ? new DirectoryEntryObject(entry) : null;
  }
}
