import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** What fields weigh, in looks into a table or thereabouts; a value of a row that is read anyway weighs nothing. */
export const weights = {
  /** A field that leads to an object. */
  object: 1,
  /** A mutation: a transaction, a file to read, a password to hash, a stranger to call. */
  mutation: 50,
  subscription: 10,
  /** Entries of a list that nobody has cut into pages. */
  unpagedList: 10,
} as const;

/** A page that somebody asked for. */
export interface PageAsked {
  /** As people write it: `invoices(first:)`. */
  readonly argument: string;
  readonly size: number;
}

export interface Cost {
  readonly total: number;
  /** Every page size that the operation gives. */
  readonly pages: readonly PageAsked[];
}

type Variables = Readonly<Record<string, unknown>>;

/**
 * What an operation would cost at most, worked out from its text and variables before anything is done: lists multiply
 * what stands below them by their page size. Fields that the schema does not have weigh nothing; they are refused later.
 */
export const operationCost = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Cost => {
  const type = schema.getRootType(operation.operation);
  const counter = new CostCounter(schema, document, { ...defaultsOf(operation), ...variables });
  const total = type ? counter.costOfSet(operation.selectionSet, type, undefined) : 0;
  return { total, pages: counter.pages };
};

const PAGE_ARGUMENTS: readonly string[] = ['first', 'last'];

/** Where a connection keeps its rows. */
const ROWS: readonly string[] = ['edges', 'nodes'];

class CostCounter {
  readonly pages: PageAsked[] = [];
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
  }

  /** `pageSize`: of the connection whose fields these are. */
  costOfSet(set: SelectionSetNode, type: GraphQLCompositeType, pageSize: number | undefined): number {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += this.costOfField(selection, type, pageSize);
      else if (selection.kind === Kind.FRAGMENT_SPREAD)
        cost += this.costOfFragment(selection.name.value, pageSize);
      else
        cost += this.costOfSet(
          selection.selectionSet,
          this.typeNamed(selection.typeCondition?.name.value) ?? type,
          pageSize,
        );
    }
    return cost;
  }

  private costOfField(node: FieldNode, type: GraphQLCompositeType, pageSize: number | undefined): number {
    const field = fieldOf(type, node.name.value);
    if (!field) return 0;
    const asked = this.pageSizeOf(node, field);
    const inner = getNamedType(field.type);
    const below =
      node.selectionSet && isCompositeType(inner) ? this.costOfSet(node.selectionSet, inner, asked) : 0;
    const own = this.weightOf(type, inner);
    return (own + below) * timesOf(field, asked, pageSize);
  }

  private weightOf(type: GraphQLCompositeType, inner: ReturnType<typeof getNamedType>): number {
    if (type === this.schema.getMutationType()) return weights.mutation;
    if (type === this.schema.getSubscriptionType()) return weights.subscription;
    return isCompositeType(inner) ? weights.object : 0;
  }

  /** Worked out once for each fragment, however often it is spread. */
  private costOfFragment(name: string, pageSize: number | undefined): number {
    const key = `${name} ${pageSize}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const type = this.typeNamed(fragment?.typeCondition.name.value);
    this.known.set(key, 0);
    const cost = fragment && type ? this.costOfSet(fragment.selectionSet, type, pageSize) : 0;
    this.known.set(key, cost);
    return cost;
  }

  private typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  private pageSizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number | undefined {
    const sizes = field.args
      .filter(({ name }) => PAGE_ARGUMENTS.includes(name))
      .map(({ name, defaultValue }) => {
        const given = this.valueOf(node.arguments?.find((argument) => argument.name.value === name)?.value);
        if (typeof given !== 'number') return defaultValue;
        this.pages.push({ argument: `${field.name}(${name}:)`, size: given });
        return given;
      })
      .filter((size) => typeof size === 'number');
    return sizes.length === 0 ? undefined : Math.max(...sizes, 0);
  }

  private valueOf(value: ValueNode | undefined): unknown {
    if (value?.kind === Kind.INT) return Number(value.value);
    return value?.kind === Kind.VARIABLE ? this.variables[value.name.value] : undefined;
  }
}

const fieldOf = (type: GraphQLCompositeType, name: string) =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;

/** How often what stands below a field is answered. */
const timesOf = (
  { name, type }: GraphQLField<unknown, unknown>,
  asked: number | undefined,
  pageSize: number | undefined,
): number => {
  if (!isListType(isNonNullType(type) ? type.ofType : type)) return 1;
  const size = asked ?? (ROWS.includes(name) ? pageSize : undefined);
  return size ?? weights.unpagedList;
};

const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Variables =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  );
