import type { Decimal } from '@parvis/domain/amount/decimal';
import type { Invoice } from '@parvis/domain/invoice/invoice';

/** A value of the model: `totals.due`, `lines[].netAmount`. */
export type LeafPath = Leaves<Invoice, ''>;
/** A list of the model: `lines[]`, `lines[].allowances[]`. */
export type ListPath = Lists<Invoice, ''>;
/** An object of the model that may be absent: `seller.address`. */
export type GroupPath = Groups<Invoice, ''>;
export type ModelPath = LeafPath | ListPath | GroupPath;

type Leaf = string | Decimal;

type Leaves<Part, Prefix extends string> = {
  [Field in keyof Part & string]-?: NonNullable<Part[Field]> extends Leaf
    ? `${Prefix}${Field}`
    : NonNullable<Part[Field]> extends readonly (infer Item)[]
      ? Leaves<Item, `${Prefix}${Field}[].`>
      : Leaves<NonNullable<Part[Field]>, `${Prefix}${Field}.`>;
}[keyof Part & string];

type Lists<Part, Prefix extends string> = {
  [Field in keyof Part & string]-?: NonNullable<Part[Field]> extends Leaf
    ? never
    : NonNullable<Part[Field]> extends readonly (infer Item)[]
      ? `${Prefix}${Field}[]` | Lists<Item, `${Prefix}${Field}[].`>
      : Lists<NonNullable<Part[Field]>, `${Prefix}${Field}.`>;
}[keyof Part & string];

type Groups<Part, Prefix extends string> = {
  [Field in keyof Part & string]-?: NonNullable<Part[Field]> extends Leaf
    ? never
    : NonNullable<Part[Field]> extends readonly (infer Item)[]
      ? Groups<Item, `${Prefix}${Field}[].`>
      : `${Prefix}${Field}` | Groups<NonNullable<Part[Field]>, `${Prefix}${Field}.`>;
}[keyof Part & string];
