import { type Bilingual, say } from '@parvis/domain/display/language';
import type { BrokenRule } from './broken-rule.js';

/** What the page shows of the field that a fault is about. */
export interface FaultyField {
  /** `Règles d’imputation, ligne 2, Compte`. */
  readonly label: Bilingual;
  readonly help?: Bilingual | undefined;
  readonly placeholder?: string | undefined;
  readonly choices?: readonly { readonly label: Bilingual }[] | undefined;
}

/** What to do about a fault, with the field as the page names it; without, where the page shows no such field. */
export const tellFault = (rule: BrokenRule, field?: FaultyField): Bilingual => {
  if (rule.name === 'unknown') return unknown;
  const { fr, en } = ruleText(rule, field);
  return field
    ? say(`« ${field.label.fr} » : ${fr}`, `"${field.label.en}": ${en}`)
    : say(`Un réglage du raccordement : ${fr}`, `A setting of the connection: ${en}`);
};

const unknown = say(
  'Ce type de raccordement n’a pas ce réglage. Retirez-le, puis recommencez.',
  'This kind of connection has no such setting. Remove it, then try again.',
);

const ruleText = (rule: Exclude<BrokenRule, { name: 'unknown' }>, field?: FaultyField): Bilingual => {
  switch (rule.name) {
    case 'missing':
      return (field?.choices ?? []).length > 0
        ? say('choisissez une valeur.', 'choose a value.')
        : say('remplissez ce champ.', 'fill in this field.');
    case 'address':
      return addressText(field?.placeholder ?? 'https://…');
    case 'number':
      return withExample(say('écrivez un nombre entier.', 'write a whole number.'), field);
    case 'flag':
      return say('cochez cette case, ou décochez-la.', 'tick this box, or untick it.');
    case 'choice':
      return choiceText(field?.choices ?? []);
    case 'form':
      return formText(field);
    case 'tooSmall':
    case 'tooBig':
      return limitText(rule);
  }
};

const addressText = (example: string): Bilingual =>
  say(`écrivez une adresse complète, comme ${example}`, `write a complete address, such as ${example}`);

const choiceText = (choices: readonly { readonly label: Bilingual }[]): Bilingual =>
  choices.length === 0
    ? say('choisissez une valeur qui est proposée.', 'choose a value that is offered.')
    : say(
        `choisissez parmi : ${choices.map(({ label }) => `« ${label.fr} »`).join(', ')}.`,
        `choose among: ${choices.map(({ label }) => `"${label.en}"`).join(', ')}.`,
      );

/** The field's own help says best how it is written. */
const formText = (field?: FaultyField): Bilingual => {
  const { help } = field ?? {};
  const wrong = say(
    'ce n’est pas écrit comme il faut, corrigez-le.',
    'this is not written as it must be, correct it.',
  );
  return withExample(help ? say(`${wrong.fr} ${help.fr}`, `${wrong.en} ${help.en}`) : wrong, field);
};

const withExample = ({ fr, en }: Bilingual, field?: FaultyField): Bilingual =>
  field?.placeholder === undefined
    ? say(fr, en)
    : say(`${fr} Exemple : ${field.placeholder}`, `${en} Example: ${field.placeholder}`);

const limitText = ({ name, measure, limit }: Extract<BrokenRule, { readonly limit: number }>): Bilingual => {
  const isLeast = name === 'tooSmall';
  const fr = `${isLeast ? 'au moins' : 'au plus'} ${limit.toLocaleString('fr-FR')}`;
  const en = `${isLeast ? 'at least' : 'at most'} ${limit.toLocaleString('en-GB')}`;
  switch (measure) {
    case 'characters':
      return say(
        `écrivez ${fr} ${limit === 1 ? 'caractère' : 'caractères'}.`,
        `write ${en} ${limit === 1 ? 'character' : 'characters'}.`,
      );
    case 'rows':
      return say(
        `gardez ${fr} ${limit === 1 ? 'ligne' : 'lignes'}.`,
        `keep ${en} ${limit === 1 ? 'row' : 'rows'}.`,
      );
    case 'number':
      return say(`écrivez un nombre qui vaut ${fr}.`, `write a number of ${en}.`);
  }
};
