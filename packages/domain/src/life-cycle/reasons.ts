import { type Bilingual, type Language, say } from '../display/language.js';
import type { EventReason } from './event.js';
import type { Action } from './transitions.js';

/** A reason of the closed list of the reform's life-cycle messages, for a public body. */
export interface Reason {
  /** Official code, e.g. `JUSTIF_ABS`. */
  readonly code: string;
  /** As chosen by the recipient. */
  readonly label: Bilingual;
  /** What the supplier reads: what is wrong and what to do. */
  readonly supplierText: Bilingual;
  /** « Autre » says nothing by itself: the comment is the reason. */
  readonly needsComment: boolean;
}

const reason = (code: string, label: Bilingual, supplierText: Bilingual): Reason => ({
  code,
  label,
  supplierText,
  needsComment: code === 'AUTRE',
});

const missingDocument = reason(
  'JUSTIF_ABS',
  say('Pièce justificative absente ou insuffisante', 'Supporting document missing or insufficient'),
  say(
    'Il manque une pièce justificative. Ajoutez-la pour que le traitement reprenne.',
    'A supporting document is missing. Add it so that processing can go on.',
  ),
);

const bankDetails = reason(
  'COORD_BANC_ERR',
  say('Coordonnées bancaires à vérifier', 'Bank details to be checked'),
  say(
    'Les coordonnées bancaires de la facture ne correspondent pas à celles que le destinataire connaît. Joignez un RIB à jour.',
    'The bank details of the invoice are not those the recipient knows. Attach up-to-date bank details.',
  ),
);

const order = reason(
  'CMD_ERR',
  say("Numéro d'engagement ou de commande incorrect", 'Wrong engagement or order number'),
  say(
    "Le numéro d'engagement ou de commande n'est pas reconnu. Vous le trouverez sur le bon de commande.",
    'The engagement or order number is not recognised. You will find it on the purchase order.',
  ),
);

const contract = reason(
  'REF_CT_ABSENT',
  say('Référence du marché absente', 'Contract reference missing'),
  say(
    "Il manque la référence du marché. Vous la trouverez sur l'acte d'engagement ou la notification.",
    'The contract reference is missing. You will find it on the contract or its notification.',
  ),
);

const other = reason(
  'AUTRE',
  say('Autre motif, précisé en commentaire', 'Another reason, given in the comment'),
  say('Le destinataire précise son motif en commentaire.', 'The recipient gives the reason in the comment.'),
);

/** Reasons to suspend (status 208). The official list has no « autre ». */
const suspension: readonly Reason[] = [
  missingDocument,
  bankDetails,
  order,
  reason(
    'SIRET_ERR',
    say('SIRET incorrect ou absent', 'SIRET wrong or missing'),
    say(
      'Le SIRET du fournisseur ou du destinataire est à vérifier. Indiquez le bon en commentaire.',
      'The SIRET of the supplier or of the recipient needs checking. Give the right one in the comment.',
    ),
  ),
  reason(
    'CODE_ROUTAGE_ERR',
    say('Code service incorrect ou absent', 'Service code wrong or missing'),
    say(
      "Le code service n'est pas le bon. L'annuaire liste les services actifs du destinataire.",
      'The service code is not the right one. The directory lists the active services of the recipient.',
    ),
  ),
  contract,
  reason(
    'REF_ERR',
    say('Référence incorrecte', 'Wrong reference'),
    say(
      'Une référence de la facture est incorrecte. Indiquez la bonne en commentaire.',
      'A reference of the invoice is wrong. Give the right one in the comment.',
    ),
  ),
];

/** Reasons to refuse (status 210), as open to a public body. */
const refusal: readonly Reason[] = [
  reason(
    'MONTANTTOTAL_ERR',
    say('Montant total incorrect', 'Wrong total'),
    say(
      'Le montant total ne correspond pas à ce qui est dû. Envoyez une nouvelle facture avec le bon montant.',
      'The total is not what is owed. Send a new invoice with the right amount.',
    ),
  ),
  reason(
    'CALCUL_ERR',
    say('Erreur de calcul', 'Calculation error'),
    say(
      'Un calcul de la facture est faux. Envoyez une nouvelle facture corrigée.',
      'A calculation in the invoice is wrong. Send a new, corrected invoice.',
    ),
  ),
  reason(
    'TX_TVA_ERR',
    say('Taux de TVA incorrect', 'Wrong VAT rate'),
    say(
      "Le taux de TVA appliqué n'est pas le bon. Envoyez une nouvelle facture corrigée.",
      'The VAT rate is not the right one. Send a new, corrected invoice.',
    ),
  ),
  reason(
    'NON_CONFORME',
    say('Mention légale ou contractuelle manquante', 'Legal or contractual statement missing'),
    say(
      'Il manque une mention exigée par la loi ou le contrat. Envoyez une nouvelle facture complète.',
      'A statement required by law or contract is missing. Send a new, complete invoice.',
    ),
  ),
  reason(
    'DOUBLON',
    say('Facture déjà reçue', 'Invoice already received'),
    say(
      "Le destinataire a déjà reçu cette facture. Vous n'avez rien à renvoyer.",
      'The recipient already has this invoice. There is nothing to send again.',
    ),
  ),
  reason(
    'DOUBLE_FACT',
    say('Prestation déjà facturée', 'Already invoiced'),
    say(
      "Ce qui est facturé l'a déjà été sur une autre facture. Rapprochez-vous du destinataire si ce n'est pas le cas.",
      'What is invoiced was already on another invoice. Contact the recipient if it was not.',
    ),
  ),
  reason(
    'DEST_ERR',
    say('Mauvais destinataire', 'Wrong recipient'),
    say(
      "La facture n'est pas pour ce destinataire. Cherchez le bon dans l'annuaire et envoyez-lui une nouvelle facture.",
      'The invoice is not for this recipient. Find the right one in the directory and send it a new invoice.',
    ),
  ),
  reason(
    'TRANSAC_INC',
    say('Commande ou prestation inconnue', 'Unknown order or service'),
    say(
      'Le destinataire ne retrouve pas la commande. Rapprochez-vous de votre interlocuteur avant de refacturer.',
      'The recipient cannot find the order. Talk to your contact before you invoice again.',
    ),
  ),
  reason(
    'EMMET_INC',
    say('Fournisseur inconnu', 'Unknown supplier'),
    say(
      'Le destinataire ne vous connaît pas comme fournisseur. Rapprochez-vous du service qui a commandé.',
      'The recipient does not know you as a supplier. Contact the service that ordered.',
    ),
  ),
  reason(
    'CONTRAT_TERM',
    say('Contrat terminé', 'Contract ended'),
    say(
      'Le contrat était terminé à la date facturée. Rapprochez-vous du destinataire.',
      'The contract had ended on the date invoiced. Contact the recipient.',
    ),
  ),
  order,
  reason(
    'ADR_ERR',
    say('Adresse de facturation incorrecte', 'Wrong billing address'),
    say(
      "L'adresse de facturation n'est pas la bonne. Envoyez une nouvelle facture corrigée.",
      'The billing address is not the right one. Send a new, corrected invoice.',
    ),
  ),
  contract,
  bankDetails,
  reason(
    'LIVR_INCOMP',
    say('Livraison incomplète', 'Incomplete delivery'),
    say(
      "Tout ce qui est facturé n'a pas été livré. Facturez ce qui est livré, ou attendez la fin de la livraison.",
      'Not all that is invoiced was delivered. Invoice what was, or wait for the rest.',
    ),
  ),
  reason(
    'ST_CT_NON_DECLAR',
    say('Sous-traitant ou cotraitant non déclaré', 'Undeclared subcontractor or co-contractor'),
    say(
      "Votre entreprise n'est pas déclarée sur ce marché. Le titulaire doit d'abord la faire agréer.",
      'Your firm is not declared on this contract. Its holder must first have it accepted.',
    ),
  ),
  reason(
    'SUPPR_COMP_AVOIR',
    say('Facture annulée par un avoir', 'Invoice cancelled by a credit note'),
    say(
      "Un avoir annule cette facture. Vous n'avez rien à renvoyer.",
      'A credit note cancels this invoice. There is nothing to send again.',
    ),
  ),
  reason(
    'TRANSF_PMNT_REGIE',
    say('Payée par une régie', 'Paid by an advance office'),
    say(
      'La facture est payée par une régie, en dehors de ce circuit.',
      'The invoice is paid by an advance office, outside this circuit.',
    ),
  ),
  reason(
    'RETRAIT_MAN_SERV',
    say('Retirée à la demande du service', 'Withdrawn at the request of the service'),
    say(
      'Le service a demandé le retrait de la facture. Rapprochez-vous de lui avant de refacturer.',
      'The service asked for the invoice to be withdrawn. Contact it before you invoice again.',
    ),
  ),
  reason(
    'CONTACT_ACHTR',
    say("Prendre contact avec l'acheteur", 'Contact the buyer'),
    say(
      "L'acheteur souhaite vous parler avant toute nouvelle facture. Ses coordonnées sont dans l'annuaire.",
      'The buyer would like to talk to you before any new invoice. Contact details are in the directory.',
    ),
  ),
  other,
];

/** Wrong place: the supplier redirects and keeps the number. */
const rerouting: readonly Reason[] = suspension.filter(({ code }) =>
  ['SIRET_ERR', 'CODE_ROUTAGE_ERR', 'CMD_ERR', 'REF_ERR'].includes(code),
);

/** Reasons of the platform to reject (status 213). */
const rejection: readonly Reason[] = [
  reason(
    'DEST_INC',
    say('Destinataire inconnu ou fermé', 'Recipient unknown or closed'),
    say(
      "Le destinataire ne reçoit plus de factures à ce SIRET. Cherchez le bon dans l'annuaire et envoyez-lui une nouvelle facture.",
      'The recipient no longer receives invoices under this SIRET. Find the right one in the directory and send it a new invoice.',
    ),
  ),
  reason(
    'REJ_ADR',
    say("Destinataire fermé à l'arrivée", 'Recipient closed on arrival'),
    say(
      "Le destinataire ou le service a fermé entre-temps. Cherchez dans l'annuaire celui qui le remplace.",
      'The recipient or service has closed meanwhile. Look up its successor in the directory.',
    ),
  ),
  reason(
    'REJ_CONT_B2G',
    say('Exigence du destinataire non respectée', 'Requirement of the recipient not met'),
    say(
      "Le code service ou le numéro d'engagement exigé manque. Ajoutez-le et renvoyez la facture.",
      'The service code or engagement number required is missing. Add it and send the invoice again.',
    ),
  ),
  reason(
    'REJ_SEMAN',
    say('Règle de facturation non respectée', 'Invoicing rule not kept'),
    say(
      "Une règle de la norme n'est pas respectée. Corrigez la facture et renvoyez-la.",
      'A rule of the standard is not kept. Correct the invoice and send it again.',
    ),
  ),
];

const lists: Partial<Record<Action, readonly Reason[]>> = {
  suspend: suspension,
  refuse: refusal,
  askReroute: rerouting,
  reject: rejection,
  refuseValidation1: [other],
  refuseValidation2: [other],
};

/** The reasons open for an act; empty when it asks for none or takes free text. */
export const reasonsFor = (action: Action): readonly Reason[] => lists[action] ?? [];

/** The reason of this code for this act; undefined when it is not on its list. */
export const reasonFor = (action: Action, code: EventReason['code']): Reason | undefined =>
  reasonsFor(action).find((known) => known.code === code);

/** The reason of a past act, whichever list it came from. */
export const reasonOf = (code: EventReason['code']): Reason | undefined =>
  Object.values(lists)
    .flat()
    .find((known) => known.code === code);

/** The reason in words, for the timeline; the code itself when it is on no list. */
export const reasonLabel = (code: EventReason['code'], language: Language): string =>
  reasonOf(code)?.label[language] ?? code;
