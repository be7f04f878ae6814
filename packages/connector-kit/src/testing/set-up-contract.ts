import { describe, expect, it } from 'vitest';
import type { ShownWhen } from '../set-up.js';
import { type ConnectorHarness, played } from './connector-harness.js';

const applies = (when: ShownWhen | undefined, settings: Readonly<Record<string, unknown>>): boolean =>
  when === undefined || settings[when.field] === when.is;

/** What a person is led through leads to a connection that works. */
export const describeSetUp = (harness: () => ConnectorHarness): void => {
  const setUp = () => played(harness().setUp, 'setUp');

  describe('being set up', () => {
    it('finds at each step what it needs', async () => {
      const { kind, settings, tools } = setUp();
      expect(kind.steps.length).toBeGreaterThan(0);
      for (const { key, test } of kind.steps) {
        const outcome = await test?.(settings, tools);
        if (!outcome) continue;
        if (!outcome.ok) throw new Error(`${key}: ${JSON.stringify(outcome.refusal)}`);
        if (!('points' in outcome.value)) throw new Error(`${key}: ${outcome.value.message.en}`);
        expect(outcome.value.points.filter(({ state }) => state !== 'fine')).toEqual([]);
        expect(outcome.value.points.length).toBeGreaterThan(0);
      }
    });

    it('reads the settings that its steps ask for', () => {
      const { kind, settings } = setUp();
      expect(kind.parseSettings(settings)).toMatchObject({ ok: true });
      const fields = kind.steps.flatMap((step) => step.fields);
      const names = fields.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { name } of fields.filter(({ required, when }) => required && applies(when, settings))) {
        const { [name]: _left, ...others } = settings;
        expect(kind.parseSettings(others)).toMatchObject({
          ok: false,
          refusal: [{ field: name, code: 'missing' }],
        });
      }
    });

    it('says what each step and each field is for, in both languages', () => {
      for (const { title, help, fields } of setUp().kind.steps) {
        const sentences = [title, help, ...fields.map(({ label }) => label)];
        expect(sentences.filter(({ fr, en }) => fr.trim() === '' || en.trim() === '')).toEqual([]);
      }
    });
  });
};
