import type { Side } from '@parvis/domain/access/actor';
import { Field, ID, ObjectType } from 'type-graphql';

/** A structure by the name that stands beside its identifier; its SIRET is read when asked for. */
@ObjectType('Structure', { description: 'A supplier or a public entity.' })
export class StructureObject {
  constructor(
    structureId: string,
    name: string,
    readonly side: Side,
  ) {
    this.id = structureId;
    this.name = name;
  }

  @Field(() => ID, { description: 'Identifier of the structure.' })
  readonly id: string;

  @Field(() => String, { description: 'Its name, as people know it.' })
  readonly name: string;
}
