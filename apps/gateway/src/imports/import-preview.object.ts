import type { FaultyRow, ImportCounts, ShownRow } from '@parvis/application/imports/assess-import';
import { cellCauseText } from '@parvis/application/imports/cell-cause';
import { importDesks } from '@parvis/application/imports/import-desk';
import type { ImportKind } from '@parvis/application/imports/import-plan';
import type { ImportFault } from '@parvis/application/imports/parse-rows';
import type { ImportPreview } from '@parvis/application/imports/preview-import';
import type { Language } from '@parvis/domain/display/language';
import { Field, Int, ObjectType } from 'type-graphql';
import { ImportChangeEnum } from '../graphql/enums.js';
import { First } from '../graphql/page-args.js';
import { cellText } from './cell-text.js';

@ObjectType('ImportCounts', { description: 'How many rows would do what.' })
export class ImportCountsObject {
  constructor(private readonly counts: ImportCounts) {}

  @Field(() => Int, { description: 'Rows below the header that hold something.' })
  get rows(): number {
    return this.counts.rows;
  }

  @Field(() => Int, { description: 'That add something new.' })
  get added(): number {
    return this.counts.added;
  }

  @Field(() => Int, { description: 'That change what is there.' })
  get changed(): number {
    return this.counts.changed;
  }

  @Field(() => Int, { description: 'That say what is known.' })
  get unchanged(): number {
    return this.counts.unchanged;
  }

  @Field(() => Int, { description: 'With something wrong in them: nothing is imported while there is one.' })
  get faulty(): number {
    return this.counts.faulty;
  }

  @Field(() => Int, { description: 'What is open here and not in the file; closed when that is asked for.' })
  get missing(): number {
    return this.counts.missing;
  }
}

@ObjectType('ImportCellFault', { description: 'What is wrong with one cell, and what to write instead.' })
export class ImportCellFaultObject {
  constructor(fault: ImportFault, kind: ImportKind, language: Language) {
    const { message, nextStep } = cellCauseText(fault, language);
    const column = importDesks[kind].columns.find(({ key }) => key === fault.column);
    this.column = column?.header[language] ?? fault.column;
    this.value = fault.value;
    this.cause = fault.cause;
    this.message = message;
    this.nextStep = nextStep;
  }

  @Field(() => String, { description: 'The column, by our name for it.' })
  readonly column: string;

  @Field(() => String, { description: 'What stands in the cell.' })
  readonly value: string;

  @Field(() => String, { description: 'Stable; for programs.' })
  readonly cause: string;

  @Field(() => String, { description: 'What is wrong, for people.' })
  readonly message: string;

  @Field(() => String, { description: 'What to do now, for people.' })
  readonly nextStep: string;
}

@ObjectType('ImportFaultyRow', { description: 'A row with something wrong in it.' })
export class ImportFaultyRowObject {
  constructor({ row, faults }: FaultyRow, kind: ImportKind, language: Language) {
    this.line = row.line;
    this.faults = faults.map((fault) => new ImportCellFaultObject(fault, kind, language));
  }

  @Field(() => Int, { description: 'As the spreadsheet counts, from 1.' })
  readonly line: number;

  @Field(() => [ImportCellFaultObject], { description: 'Everything that is wrong with it.' })
  readonly faults: ImportCellFaultObject[];
}

@ObjectType('ImportCell', { description: 'One cell of a row as it would be kept.' })
export class ImportCellObject {
  constructor(text: string, before: string | null) {
    this.text = text;
    this.before = before;
  }

  @Field(() => String, { description: 'As people write it; empty when nothing is said.' })
  readonly text: string;

  @Field(() => String, { nullable: true, description: 'What is there now, where it would change.' })
  readonly before: string | null;
}

@ObjectType('ImportRow', { description: 'What one row would do.' })
export class ImportRowObject {
  constructor({ line, change, cells }: ShownRow, language: Language) {
    this.line = line;
    this.change = change;
    this.cells = cells.map(
      ({ cell, before }) =>
        new ImportCellObject(
          cellText(cell, language),
          before === undefined ? null : cellText(before, language),
        ),
    );
  }

  @Field(() => Int, { description: 'As the spreadsheet counts, from 1.' })
  readonly line: number;

  @Field(() => ImportChangeEnum, { description: 'What it would do.' })
  readonly change: ShownRow['change'];

  @Field(() => [ImportCellObject], { description: 'In the order of `columns`.' })
  readonly cells: ImportCellObject[];
}

@ObjectType('ImportPreview', { description: 'What an import would do; nothing is done yet.' })
export class ImportPreviewObject {
  constructor(
    private readonly preview: ImportPreview,
    private readonly kind: ImportKind,
    private readonly language: Language,
  ) {}

  @Field(() => String, { description: 'Give it back to apply exactly this.' })
  get digest(): string {
    return this.preview.digest;
  }

  @Field(() => String, { description: 'Of the file.' })
  get fileName(): string {
    return this.preview.fileName;
  }

  @Field(() => ImportCountsObject, { description: 'How many rows would do what.' })
  get counts(): ImportCountsObject {
    return new ImportCountsObject(this.preview.counts);
  }

  @Field(() => [String], { description: 'The columns of the rows shown, by our names for them.' })
  get columns(): string[] {
    return importDesks[this.kind].columns.map(({ header }) => header[this.language]);
  }

  @Field(() => [String], { description: 'Columns of the file that mean nothing here, as written.' })
  get ignoredColumns(): readonly string[] {
    return this.preview.ignored;
  }

  @Field(() => [ImportRowObject], {
    description: 'The first rows: those that change something before others.',
  })
  get rows(): ImportRowObject[] {
    return this.preview.shown.map((row) => new ImportRowObject(row, this.language));
  }

  @Field(() => [ImportFaultyRowObject], {
    description: 'The first faulty rows; all of them come as a file: `/imports/faulty-rows.csv`.',
  })
  faultyRows(
    @First(100)
    first: number | null,
  ): ImportFaultyRowObject[] {
    return this.preview.faultyRows
      .slice(0, Math.min(Math.max(first ?? 100, 0), 100))
      .map((row) => new ImportFaultyRowObject(row, this.kind, this.language));
  }
}
