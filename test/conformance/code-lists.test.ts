import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { acceptedBy, type CodeRuleId } from '@parvis/domain/rules/en16931/code-list-rules';
import type { Syntax } from '@parvis/domain/rules/rule';
import { describe, expect, it } from 'vitest';

/** The published lists, where they lie beside the project; they change in May and November. */
const reference = fileURLToPath(new URL('../../../shared/reference/codelists.json', import.meta.url));

interface PublishedList {
  readonly codes: readonly string[];
  /** `CII:BR-CL-08` */
  readonly usedBy: readonly string[];
  readonly differences?: readonly { readonly rules: readonly string[]; readonly lacks: readonly string[] }[];
}

/** Of lists that tell the two UBL roots apart. */
const rootOf = (name: string): readonly Syntax[] | undefined => {
  if (name.endsWith('ublInvoice')) return ['ubl-invoice'];
  return name.endsWith('ublCreditNote') ? ['ubl-credit-note'] : undefined;
};

const checkLists = (): void => {
  const { lists }: { lists: Readonly<Record<string, PublishedList>> } = JSON.parse(
    readFileSync(reference, 'utf8'),
  );
  const every = [...new Set(Object.values(lists).flatMap(({ codes }) => codes))];
  for (const [name, { codes, usedBy, differences = [] }] of Object.entries(lists))
    for (const user of usedBy.filter((each) => each.includes('BR-CL'))) {
      const [family, rule] = user.split(':') as [string, CodeRuleId];
      const lacking = new Set(
        differences.filter(({ rules }) => rules.includes(user)).flatMap(({ lacks }) => lacks),
      );
      const expected = new Set(codes.filter((code) => !lacking.has(code)));
      const syntaxes = family === 'CII' ? ['cii' as const] : (rootOf(name) ?? ['ubl-invoice' as const]);
      it(`${user} accepts the ${expected.size} codes of ${name}, and no other`, () => {
        for (const syntax of syntaxes) {
          const accepts = acceptedBy(rule, { syntax });
          expect(every.filter((code) => accepts(code) !== expected.has(code))).toEqual([]);
        }
      });
    }
};

if (existsSync(reference)) describe('the code lists', checkLists);
else
  it('published code lists not found (../shared/reference): ours are NOT compared with them', (context) =>
    context.skip('published code lists not found'));
