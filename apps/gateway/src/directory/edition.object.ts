import type {
  DirectoryEdition,
  EditionFile,
  EditionFileName,
} from '@parvis/application/directory/directory-editions';
import { Field, Float, Int, ObjectType } from 'type-graphql';

/** Old ones are forgotten after a month. */
export const LISTED_EDITIONS = 31;

/** Where a file of an edition is fetched. */
export const editionPath = (day: string, name: EditionFileName): string =>
  `/annuaire/telecharger/${day}/${name}`;

@ObjectType('DirectoryEditionFile', { description: 'A file of an edition of the directory, gzip.' })
export class DirectoryEditionFileObject {
  constructor(
    name: EditionFileName,
    private readonly file: EditionFile,
    day: string,
  ) {
    this.name = name;
    this.path = editionPath(day, name);
  }

  @Field(() => String, { description: 'annuaire or differences, .csv.gz or .jsonl.gz.' })
  readonly name: string;

  @Field(() => String, { description: 'Where to fetch it, on this host; ranges are served.' })
  readonly path: string;

  @Field(() => Float, { description: 'Its size in bytes.' })
  get bytes(): number {
    return this.file.bytes;
  }

  @Field(() => String, { description: 'SHA-256 of its bytes, hexadecimal; also its ETag.' })
  get sha256(): string {
    return this.file.sha256;
  }
}

@ObjectType('DirectoryEdition', { description: 'The whole directory as it was on a day.' })
export class DirectoryEditionObject {
  constructor(private readonly edition: DirectoryEdition) {}

  @Field(() => String, { description: 'The day of Paris, YYYY-MM-DD.' })
  get day(): string {
    return this.edition.day;
  }

  @Field(() => Int, { description: 'How many entities it holds.' })
  get entities(): number {
    return this.edition.entities;
  }

  @Field(() => Int, { description: 'How many services it holds.' })
  get services(): number {
    return this.edition.services;
  }

  @Field(() => Int, { description: 'Entities that are new, or open again, since the edition before.' })
  get added(): number {
    return this.edition.added;
  }

  @Field(() => Int, { description: 'Entities that changed since then.' })
  get changed(): number {
    return this.edition.changed;
  }

  @Field(() => Int, { description: 'Entities that closed since then.' })
  get closed(): number {
    return this.edition.closed;
  }

  @Field(() => String, { nullable: true, description: 'The edition the differences are told from.' })
  get since(): string | undefined {
    return this.edition.since;
  }

  @Field(() => [DirectoryEditionFileObject], { description: 'Its files.' })
  get files(): DirectoryEditionFileObject[] {
    const { files, day } = this.edition;
    return Object.entries(files).map(
      ([name, file]) => new DirectoryEditionFileObject(name as EditionFileName, file, day),
    );
  }
}
