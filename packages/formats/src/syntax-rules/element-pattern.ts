import { namespaces } from '../xml/namespaces.js';

/** Which elements a step of a path means. */
export interface NameTest {
  /** Any namespace when absent. */
  readonly uri: string | undefined;
  readonly name: string;
  /** Whether `name` is only how the name ends. */
  readonly end: boolean;
}

/** A path in its parts, as rules declare it; see SyntaxRule. */
export interface ElementPath {
  /** One text a step, as written: `cac:Party`, `ram:*ID`, `a|b`; empty where the next step is at any depth. */
  readonly steps: readonly string[];
  readonly attribute: string | undefined;
}

export const parsePath = (path: string): ElementPath => {
  const steps = path.replace(/^\//, '').split('/');
  const attribute = steps.at(-1)?.startsWith('@') ? steps.pop()?.slice(1) : undefined;
  return { steps: steps.length === 1 && steps[0] === '' ? [] : steps, attribute };
};

/** How many elements down a relative path leads. */
export const depthOf = (path: string): number => parsePath(path).steps.length;

export const nameTests = (step: string): readonly NameTest[] => step.split('|').map(nameTest);

const nameTest = (text: string): NameTest => {
  const [, prefix, star, name = ''] = /^(?:(\w+):)?(\*?)(\w*)$/.exec(text) ?? [];
  const uri = prefix ? namespaces[prefix] : star ? undefined : namespaces.ram;
  if (prefix && uri === undefined) throw new Error(`unknown prefix in the path of a rule: ${text}`);
  return { uri, name, end: star === '*' };
};

/** Whether an element of this name is meant. */
export const fits = (test: NameTest, uri: string, local: string): boolean =>
  (test.uri === undefined || test.uri === uri) &&
  (test.end ? local.endsWith(test.name) : local === test.name);
