import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { buildBareSchema } from '../graphql/build-schema.js';
import { actors, admitted, reviewedMatrix } from '../testing/access-matrix.js';
import { bindingOf } from './binding.js';
import { rootFields } from './guard-schema.js';

const isField = ([door]: readonly [string, string]): boolean => /^(Query|Mutation|Subscription)\./.test(door);

describe('the schema times every role', () => {
  it('lets through whom the reviewed matrix lets through, and has no field that it does not name', () => {
    const lines = rootFields(buildBareSchema()).map(([name, { extensions }]) => {
      const binding = bindingOf(extensions);
      return [name, binding ? admitted(binding) : 'bound to nothing'];
    });
    expect(Object.fromEntries(lines)).toEqual(
      Object.fromEntries(Object.entries(reviewedMatrix()).filter(isField)),
    );
  });

  it('has a stranger, a program, and each role of people on each side in its columns', () => {
    expect(actors).toHaveLength(14);
    expect(
      new Set(Object.values(reviewedMatrix()).map((line) => line.replaceAll(/\s+/g, '').length)),
    ).toEqual(new Set([14]));
  });
});
