import type { Fault } from './fault.js';
import { speaksOfAnother, withoutConsequences } from './without-consequences.js';

/**
 * Everything wrong with a file, each cause once: what reading it found, then what the rules found. Where a value cannot be
 * read, the rules that need it are left out.
 */
export const toldOnce = (reading: readonly Fault[], found: readonly Fault[]): Fault[] =>
  withoutEchoes([...reading, ...withoutConsequences(found, reading)]);

/**
 * Where a rule of the norm speaks of an element that is missing or too many, the schema's own fault about it is left out;
 * so is advice that an official rule gives.
 */
export const withoutEchoes = (faults: readonly Fault[]): Fault[] => {
  const rules = new Set(faults.map(({ rule }) => rule));
  return faults.filter(
    (fault) =>
      !rules.has(officialOf[fault.rule] ?? '') &&
      (!fault.rule.startsWith('PV-SCHEMA-') || !faults.some((other) => echoes(fault, other))),
  );
};

/** Advice that an official rule gives of some invoices. */
const officialOf: Readonly<Record<string, string>> = { 'PV-ADVICE-DUE-DATE': 'BR-FR-CO-07' };

const echoes = (schema: Fault, found: Fault): boolean => {
  if (found.rule.startsWith('PV-')) return false;
  if (schema.rule === 'PV-SCHEMA-MISSING') return sameThing(schema, found);
  return (
    schema.rule === 'PV-SCHEMA-REPEATED' && /^(UBL|CII)-SR-/.test(found.rule) && sameThing(schema, found)
  );
};

const sameThing = (schema: Fault, found: Fault): boolean =>
  found.severity === 'fatal' &&
  found.terms.some((term) => schema.terms.includes(term)) &&
  !speaksOfAnother(lineOf(schema.location), found.path);

/** The third line element of the file is `lines[2]` of the model. */
const lineOf = (location = ''): string => {
  const rank = /\/(?:cac:(?:Invoice|CreditNote)Line|ram:IncludedSupplyChainTradeLineItem)\[(\d+)\]/.exec(
    location,
  )?.[1];
  return rank === undefined ? '' : `lines[${Number(rank) - 1}]`;
};
