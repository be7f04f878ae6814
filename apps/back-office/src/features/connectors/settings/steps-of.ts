import type { KindStepsFragment } from '../../../gql/graphql.js';

type Kind = Pick<KindStepsFragment, 'steps' | 'columnChoices'>;

/** The steps of a kind, what can be chosen in their columns put where it belongs: it is asked for apart. */
export const stepsOf = ({ steps, columnChoices }: Kind) =>
  steps.map((step) => ({
    ...step,
    fields: step.fields.map((field) => ({
      ...field,
      columns: field.columns.map((column) => ({
        ...column,
        choices: columnChoices.find((each) => each.field === field.name && each.column === column.name)
          ?.choices,
      })),
    })),
  }));
