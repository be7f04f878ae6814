import type { AppliedImport } from '@parvis/application/imports/apply-import';
import type { ImportKind } from '@parvis/application/imports/import-plan';
import type { Language } from '@parvis/domain/display/language';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ImportKindEnum, LanguageEnum } from '../graphql/enums.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { ImportPreviewObject } from './import-preview.object.js';

@InputType('ImportInput', { description: 'A file to import, sent before to `POST /documents/uploads`.' })
export class ImportInput {
  @Field(() => ImportKindEnum, { description: 'What it brings.' })
  kind: ImportKind;

  @Field(() => ID, { description: 'The public entity.' })
  structureId: string;

  @Field(() => ID, { description: 'The file: CSV or XLSX.' })
  uploadId: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Closes what is open here and not in the file.',
  })
  closeMissing?: boolean | null;

  @Field(() => LanguageEnum, {
    nullable: true,
    defaultValue: 'fr',
    description: 'The language of the answer.',
  })
  language?: Language | null;
}

@InputType('ApplyImportInput', { description: 'An import as it was previewed.' })
export class ApplyImportInput extends ImportInput {
  @Field(() => String, { description: 'Of the preview.' })
  digest: string;
}

@ObjectType('ImportApplied', { description: 'The whole file is imported.' })
export class ImportAppliedObject {
  constructor(applied: AppliedImport) {
    this.added = applied.added;
    this.changed = applied.changed;
    this.unchanged = applied.unchanged;
    this.closed = applied.missing;
  }

  @Field(() => Int, { description: 'How many are new.' })
  readonly added: number;

  @Field(() => Int, { description: 'How many have changed.' })
  readonly changed: number;

  @Field(() => Int, { description: 'How many stayed as they were.' })
  readonly unchanged: number;

  @Field(() => Int, { description: 'How many were closed because the file does not name them.' })
  readonly closed: number;
}

export const ImportPreviewResult = createUnionType({
  name: 'ImportPreviewResult',
  description: 'What an import would do, or why the file cannot be imported at all.',
  types: () => [ImportPreviewObject, ActRefusedObject] as const,
});

export const ImportResult = createUnionType({
  name: 'ImportResult',
  description: 'What came of it: all or nothing.',
  types: () => [ImportAppliedObject, ActRefusedObject] as const,
});
