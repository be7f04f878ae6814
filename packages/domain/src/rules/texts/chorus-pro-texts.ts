import { type RuleText, wording } from './wording.js';

const says = (fr: RuleText['fr'], en: RuleText['en']): RuleText => ({ fr, en });

/** The sentences of what Chorus Pro can hold and asks (BR-FR-CPRO-…). */
export const chorusProTexts: Readonly<Record<string, RuleText>> = {
  'BR-FR-CPRO-02': says(
    wording(
      'Le numéro « {found} » compte {length} caractères ; Chorus Pro en admet {maximum}.',
      'Un numéro plus long serait coupé, et la facture introuvable.',
      'Raccourcissez le numéro, puis déposez la facture à nouveau.',
    ),
    wording(
      'The number "{found}" has {length} characters; Chorus Pro accepts {maximum}.',
      'A longer number would be cut, and the invoice lost from sight.',
      'Shorten the number, then deposit the invoice again.',
    ),
  ),
  'BR-FR-CPRO-03': says(
    wording(
      'Aucun identifiant ne dit qui est le vendeur.',
      "Chorus Pro connaît ses fournisseurs par un SIRET, un numéro de TVA étranger, ou l'identifiant d'un particulier, d'une structure hors de l'Union, de Nouvelle-Calédonie ou de Polynésie.",
      'Ajoutez votre identifiant avec son schéma, puis déposez la facture à nouveau.',
    ),
    wording(
      'No identifier says who the seller is.',
      'Chorus Pro knows its suppliers by a SIRET, a foreign VAT number, or the identifier of a person or of a structure outside the Union, of New Caledonia or of Polynesia.',
      'Add your identifier with its scheme, then deposit the invoice again.',
    ),
  ),
  'BR-FR-CPRO-04': structure(
    'un numéro de TVA étranger (schéma 0223), de 18 caractères au plus',
    'a foreign VAT number (scheme 0223) of 18 characters at most',
  ),
  'BR-FR-CPRO-05': structure(
    "l'identifiant d'un particulier (schéma 0226) : dix chiffres, puis les noms, 80 caractères en tout",
    'the identifier of a person (scheme 0226): ten digits, then the names, 80 characters in all',
  ),
  'BR-FR-CPRO-06': structure(
    "l'identifiant d'une structure hors de l'Union (schéma 0227) : le code du pays, puis les 16 premiers caractères du nom",
    'the identifier of a structure outside the Union (scheme 0227): the country code, then the first 16 characters of the name',
  ),
  'BR-FR-CPRO-07': structure(
    'un RIDET (schéma 0228), de 9 ou 10 caractères',
    'a RIDET (scheme 0228) of 9 or 10 characters',
  ),
  'BR-FR-CPRO-08': structure(
    'un numéro TAHITI (schéma 0229), de 9 caractères',
    'a TAHITI number (scheme 0229) of 9 characters',
  ),
  'BR-FR-CPRO-09': says(
    wording(
      'Il manque le SIRET du vendeur.',
      "Le SIREN désigne l'entreprise ; le SIRET dit quel établissement est payé.",
      'Ajoutez le SIRET de votre établissement (14 chiffres), puis déposez la facture à nouveau.',
    ),
    wording(
      'The SIRET of the seller is missing.',
      'The SIREN names the firm; the SIRET tells which establishment is paid.',
      'Add the SIRET of your establishment (14 digits), then deposit the invoice again.',
    ),
  ),
  'BR-FR-CPRO-10': says(
    wording(
      'Il manque le SIRET du destinataire.',
      "C'est par son SIRET que la facture trouve son destinataire.",
      "Cherchez l'entité dans l'annuaire, ajoutez son SIRET aux coordonnées de l'acheteur, puis déposez la facture à nouveau.",
    ),
    wording(
      'The SIRET of the recipient is missing.',
      'The invoice finds its recipient by its SIRET.',
      "Look the entity up in the directory, add its SIRET to the buyer's details, then deposit the invoice again.",
    ),
  ),
  'BR-FR-CPRO-14': tooLong('Le numéro de marché', 'The contract number'),
  'BR-FR-CPRO-15': tooLong("Le numéro d'engagement", 'The engagement number'),
  'BR-FR-CPRO-17': says(
    wording(
      'Il manque le SIRET du bénéficiaire du paiement.',
      "Le SIREN désigne l'entreprise ; le SIRET dit quel établissement est payé.",
      'Ajoutez le SIRET du bénéficiaire (schéma 0009), puis déposez la facture à nouveau.',
    ),
    wording(
      'The SIRET of the payee is missing.',
      'The SIREN names the firm; the SIRET tells which establishment is paid.',
      'Add the SIRET of the payee (scheme 0009), then deposit the invoice again.',
    ),
  ),
  'BR-FR-CPRO-18': says(
    wording(
      "Il manque le SIRET de l'intermédiaire du vendeur.",
      'Chorus Pro reconnaît une entreprise française par son SIRET, une autre par son numéro de TVA ou son identifiant.',
      "Ajoutez l'identifiant de l'intermédiaire avec son schéma, puis déposez la facture à nouveau.",
    ),
    wording(
      "The SIRET of the seller's intermediary is missing.",
      'Chorus Pro knows a French firm by its SIRET, another by its VAT number or identifier.',
      'Add the identifier of the intermediary with its scheme, then deposit the invoice again.',
    ),
  ),
  'BR-FR-CPRO-19': says(
    wording(
      'La facture compte {found:number} lignes.',
      "Chorus Pro n'accepte pas de facture d'un million de lignes ou plus.",
      'Répartissez les lignes sur plusieurs factures.',
    ),
    wording(
      'The invoice has {found:number} lines.',
      'Chorus Pro does not accept an invoice of a million lines or more.',
      'Share the lines among several invoices.',
    ),
  ),
  'BR-FR-CPRO-20': says(
    wording(
      'La facture renvoie à {found} factures antérieures ; Chorus Pro en admet une.',
      'Le destinataire doit savoir laquelle est corrigée.',
      'Gardez une seule référence, ou faites une facture pour chacune.',
    ),
    wording(
      'The invoice refers to {found} preceding invoices; Chorus Pro accepts one.',
      'The recipient must know which one is corrected.',
      'Keep one reference, or make an invoice for each.',
    ),
  ),
  'BR-FR-CPRO-21': says(
    wording(
      'La facture ne dit pas qui est le titulaire du marché.',
      'Un sous-traitant (S3) ou un cotraitant (S6) nomme le titulaire, avec son SIREN et son SIRET, comme intermédiaire du vendeur.',
      'Ajoutez le titulaire à la facture, ou désignez-le au dépôt.',
    ),
    wording(
      'The invoice does not say who holds the contract.',
      'A subcontractor (S3) or joint contractor (S6) names the holder, with its SIREN and SIRET, as intermediary of the seller.',
      'Add the holder to the invoice, or name it when you deposit.',
    ),
  ),
  'BR-FR-CPRO-24': says(
    wording(
      'Le cadre de facturation S5 ne va pas vers le secteur public.',
      "Il sert entre entreprises. Un sous-traitant payé directement par l'acheteur public utilise S3.",
      'Choisissez le bon cadre de facturation, puis déposez la facture à nouveau.',
    ),
    wording(
      'The invoicing framework S5 is not for the public sector.',
      'It serves between firms. A subcontractor paid directly by the public buyer uses S3.',
      'Choose the right invoicing framework, then deposit the invoice again.',
    ),
  ),
  'BR-FR-CPRO-25': onlyOne('plusieurs conditions de paiement', 'several payment terms'),
  'BR-FR-CPRO-26': onlyOne('plusieurs contacts du vendeur', 'several contacts of the seller'),
  'BR-FR-CPRO-27': onlyOne("plusieurs contacts de l'acheteur", 'several contacts of the buyer'),
  'BR-FR-CPRO-28': onlyOne("plusieurs contacts de l'intermédiaire", 'several contacts of the intermediary'),
  'BR-FR-CPRO-29': textTooLong("Le motif d'exonération", 'The exemption reason'),
  'BR-FR-CPRO-30': textTooLong('La référence de la pièce', 'The document reference'),
  'BR-FR-CPRO-31': textTooLong("La description de l'article", 'The item description'),
  'BR-FR-CPRO-32': textTooLong("L'adresse du vendeur", "The seller's address"),
  'BR-FR-CPRO-33': textTooLong('La ville du vendeur', "The seller's town"),
  'BR-FR-CPRO-34': textTooLong("Le nom d'usage de l'acheteur", "The buyer's trading name"),
  'BR-FR-CPRO-35': textTooLong('Le texte des conditions de paiement', 'The text of the payment terms'),
  'BR-FR-CPRO-36': textTooLong('Le nom commercial du vendeur', "The seller's trading name"),
  'BR-FR-CPRO-37': textTooLong('Le nom du bénéficiaire', 'The name of the payee'),
  'BR-FR-CPRO-38': textTooLong("L'identifiant du lieu de livraison", 'The deliver-to identifier'),
  'BR-FR-CPRO-39': textTooLong('Le compte à créditer', 'The account to credit'),
  'BR-FR-CPRO-40': textTooLong(
    "L'identifiant du lieu de livraison de la ligne",
    'The deliver-to identifier of the line',
  ),
  'BR-FR-CPRO-41': textTooLong('Le nom du fichier joint', 'The name of the attached file'),
  'BR-FR-CPRO-42': textTooLong('Le texte de la note', 'The text of the note'),
  'BR-FR-CPRO-43': textTooLong('Le nom du vendeur', 'The name of the seller'),
  'BR-FR-CPRO-44': textTooLong("Le nom de l'acheteur", 'The name of the buyer'),
};

function tooLong(fr: string, en: string): RuleText {
  return says(
    wording(
      `${fr} compte {length} caractères ; Chorus Pro en admet {maximum}.`,
      'Un numéro plus long ne peut pas être celui du bon de commande.',
      'Recopiez-le depuis le bon de commande, puis déposez la facture à nouveau.',
    ),
    wording(
      `${en} has {length} characters; Chorus Pro accepts {maximum}.`,
      'A longer number cannot be the one on the purchase order.',
      'Copy it from the purchase order, then deposit the invoice again.',
    ),
  );
}

function textTooLong(fr: string, en: string): RuleText {
  return says(
    wording(
      `${fr} compte {length:number} caractères ; Chorus Pro en admet {maximum:number}.`,
      'Le surplus serait perdu en chemin.',
      'Raccourcissez-le, ou mettez le détail dans une pièce jointe.',
    ),
    wording(
      `${en} has {length:number} characters; Chorus Pro accepts {maximum:number}.`,
      'The rest would be lost on the way.',
      'Shorten it, or put the detail in an attachment.',
    ),
  );
}

function structure(fr: string, en: string): RuleText {
  return says(
    wording(
      `L'identifiant « {found} » n'a pas la forme attendue.`,
      `Chorus Pro attend ici ${fr}.`,
      'Recopiez votre identifiant tel que Chorus Pro vous connaît, puis déposez la facture à nouveau.',
    ),
    wording(
      'The identifier "{found}" does not have the form expected.',
      `Chorus Pro expects ${en} here.`,
      'Copy your identifier as Chorus Pro knows you, then deposit the invoice again.',
    ),
  );
}

function onlyOne(fr: string, en: string): RuleText {
  return says(
    wording(
      `La facture donne ${fr} ; Chorus Pro en garde un.`,
      'Les autres seraient perdus en chemin.',
      'Gardez le premier, et mettez le reste dans une note.',
    ),
    wording(
      `The invoice gives ${en}; Chorus Pro keeps one.`,
      'The others would be lost on the way.',
      'Keep the first, and put the rest in a note.',
    ),
  );
}
