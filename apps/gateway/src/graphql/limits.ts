import {
  type ASTNode,
  type ASTVisitor,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** What one request may ask; the apps and the explorer stay far below. */
export const limits = {
  /** Of the parser: a longer text is not even read. */
  tokens: 3000,
  /** Fields inside fields. */
  depth: 14,
  /** Fields to begin with: each mutation or list is work of its own. */
  rootFields: 12,
  /** Selections after fragments are spread: few characters can ask for very much. */
  recursiveSelections: 3000,
} as const;

/** Refuses documents that go too deep or begin with too many fields. */
export const sizeLimits: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(operation) {
    const { depth, roots } = measure(operation.selectionSet, context, []);
    if (depth > limits.depth) report(context, operation, `goes ${depth} fields deep; ${limits.depth}`);
    if (roots > limits.rootFields)
      report(context, operation, `begins with ${roots} fields; ${limits.rootFields}`);
  },
});

const report = (context: ValidationContext, node: ASTNode, finding: string): void =>
  context.reportError(
    new GraphQLError(`The request ${finding} is the limit. Split it into several requests.`, {
      nodes: node,
      extensions: { refusal: 'request-too-large' },
    }),
  );

interface Measure {
  readonly depth: number;
  readonly roots: number;
}

const measure = (
  selections: SelectionSetNode,
  context: ValidationContext,
  spreading: readonly string[],
): Measure => {
  let depth = 0;
  let roots = 0;
  for (const selection of selections.selections) {
    const inner = measureOne(selection, context, spreading);
    depth = Math.max(depth, inner.depth);
    roots += inner.roots;
  }
  return { depth, roots };
};

const nothing: Measure = { depth: 0, roots: 0 };

const measureOne = (
  selection: SelectionSetNode['selections'][number],
  context: ValidationContext,
  spreading: readonly string[],
): Measure => {
  if (selection.kind === Kind.FIELD) {
    const isOurs = !selection.name.value.startsWith('__');
    if (!isOurs) return nothing;
    const below = selection.selectionSet ? measure(selection.selectionSet, context, spreading).depth : 0;
    return { depth: 1 + below, roots: 1 };
  }
  if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet, context, spreading);
  const name = selection.name.value;
  // A fragment inside itself is refused by another rule.
  const fragment = spreading.includes(name) ? undefined : context.getFragment(name);
  return fragment ? measure(fragment.selectionSet, context, [...spreading, name]) : nothing;
};
