import { namespaces } from '../xml/namespaces.js';

/** One element of a path. */
export interface Step {
  readonly choices: readonly NameTest[];
  /** At any depth below the step before. */
  readonly deep: boolean;
}

interface NameTest {
  /** Any namespace when absent. */
  readonly uri: string | undefined;
  readonly name: string;
  /** Whether `name` is only how the name ends. */
  readonly end: boolean;
}

/** Elements below a starting element, or one of their attributes. */
export interface ElementPattern {
  readonly steps: readonly Step[];
  readonly attribute: string | undefined;
}

/** Reads a path as rules declare it; see SyntaxRule. A leading slash says where it starts and is not part of it. */
export const parsePattern = (path: string): ElementPattern => {
  const steps: Step[] = [];
  let attribute: string | undefined;
  let deep = false;
  for (const part of path.replace(/^\/(?!\/)/, '').split('/')) {
    if (part === '') deep = true;
    else if (part.startsWith('@')) attribute = part.slice(1);
    else {
      steps.push({ choices: part.split('|').map(nameTest), deep });
      deep = false;
    }
  }
  return { steps, attribute };
};

const nameTest = (text: string): NameTest => {
  const [, prefix, star, name = ''] = /^(?:(\w+):)?(\*?)(\w*)$/.exec(text) ?? [];
  const uri = prefix ? namespaces[prefix] : star ? undefined : namespaces.ram;
  if (prefix && uri === undefined) throw new Error(`unknown prefix in the path of a rule: ${text}`);
  return { uri, name, end: star === '*' };
};

/** Whether an element of this name fits the step. */
export const fits = ({ choices }: Step, uri: string, local: string): boolean =>
  choices.some(
    (test) =>
      (test.uri === undefined || test.uri === uri) &&
      (test.end ? local.endsWith(test.name) : local === test.name),
  );
