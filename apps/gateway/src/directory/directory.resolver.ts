import type { PublicEntityKind } from '@parvis/domain/directory/directory-entry';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Open } from '../access/binding.js';
import { given } from '../given.js';
import { PublicEntityKindEnum } from '../graphql/enums.js';
import { followCursor } from '../graphql/follow-cursor.js';
import { After, First } from '../graphql/page-args.js';
import { refusedError } from '../refusals/refused-error.js';
import type { RequestContext } from '../request-context.js';
import type { UseCases } from '../use-cases.js';
import { DirectoryConnectionObject } from './directory-connection.object.js';
import { DirectoryEntryObject } from './directory-entry.object.js';
import { ServiceAdviceObject } from './service-advice.object.js';
import { DirectoryServiceConnectionObject } from './service-connection.object.js';
import type { StrangerLimit } from './stranger-limit.js';

type Parts = Pick<UseCases, 'searchDirectory' | 'findDirectoryEntry' | 'listServices' | 'adviseService'>;

@Resolver(() => DirectoryEntryObject)
export class DirectoryResolver {
  constructor(
    private readonly useCases: Parts,
    private readonly limit: StrangerLimit,
  ) {}

  @Open('the directory is public, so that anyone can prepare an invoice')
  @Query(() => DirectoryConnectionObject, {
    description:
      'Open to everyone, best first: by SIRET, SIREN, name, town, department or need; filters alone list what they leave.',
  })
  async directory(
    @Arg('search', () => String, {
      nullable: true,
      description: 'For example « 217600123 », « ehpad rouen », « mairie st aubin 61 », « cantine valmont ».',
    })
    search: string | null,
    @Arg('department', () => String, { nullable: true, description: 'Number or name: 76, 2A, « Orne ».' })
    department: string | null,
    @Arg('town', () => String, { nullable: true, description: 'The whole name of a town, however written.' })
    town: string | null,
    @Arg('kind', () => PublicEntityKindEnum, { nullable: true, description: 'Entities of this kind.' })
    kind: PublicEntityKind | null,
    @First(20, 50)
    first: number | null,
    @After()
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<DirectoryConnectionObject> {
    this.admit(context);
    const narrowed = given({ department, town, kind, limit: first, after });
    const page = await followCursor(context, () =>
      this.useCases.searchDirectory({ text: search ?? '', ...narrowed }),
    );
    return new DirectoryConnectionObject(page);
  }

  @Open('the directory is public, so that anyone can prepare an invoice')
  @Query(() => DirectoryEntryObject, {
    nullable: true,
    description: 'One public entity, also by a SIRET that it has left; null when no entity has or had it.',
  })
  async directoryEntry(
    @Arg('siret', () => String, { description: '14 digits; spaces are allowed.' }) siret: string,
    @Ctx() context: RequestContext,
  ): Promise<DirectoryEntryObject | null> {
    this.admit(context);
    const entry = await this.useCases.findDirectoryEntry(siret);
    return entry ? new DirectoryEntryObject(entry) : null;
  }

  @Open('the directory is public, so that anyone can prepare an invoice')
  @Query(() => [ServiceAdviceObject], {
    nullable: true,
    description:
      'Which service an invoice is for, likeliest first, ten at most: what you have invoiced there before, then what the words tell. Null when no entity has the SIRET.',
  })
  async serviceAdvice(
    @Arg('siret', () => String, { description: 'The recipient; 14 digits.' }) siret: string,
    @Arg('words', () => String, { description: 'What is invoiced, in plain words: « repas de la cantine ».' })
    words: string,
    @Ctx() context: RequestContext,
  ): Promise<ServiceAdviceObject[] | null> {
    this.admit(context);
    const advised = await this.useCases.adviseService({ siret, words }, context.principal);
    if (!advised) return null;
    const { entry, advice } = advised;
    return advice.map((one) => new ServiceAdviceObject(one, entry.requirements));
  }

  @FieldResolver(() => DirectoryServiceConnectionObject, {
    description: 'Its services, in its own order; the open ones unless asked otherwise.',
  })
  async services(
    @Root() { entry }: DirectoryEntryObject,
    @Arg('search', () => String, { nullable: true, description: 'Words of code, name and description.' })
    search: string | null,
    @Arg('withClosed', () => Boolean, { nullable: true, description: 'Closed services too.' })
    withClosed: boolean | null,
    @First(25)
    first: number | null,
    @After()
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<DirectoryServiceConnectionObject> {
    const asked = given({ text: search, withClosed, limit: first, after });
    const page = await followCursor(context, () =>
      this.useCases.listServices({ structureId: entry.structureId, ...asked }),
    );
    return new DirectoryServiceConnectionObject(page, entry.requirements);
  }

  private admit({ principal, device, language }: RequestContext): void {
    if (principal) return;
    const seconds = this.limit.secondsToWait(device.networkAddress ?? '');
    if (seconds > 0) throw refusedError({ code: 'directory-too-often', seconds }, language);
  }
}
