import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

export interface AnyOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Arguments that hold identifiers, by name. */
  readonly identifiers: readonly string[];
}

/** What an identifier of this name is to be; `door` is the root field. */
export type IdentifierFor = (name: string, door: string) => string;

/** A request for one root field with all that it needs, every identifier it takes, and the values of what it answers. */
export const anyOperation = (
  schema: GraphQLSchema,
  door: string,
  identifierFor: IdentifierFor,
): AnyOperation => {
  const [root = '', name = ''] = door.split('.');
  const field = fieldsOf(schema, root)[name];
  if (!field) throw new TypeError(`no such field: ${door}`);
  const identifiers: string[] = [];
  const value = (type: GraphQLInputType, argument: string): unknown =>
    anyValue(type, argument, (asked) => {
      identifiers.push(asked);
      return identifierFor(asked, door);
    });
  const given = field.args.filter(({ type }) => isNonNullType(type) || takesIdentifier(type));
  const variables = Object.fromEntries(
    given.map((argument) => [argument.name, value(argument.type, argument.name)]),
  );
  const declared = given.map(({ name: argument, type }) => `$${argument}: ${type}`).join(', ');
  const passed = given.map(({ name: argument }) => `${argument}: $${argument}`).join(', ');
  const text = `${root.toLowerCase()}${declared ? ` (${declared})` : ''} { ${name}${passed ? `(${passed})` : ''}${selectionOf(field.type)} }`;
  return { query: text, variables, identifiers };
};

/** A value of this type, with all it needs and every identifier it takes. */
export const anyValue = (
  type: GraphQLInputType,
  argument: string,
  identifierFor: (name: string) => string,
): unknown => {
  const value = (inner: GraphQLInputType, name: string): unknown => anyValue(inner, name, identifierFor);
  if (isNonNullType(type)) return value(type.ofType as GraphQLInputType, argument);
  if (isListType(type)) return [value(type.ofType as GraphQLInputType, argument)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((inner) => isNonNullType(inner.type) || takesIdentifier(inner.type))
        .map((inner) => [inner.name, value(inner.type, inner.name)]),
    );
  return getNamedType(type).name === 'ID'
    ? identifierFor(argument)
    : sample(getNamedType(type).name, argument);
};

const fieldsOf = (
  schema: GraphQLSchema,
  root: string,
): Readonly<Record<string, GraphQLField<unknown, unknown>>> => {
  const type = schema.getType(root);
  return isObjectType(type) ? type.getFields() : {};
};

export const takesIdentifier = (type: GraphQLInputType, seen: readonly string[] = []): boolean => {
  const inner = getNamedType(type);
  if (inner.name === 'ID') return true;
  return (
    isInputObjectType(inner) &&
    !seen.includes(inner.name) &&
    Object.values(inner.getFields()).some((field) => takesIdentifier(field.type, [...seen, inner.name]))
  );
};

/** A connection, its rows, and what they hold. */
const DEPTH = 3;

/** All values down to some depth, but for fields that need arguments of their own. */
const selectionOf = (type: GraphQLOutputType, depth = DEPTH): string => {
  const inner = getNamedType(type);
  if (!isUnionType(inner)) return isObjectType(inner) ? ` { ${selectedOf(inner, depth, new Map())} }` : '';
  // Members of a union may not give one name to values of different types.
  const taken = new Map<string, string>();
  const members = inner
    .getTypes()
    .map((member) => `... on ${member.name} { ${selectedOf(member, depth, taken)} }`);
  return ` { __typename ${members.join(' ')} }`;
};

const selectedOf = (type: GraphQLObjectType, depth: number, taken: Map<string, string>): string => {
  const fields = Object.values(type.getFields()).filter((field) => {
    const isFree = (taken.get(field.name) ?? String(field.type)) === String(field.type);
    const needsNothing = !field.args.some((argument) => isNonNullType(argument.type));
    const isDeep = isCompositeType(getNamedType(field.type));
    if (!isFree || !needsNothing || (isDeep && depth === 1)) return false;
    taken.set(field.name, String(field.type));
    return true;
  });
  return ['__typename', ...fields.map((field) => `${field.name}${selectionOf(field.type, depth - 1)}`)].join(
    ' ',
  );
};

const sample = (type: string, argument: string): unknown => {
  if (type === 'Int') return 1;
  if (type === 'Boolean') return true;
  if (type === 'CalendarDate') return '2026-12-01';
  if (type === 'DateTimeISO') return '2026-12-01T00:00:00.000Z';
  if (/email/i.test(argument)) return 'quelquun@exemple.invalid';
  if (/siret/i.test(argument)) return '00000210500013';
  if (/^(movedOn|acceptedUntil|from|until)$/.test(argument)) return '2026-12-01';
  return samples[argument] ?? 'abc';
};

const samples: Readonly<Record<string, string>> = {
  reasonCode: 'JUSTIF_ABS',
  fileName: 'facture.xml',
  country: 'FR',
  iban: 'FR7630006000011234567890189',
};
