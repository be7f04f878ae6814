import { type RuleText, wording } from './wording.js';

const says = (fr: RuleText['fr'], en: RuleText['en']): RuleText => ({ fr, en });

/** The sentences of our own rules about identity, what the recipient requires and what a deposit asks. */
export const publicSectorTexts: Readonly<Record<string, RuleText>> = {
  'PV-SIRET-MALFORMED': says(
    wording(
      "« {found} » n'est pas un SIRET.",
      "Un SIRET compte 14 chiffres, et le dernier se vérifie par un calcul : celui-ci n'y répond pas.",
      "Recopiez le SIRET depuis l'annuaire ou l'avis de situation INSEE, puis déposez la facture à nouveau.",
    ),
    wording(
      '"{found}" is not a SIRET.',
      'A SIRET has 14 digits, and the last one is checked by a calculation that this one fails.',
      'Copy the SIRET from the directory or the official register, then deposit the invoice again.',
    ),
  ),
  'PV-SELLER-MISMATCH': says(
    wording(
      "Le vendeur de la facture[ ({found:siret})] n'est pas [{supplier}, ]la structure au nom de laquelle vous déposez.",
      "Personne ne peut envoyer de factures au nom d'une autre entreprise.",
      "[Vérifiez le SIRET du vendeur : {expected:siret} est attendu. ]Si la facture est bien celle d'une autre de vos structures, déposez-la depuis celle-ci.",
    ),
    wording(
      'The seller of the invoice[ ({found:siret})] is not [{supplier}, ]the structure you deposit for.',
      'Nobody can send invoices in the name of another firm.',
      '[Check the SIRET of the seller: {expected:siret} is expected. ]If the invoice belongs to another of your structures, deposit it from there.',
    ),
  ),
  'PV-SELLER-MOVED': says(
    wording(
      "L'identifiant du vendeur ({found:siret}) n'est plus celui de {supplier}, qui est désormais {now:siret}.",
      'Le changement a été déclaré sur la plateforme[ ; les factures qui portent encore l’ancien identifiant sont acceptées jusqu’au {until:date}].',
      'Remplacez l’identifiant du vendeur par {now:siret} dans vos prochaines factures.',
    ),
    wording(
      'The identifier of the seller ({found:siret}) is no longer that of {supplier}, which is now {now:siret}.',
      'The change was declared on the platform[; invoices that still bear the old identifier are taken in until {until:date}].',
      'Replace the identifier of the seller by {now:siret} in your next invoices.',
    ),
  ),
  'PV-NUMBER-ALREADY-USED': says(
    wording(
      'Vous avez déjà déposé une facture portant le numéro[ « {found} »][ en {year}].',
      "Chaque facture d'une année porte un numéro à elle : deux fois le même, et l'une serait payée deux fois ou jamais.",
      "Si c'est la même facture, il n'y a rien à faire : suivez la première. Si c'en est une autre, donnez-lui un autre numéro, puis déposez-la à nouveau.",
    ),
    wording(
      'You have deposited an invoice with the number[ "{found}"][ in {year}] already.',
      'Each invoice of a year bears a number of its own: with the same one twice, one would be paid twice or never.',
      'If this is the same invoice, there is nothing to do: follow the first one. If it is another, give it another number, then deposit it again.',
    ),
  ),
  'PV-RECIPIENT-UNKNOWN': says(
    wording(
      "Le SIRET {found:siret}[ ({recipient})] n'est pas dans l'annuaire.",
      "Seules les entités publiques de l'annuaire reçoivent des factures ici.",
      "Cherchez le destinataire dans l'annuaire par son nom ou sa ville, puis corrigez le SIRET.",
    ),
    wording(
      'The SIRET {found:siret}[ ({recipient})] is not in the directory.',
      'Only the public entities of the directory receive invoices here.',
      'Look the recipient up in the directory by name or town, then correct the SIRET.',
    ),
  ),
  'PV-RECIPIENT-INACTIVE': says(
    wording(
      '{recipient} ne reçoit plus de factures sous le SIRET {found:siret}.',
      "L'entité est fermée, ou remplacée par une autre.",
      "Cherchez dans l'annuaire l'entité qui lui succède, puis corrigez le SIRET.",
    ),
    wording(
      '{recipient} no longer receives invoices under the SIRET {found:siret}.',
      'The entity is closed, or another has taken its place.',
      'Look up the entity that follows it in the directory, then correct the SIRET.',
    ),
  ),
  'PV-RECIPIENT-MOVED': says(
    wording(
      '{recipient} a changé de SIRET : {found:siret} est devenu {now:siret}.',
      "L'entité est la même, ses services aussi[ ; les factures adressées à l’ancien SIRET lui parviennent jusqu’au {until:date}].",
      'Adressez vos factures au SIRET {now:siret}.',
    ),
    wording(
      '{recipient} has another SIRET: {found:siret} has become {now:siret}.',
      'The entity is the same, and so are its services[; invoices to the old SIRET reach it until {until:date}].',
      'Address your invoices to the SIRET {now:siret}.',
    ),
  ),
  'PV-RECIPIENT-WORKS-ONLY': says(
    wording(
      '{recipient} ne reçoit ici que des factures de travaux.',
      "Cette entité est seulement maître d'ouvrage : une facture ordinaire n'y est traitée par personne.",
      "Cherchez dans l'annuaire l'entité qui vous a passé commande. S'il s'agit bien de travaux, indiquez le cadre de facturation correspondant.",
    ),
    wording(
      '{recipient} takes works documents alone here.',
      'This entity is a works authority and nothing else: nobody there processes ordinary invoices.',
      'Look up the entity that ordered from you in the directory. If this is about works, give the framework that goes with it.',
    ),
  ),
  'PV-SERVICE-CODE-REQUIRED': says(
    wording(
      "Il manque le code service. {recipient} l'exige.",
      "C'est lui qui dirige la facture vers le service qui a commandé.",
      'Choisissez un service ci-dessous ; le bon de commande vous dit lequel.',
    ),
    wording(
      'The service code is missing. {recipient} requires it.',
      'It takes the invoice to the service that ordered.',
      'Choose a service below; the purchase order tells which.',
    ),
  ),
  'PV-SERVICE-CODE-UNKNOWN': says(
    wording(
      "Le code service « {found} » n'existe pas chez {recipient}.",
      "Avec un code inconnu, la facture n'arriverait à personne.",
      'Choisissez un service ci-dessous ; le bon de commande vous dit lequel.',
    ),
    wording(
      'The service code "{found}" does not exist at {recipient}.',
      'With an unknown code the invoice would reach nobody.',
      'Choose a service below; the purchase order tells which.',
    ),
  ),
  'PV-SERVICE-CODE-INACTIVE': says(
    wording(
      'Le service « {service} » ({found}) de {recipient} est fermé[ : sa validité a pris fin le {until:date}][ : il ouvre le {from:date}].',
      'Un service fermé ne traite pas de factures.',
      'Choisissez un service actif ci-dessous, ou demandez à votre interlocuteur lequel le remplace.',
    ),
    wording(
      'The service "{service}" ({found}) of {recipient} is closed[: its validity ended on {until:date}][: it opens on {from:date}].',
      'A closed service processes no invoices.',
      'Choose an active service below, or ask your contact which one has taken over.',
    ),
  ),
  'PV-ENGAGEMENT-NUMBER-REQUIRED': says(
    wording(
      "Il manque le numéro d'engagement. {recipient} l'exige[ pour le service {service}].",
      'Il relie la facture à la commande et permet de la payer.',
      'Vous le trouverez sur le bon de commande.',
    ),
    wording(
      'The engagement number is missing. {recipient} requires it[ for the service {service}].',
      'It ties the invoice to the order and lets it be paid.',
      'You will find it on the purchase order.',
    ),
  ),
  'PV-SERVICE-OR-ENGAGEMENT-REQUIRED': says(
    wording(
      "Il manque le numéro d'engagement ou le code service. {recipient} exige l'un des deux.",
      "L'un ou l'autre dirige la facture vers ceux qui ont commandé.",
      "Recopiez le numéro d'engagement du bon de commande, ou choisissez un service ci-dessous.",
    ),
    wording(
      'The engagement number or the service code is missing. {recipient} requires one of the two.',
      'Either takes the invoice to those who ordered.',
      'Copy the engagement number from the purchase order, or choose a service below.',
    ),
  ),
};
