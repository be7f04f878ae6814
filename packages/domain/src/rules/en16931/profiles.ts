import type { Judged } from '../rule.js';

/**
 * Factur-X profiles that hold no lines are judged by fewer rules (Factur-X 1.09.2), for the full set would report what
 * they cannot say; EXTENDED replaces some by rules of its own. Every other profile is judged by the full set.
 */
const profiles: readonly { readonly name: RegExp; readonly applies: (ruleId: string) => boolean }[] = [
  { name: /(?:^|[: ])minimum$/i, applies: (ruleId) => minimum.has(ruleId) },
  { name: /(?:^|[: ])basic[ _-]?wl$/i, applies: (ruleId) => !ofLines.has(ruleId) && !ofLineVat.test(ruleId) },
  { name: /(?:^|[: ])extended$/i, applies: (ruleId) => !replacedInExtended.test(ruleId) },
];

const idsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const minimum = idsOf(`
  BR-01 BR-02 BR-03 BR-04 BR-05 BR-06 BR-07 BR-08 BR-09 BR-13 BR-14 BR-15
  BR-CO-09 BR-CO-26 BR-DEC-12 BR-DEC-13 BR-DEC-14 BR-DEC-18
`);

const ofLines = idsOf(`
  BR-16 BR-21 BR-22 BR-23 BR-24 BR-25 BR-26 BR-27 BR-28 BR-30 BR-41 BR-42 BR-43 BR-44 BR-54 BR-64 BR-65
  BR-CO-04 BR-CO-10 BR-CO-20 BR-CO-23 BR-CO-24 BR-DEC-23 BR-DEC-24 BR-DEC-25 BR-DEC-27 BR-DEC-28
  BR-O-12 BR-B-01 BR-B-02
`);

const ofLineVat = /^BR-(?:S|Z|E|AE|IC|G|O|AF|AG)-(?:01|02|05|08)$/;

const replacedInExtended = /^BR-(?:(?:S|Z|E|AE|IC|G|O|AF|AG)-(?:01|08)|CO-1[0-7]|O-1[1-4]|27|28)$/;

/** Whether a rule of EN 16931 applies to an invoice of this profile. */
export const appliesToProfile = (ruleId: string, { invoice, context }: Judged): boolean => {
  const name = (context.profile ?? invoice.specification ?? '').trim();
  return profiles.find((profile) => profile.name.test(name))?.applies(ruleId) ?? true;
};
