import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large an operation is, whatever the schema says of it. */
export interface Measure {
  readonly depth: number;
  readonly rootFields: number;
  readonly aliases: number;
  readonly repeats: number;
  readonly directives: number;
  readonly selections: number;
}

/**
 * Each operation of a document, fragments spread. A fragment is measured once, however often it is spread: fragments that
 * spread each other twice would otherwise double the work with each of them. One inside itself counts as nothing; the
 * rules of GraphQL refuse it.
 */
export const measureOperations = (document: DocumentNode): Measure[] => {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const measured = new Map<string, Measure>();
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [
          plusDirectives(
            measureSet(definition.selectionSet, { fragments, measured }),
            (definition.directives?.length ?? 0) + countOnVariables(definition.variableDefinitions),
          ),
        ]
      : [],
  );
};

interface Known {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly measured: Map<string, Measure>;
}

const nothing: Measure = { depth: 0, rootFields: 0, aliases: 0, repeats: 0, directives: 0, selections: 0 };

const measureSet = (set: SelectionSetNode, known: Known): Measure => {
  const measure = set.selections.map((selection) => measureOne(selection, known)).reduce(beside, nothing);
  return { ...measure, repeats: measure.repeats + repeatsIn(set) };
};

const repeatsIn = ({ selections }: SelectionSetNode): number => {
  const names = selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [(selection.alias ?? selection.name).value] : [],
  );
  return names.length - new Set(names).size;
};

const measureOne = (selection: SelectionNode, known: Known): Measure =>
  plusDirectives(measureBare(selection, known), selection.directives?.length ?? 0);

const measureBare = (selection: SelectionNode, known: Known): Measure => {
  if (selection.kind === Kind.INLINE_FRAGMENT) return measureSet(selection.selectionSet, known);
  if (selection.kind === Kind.FRAGMENT_SPREAD) return measureFragment(selection.name.value, known);
  const below = selection.selectionSet ? measureSet(selection.selectionSet, known) : nothing;
  const aliases = below.aliases + (selection.alias ? 1 : 0);
  const isOurs = !selection.name.value.startsWith('__');
  return {
    ...below,
    aliases,
    // What describes the schema has a limit of its own among the rules of GraphQL.
    depth: isOurs ? below.depth + 1 : 0,
    rootFields: isOurs ? 1 : 0,
    selections: below.selections + 1,
  };
};

const measureFragment = (name: string, known: Known): Measure => {
  const already = known.measured.get(name);
  if (already) return already;
  const fragment = known.fragments.get(name);
  known.measured.set(name, nothing);
  const measure = fragment
    ? plusDirectives(measureSet(fragment.selectionSet, known), fragment.directives?.length ?? 0)
    : nothing;
  known.measured.set(name, measure);
  return measure;
};

const beside = (one: Measure, other: Measure): Measure => ({
  depth: Math.max(one.depth, other.depth),
  rootFields: one.rootFields + other.rootFields,
  aliases: one.aliases + other.aliases,
  repeats: one.repeats + other.repeats,
  directives: one.directives + other.directives,
  selections: one.selections + other.selections,
});

const plusDirectives = (measure: Measure, count: number): Measure =>
  count === 0 ? measure : { ...measure, directives: measure.directives + count };

const countOnVariables = (
  definitions: readonly { readonly directives?: readonly unknown[] }[] | undefined,
): number => (definitions ?? []).reduce((count, { directives = [] }) => count + directives.length, 0);
