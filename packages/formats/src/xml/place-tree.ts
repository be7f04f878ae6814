import type { ElementSchema } from '../binding/element-schema.js';
import type { CodePlaces } from '../code-lists/code-places.js';
import { codesHere } from '../code-lists/codes-here.js';
import { type CompiledSchema, schemaBelow } from '../schema/compile-schema.js';
import type { ElementAutomaton } from '../syntax-rules/element-automaton.js';
import { ElementPlace, type PlaceMaker, type PlaceName } from './element-place.js';
import { prefixOf } from './namespaces.js';
import { ownCopy } from './xml-source.js';

/** All that is said of the elements of one syntax. */
export interface SyntaxTables {
  readonly root: ElementSchema;
  readonly schema: CompiledSchema;
  readonly rules: ElementAutomaton;
  readonly codes: CodePlaces;
}

/** Honest documents come to some hundreds; a stranger's may come to as many as it has elements. */
const mostRemembered = 4_096;
/** Beyond, numbers become slow. */
const mostNumbers = 1 << 29;

/** The places that documents of one syntax have come to. */
export class PlaceTree implements PlaceMaker {
  readonly root: ElementPlace;
  private remembered = 0;
  private numbers = 0;

  constructor(private readonly tables: SyntaxTables) {
    const { root, schema, rules } = tables;
    const { uri, name } = root;
    const local = name.slice(name.indexOf(':') + 1);
    this.root = new ElementPlace(
      this,
      undefined,
      true,
      { uri, local, name, repeats: false },
      { bound: root, schema: schema.root, rules: rules.document, codes: undefined },
    );
  }

  /** Whether it is time to forget all and begin anew. */
  get isSpent(): boolean {
    return this.remembered >= mostRemembered || this.numbers >= mostNumbers;
  }

  nextNumber(): number {
    return ++this.numbers;
  }

  makeBelow(parent: ElementPlace, uri: string, local: string): ElementPlace {
    const prefix = prefixOf(uri);
    const isRemembered = parent.isRemembered && prefix !== undefined && this.remembered < mostRemembered;
    if (isRemembered) this.remembered++;
    const bound = parent.bound?.children.get(local);
    const step = nameOf(prefix, uri, isRemembered ? ownCopy(local) : local);
    return new ElementPlace(this, parent, isRemembered, step, {
      bound: bound?.uri === uri ? bound : undefined,
      schema: schemaBelow(parent.schema, uri, local),
      rules: this.tables.rules.child(parent.rules, uri, local),
      codes: codesHere(this.tables.codes, uri, local, parent),
    });
  }
}

const nameOf = (prefix: string | undefined, uri: string, local: string): PlaceName => ({
  uri,
  local,
  name: prefix === undefined ? local : `${prefix}:${local}`,
  repeats: usuallyMany.has(local),
});

/** Elements that are told with their rank even where it is the first: there are mostly more. */
const usuallyMany = new Set([
  'InvoiceLine',
  'CreditNoteLine',
  'IncludedSupplyChainTradeLineItem',
  'TaxSubtotal',
  'ApplicableTradeTax',
  'AllowanceCharge',
  'SpecifiedTradeAllowanceCharge',
  'PaymentMeans',
  'SpecifiedTradeSettlementPaymentMeans',
  'AdditionalDocumentReference',
  'AdditionalReferencedDocument',
]);
