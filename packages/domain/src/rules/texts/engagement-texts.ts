import { type RuleText, wording } from './wording.js';

const says = (fr: RuleText['fr'], en: RuleText['en']): RuleText => ({ fr, en });

/** The sentences about an engagement that the recipient has told us of. */
export const engagementTexts: Readonly<Record<string, RuleText>> = {
  'PV-ENGAGEMENT-UNKNOWN': says(
    wording(
      "{recipient} ne connaît pas l'engagement « {found} ».",
      'Cette entité tient ici la liste de ses engagements : une facture sans engagement connu ne peut pas y être payée.',
      "Recopiez le numéro du bon de commande[ ; le plus proche parmi les vôtres est {near}]. S'il est exact, demandez à votre interlocuteur d'ouvrir l'engagement.",
    ),
    wording(
      '{recipient} does not know the engagement "{found}".',
      'This entity keeps the list of its engagements here: without a known one, an invoice cannot be paid there.',
      'Copy the number from the purchase order[; the nearest of yours is {near}]. If it is right, ask your contact to open the engagement.',
    ),
  ),
  'PV-ENGAGEMENT-OTHER-SUPPLIER': says(
    wording(
      "L'engagement « {found} » de {recipient} n'est pas ouvert à votre nom.",
      'Un engagement réserve une somme pour un seul fournisseur, reconnu à son SIREN.',
      'Vérifiez le numéro sur le bon de commande. Si la commande est passée à une autre de vos structures, déposez la facture depuis celle-ci.',
    ),
    wording(
      'The engagement "{found}" of {recipient} is not in your name.',
      'An engagement sets money aside for one supplier, told by its SIREN.',
      'Check the number on the purchase order. If the order went to another of your structures, deposit the invoice from there.',
    ),
  ),
  'PV-ENGAGEMENT-OTHER-SERVICE': says(
    wording(
      "L'engagement {number} est celui du service {expected}[ ({service})] ; la facture est adressée au service {found}.",
      'Le service qui a commandé est celui qui paie : un autre ne trouverait pas la commande.',
      "Adressez la facture au service {expected}, ou vérifiez le numéro d'engagement.",
    ),
    wording(
      'The engagement {number} belongs to the service {expected}[ ({service})]; the invoice is addressed to the service {found}.',
      'The service that ordered is the one that pays: another would not find the order.',
      'Address the invoice to the service {expected}, or check the engagement number.',
    ),
  ),
  'PV-ENGAGEMENT-CLOSED': says(
    wording(
      "L'engagement {found} de {recipient} est clos.",
      'Plus rien ne peut être payé sur un engagement clos.',
      "Demandez à votre interlocuteur quel engagement l'a remplacé, puis corrigez le numéro.",
    ),
    wording(
      'The engagement {found} of {recipient} is closed.',
      'Nothing more can be paid on a closed engagement.',
      'Ask your contact which engagement has taken its place, then correct the number.',
    ),
  ),
  'PV-ENGAGEMENT-NOT-VALID': says(
    wording(
      "L'engagement {found} n'était pas ouvert le {issued:date}, date de la facture.[ Il commence le {from:date}.][ Il finit le {until:date}.]",
      'Une facture se paie sur un engagement ouvert à la date où elle est émise.',
      "Vérifiez la date de la facture et le numéro d'engagement sur le bon de commande.",
    ),
    wording(
      'The engagement {found} was not open on {issued:date}, the date of the invoice.[ It begins on {from:date}.][ It ends on {until:date}.]',
      'An invoice is paid on an engagement that is open on its date.',
      'Check the date of the invoice, and the engagement number on the purchase order.',
    ),
  ),
  'PV-ENGAGEMENT-EXCEEDED': says(
    wording(
      "Il reste {left:money} sur l'engagement {number} ; la facture demande {asked:money}.",
      "Elle le dépasse de {excess:money}. {recipient} ne peut payer que ce que l'engagement réserve encore.",
      "Vérifiez les montants et le numéro d'engagement. Si la commande a été complétée, demandez à votre interlocuteur d'augmenter l'engagement.",
    ),
    wording(
      '{left:money} is left on the engagement {number}; the invoice asks for {asked:money}.',
      'That is {excess:money} too much. {recipient} can only pay what the engagement still sets aside.',
      'Check the amounts and the engagement number. If the order has grown, ask your contact to raise the engagement.',
    ),
  ),
};
