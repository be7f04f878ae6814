import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../request-context.js';
import { StructureObject } from './structure.object.js';

@Resolver(() => StructureObject)
export class StructureFieldsResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Its SIRET, 14 digits, where it is known.' })
  async siret(
    @Root() structure: StructureObject,
    @Ctx() { loaders }: RequestContext,
  ): Promise<string | undefined> {
    const entry =
      structure.side === 'supplier'
        ? await loaders.supplier.load(structure.id)
        : await loaders.recipient.load(structure.id);
    return entry?.siret;
  }
}
