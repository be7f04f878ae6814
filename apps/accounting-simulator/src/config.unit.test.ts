import { describe, expect, it } from 'vitest';
import { readConfig } from './config.js';

const sufficient = { SIMULATOR_DATA: ':memory:', SIMULATOR_TOKEN: 'jeton-des-tests' };

describe('the configuration', () => {
  it('listens on this machine only, unless told otherwise', () => {
    expect(readConfig(sufficient)).toMatchObject({ port: 4001, host: '127.0.0.1' });
  });

  it.each([
    [{ ...sufficient, SIMULATOR_PORT: 'four' }, /^SIMULATOR_PORT /],
    [{ ...sufficient, SIMULATOR_PORT: '70000' }, /^SIMULATOR_PORT /],
    [{ SIMULATOR_TOKEN: 'jeton-des-tests' }, /^SIMULATOR_DATA /],
    [{ ...sufficient, SIMULATOR_TOKEN: 'court' }, /^SIMULATOR_TOKEN /],
  ])('names the variable that cannot be used', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(sentence);
  });
});
