import type { Actor } from '@parvis/domain/access/actor';
import type { Act } from '@parvis/domain/access/acts';
import type { Right } from '@parvis/domain/access/rights';
import type { Bilingual, Language } from '@parvis/domain/display/language';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import type { WrittenCell, WrittenColumn } from '@parvis/domain/tables/table';
import type { Stores } from '../ports/work.js';
import type { CellCause } from './cell-cause.js';

export const importKinds = ['services', 'engagements'] as const;

export type ImportKind = (typeof importKinds)[number];

/** What one cell says, or why it says nothing that can be kept. */
export type CellReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | ({ readonly ok: false } & CellCause);

/** One column of a file, both ways: read into a value, written from one. */
export interface ImportColumn<Item, Value> {
  /** As written on export, in the language of whoever asks. */
  readonly header: Bilingual;
  /** Other names it goes by, capitals, accents and signs apart. */
  readonly also: readonly string[];
  /** A file without this column is no such file. */
  readonly required: boolean;
  readonly kind: WrittenColumn['kind'];
  readonly width: number;
  /** Of an item that is new, in a file without this column. */
  readonly absent: Value;
  readonly read: (text: string) => CellReading<Value>;
  readonly of: (item: Item) => Value;
  readonly write: (value: Value, language: Language) => WrittenCell;
}

/** What the rows of a file become, said as data: every kind of import differs by its plan alone. */
export interface ImportPlan<Item, Values extends object> {
  readonly kind: ImportKind;
  readonly right: Right;
  /** Of the sheet and the file. */
  readonly name: Bilingual;
  readonly columns: { readonly [Key in keyof Values]: ImportColumn<Item, Values[Key]> };
  /** The column that tells rows apart. */
  readonly keyColumn: keyof Values & string;
  /** Rows of one key are one item. */
  readonly keyOf: (item: Item) => string;
  /** The item that a row says; what the file has no column for stays as it was. */
  readonly build: (values: Values, before: Item | undefined, scene: ImportScene) => Item;
  /** What is wrong with a row as a whole, or with a cell beside what is known. */
  readonly check: (item: Item, before: Item | undefined, scene: ImportScene) => readonly RowFault<Values>[];
  /** Changed by another road alone: a file may repeat it, not change it. */
  readonly isKeptElsewhere: (item: Item) => boolean;
  readonly isOpen: (item: Item) => boolean;
  readonly close: (item: Item, scene: ImportScene) => Item;
  /** Of those the file does not name, which the actor may close. */
  readonly mayClose: (item: Item, scene: ImportScene) => boolean;
  readonly load: (stores: Stores, structureId: string) => Promise<Item[]>;
  readonly put: (stores: Stores, scene: ImportScene, items: readonly Item[]) => Promise<void>;
  readonly lock: (stores: Stores, structureId: string) => Promise<void>;
  /** In the trace. */
  readonly act: Act;
}

export interface RowFault<Values> extends CellCause {
  readonly column: keyof Values & string;
}

/** Where and when an import happens. */
export interface ImportScene {
  readonly structureId: string;
  readonly actor: Actor;
  readonly at: Date;
  /** Today in Paris. */
  readonly day: CalendarDate;
  /** Codes of the structure's services, in small letters, to the code as it is. */
  readonly serviceCodes: ReadonlyMap<string, string>;
}
