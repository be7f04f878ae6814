import { type RuleText, wording } from './wording.js';

const says = (fr: RuleText['fr'], en: RuleText['en']): RuleText => ({ fr, en });

/** The sentences of a file whose elements are not in the order and number that its format lays down. */
export const schemaTexts = {
  'PV-SCHEMA-ORDER': says(
    wording(
      "L'élément « {element} » est placé après « {after} » ; il doit se trouver avant.",
      "Le format fixe l'ordre des éléments : d'autres logiciels refuseraient ce fichier.",
      "Montrez ce message à l'éditeur de votre logiciel de facturation : c'est le logiciel qui écrit ainsi.",
    ),
    wording(
      'The element "{element}" stands after "{after}"; it must stand before it.',
      'The format lays down the order of elements: other software would refuse this file.',
      'Show this message to your invoicing software vendor: the software writes it so.',
    ),
  ),
  'PV-SCHEMA-REPEATED': says(
    wording(
      "L'élément « {element} » figure plusieurs fois dans « {parent} ».",
      "Le format ne l'admet qu'une fois : on ne saurait lequel croire.",
      "Gardez la bonne valeur et retirez les autres, ou montrez ce message à l'éditeur de votre logiciel.",
    ),
    wording(
      'The element "{element}" stands several times in "{parent}".',
      'The format accepts it once only: nobody could tell which to believe.',
      'Keep the right value and remove the others, or show this message to your software vendor.',
    ),
  ),
  'PV-SCHEMA-MISSING': says(
    wording(
      'Il manque « {element} » dans « {parent} ».',
      "Le format l'exige : sans lui, d'autres logiciels refuseraient ce fichier.",
      "Complétez l'information dans votre logiciel ; si elle y est déjà, montrez ce message à son éditeur.",
    ),
    wording(
      '"{element}" is missing in "{parent}".',
      'The format demands it: without it, other software would refuse this file.',
      'Complete the information in your software; if it is there already, show this message to its vendor.',
    ),
  ),
  'PV-SCHEMA-UNKNOWN': says(
    wording(
      "« {element} » n'a pas sa place dans « {parent} » : ce contenu n'est pas lu.",
      "Le format ne le prévoit pas à cet endroit ; l'information serait perdue pour le destinataire.",
      "Montrez ce message à l'éditeur de votre logiciel, ou donnez l'information dans une note de la facture.",
    ),
    wording(
      '"{element}" has no place in "{parent}": this content is not read.',
      'The format does not provide for it there; the information would be lost for the recipient.',
      'Show this message to your software vendor, or give the information in a note of the invoice.',
    ),
  ),
} as const satisfies Readonly<Record<string, RuleText>>;

export type SchemaRuleId = keyof typeof schemaTexts;
