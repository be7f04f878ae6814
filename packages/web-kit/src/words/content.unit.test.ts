import { describe, expect, it } from 'vitest';

type Texts = Readonly<Record<string, string>>;
type Content = Readonly<Record<string, Readonly<Record<string, Texts>>>>;

/** Every text that pages of either app say, by the file that holds it. */
const read = (files: Record<string, unknown>, language: 'fr' | 'en'): Map<string, Texts> =>
  new Map(
    Object.entries(files as Content).map(([path, exported]) => [
      path.replace(`/${language}.ts`, ''),
      exported[language] ?? {},
    ]),
  );

const french = read(
  import.meta.glob(['../**/content/fr.ts', '../../../../apps/*/src/**/content/fr.ts'], { eager: true }),
  'fr',
);
const english = read(
  import.meta.glob(['../**/content/en.ts', '../../../../apps/*/src/**/content/en.ts'], { eager: true }),
  'en',
);

const valuesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''))].sort();

describe('the texts of the pages', () => {
  it('stand in both languages', () => {
    expect(french.size).toBeGreaterThan(20);
    expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
  });

  it.each([...french.keys()])('say the same values in both languages, none of them raw: %s', (place) => {
    const [fr, en] = [french.get(place) ?? {}, english.get(place) ?? {}];
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
    // One of something may be said without its number.
    const named = (texts: Texts) =>
      Object.entries(texts)
        .filter(([key]) => !key.endsWith('_one'))
        .map(([key, text]) => [key, valuesIn(text)]);
    expect(Object.fromEntries(named(en))).toEqual(Object.fromEntries(named(fr)));
    const raw = [...Object.values(fr), ...Object.values(en)].map((text) =>
      text.replaceAll(/\{\{\w+\}\}/g, ''),
    );
    expect(raw.filter((text) => /[{}]/.test(text))).toEqual([]);
  });
});
