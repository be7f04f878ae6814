import type { Act } from '@parvis/domain/access/acts';
import type { Right } from '@parvis/domain/access/rights';
import type { Bilingual, Language } from '@parvis/domain/display/language';
import type { WrittenCell, WrittenColumn } from '@parvis/domain/tables/table';
import type { Stores } from '../ports/work.js';
import { type Assess, makeAssess } from './assess-import.js';
import { engagementPlan } from './engagement-plan.js';
import type { ImportKind, ImportPlan } from './import-plan.js';
import { keysOf } from './item-content.js';
import { servicePlan } from './service-plan.js';

/** One kind of import, whatever its items are. */
export interface ImportDesk {
  readonly right: Right;
  readonly act: Act;
  readonly name: Bilingual;
  readonly columns: readonly DeskColumn[];
  readonly assess: Assess;
  readonly lock: (stores: Stores, structureId: string) => Promise<void>;
}

export interface DeskColumn extends Pick<WrittenColumn, 'kind' | 'width'> {
  readonly key: string;
  readonly header: Bilingual;
  readonly required: boolean;
}

const deskOf = <Item, Values extends object>(plan: ImportPlan<Item, Values>): ImportDesk => ({
  right: plan.right,
  act: plan.act,
  name: plan.name,
  columns: keysOf(plan).map((key) => {
    const { header, required, kind, width } = plan.columns[key];
    return { key, header, required, kind, width };
  }),
  assess: makeAssess(plan),
  lock: plan.lock,
});

export const importDesks: Readonly<Record<ImportKind, ImportDesk>> = {
  services: deskOf(servicePlan),
  engagements: deskOf(engagementPlan),
};

/** The row that says an item, in the columns of its plan. */
export const rowWriter =
  <Item, Values extends object>(plan: ImportPlan<Item, Values>, language: Language) =>
  (item: Item): WrittenCell[] =>
    keysOf(plan).map((key) => {
      const { of, write } = plan.columns[key];
      return write(of(item), language);
    });
