import { type Figures, inCases, type RuleText, wording } from './wording.js';

const says = (fr: RuleText['fr'], en: RuleText['en']): RuleText => ({ fr, en });

const noFigures: Figures = {};

const damagedXmlInPdf = says(
  wording(
    'Le XML contenu dans le PDF est abîmé[ à la ligne {line}, colonne {column}][ : {problem:problem}].',
    'Un fichier abîmé ne peut pas être lu, même en partie[ (ici : {detail})].',
    "Exportez la facture à nouveau ; si cela continue, montrez ce message à l'éditeur de votre logiciel.",
  ),
  wording(
    'The XML inside the PDF is damaged[ at line {line}, column {column}][: {problem:problem}].',
    'A damaged file cannot be read, not even in part[ (here: {detail})].',
    'Export the invoice again; if this goes on, show this message to your software vendor.',
  ),
);

const inEnvelope = says(
  wording(
    "Ce fichier est {found:format} : la facture n'est pas seule.",
    "L'enveloppe sert au transport entre logiciels ; une facture se dépose sans elle.",
    "Retirez l'enveloppe et déposez la facture qu'elle contient.",
  ),
  wording(
    'This file is {found:format}: the invoice is not alone.',
    'The envelope serves the transport between programs; an invoice is deposited without it.',
    'Remove the envelope and deposit the invoice inside.',
  ),
);

const inArchive = says(
  wording(
    'Ce fichier est {found:format}, pas une facture.',
    'Une facture se dépose telle quelle, en UBL 2.1, CII (D16B ou D22B) ou Factur-X (PDF).',
    "Décompressez l'archive et déposez la facture qu'elle contient ; un document de bureautique n'en contient pas.",
  ),
  wording(
    'This file is {found:format}, not an invoice.',
    'An invoice is deposited as it is, in UBL 2.1, CII (D16B or D22B) or Factur-X (PDF).',
    'Unpack the archive and deposit the invoice inside; an office document holds none.',
  ),
);

/** The sentences of what stops a file from being read at all, or in part. */
export const readerTexts = {
  'PV-READ-NOT-OPENED': says(
    wording(
      "Ce fichier n'a pas pu être ouvert[ : {cause:problem}].",
      'Sans lui, rien ne peut être vérifié.',
      'Vérifiez son nom, son emplacement et vos droits, puis recommencez.',
    ),
    wording(
      'This file could not be opened[: {cause:problem}].',
      'Without it nothing can be checked.',
      'Check its name, its place and your rights, then try again.',
    ),
  ),
  'PV-READ-FAILED': says(
    wording(
      "La lecture de ce fichier s'est arrêtée sur un défaut de Parvis[ ({detail})].",
      "Le fichier n'est peut-être pas en cause.",
      'Recommencez ; si cela continue, signalez-le à qui exploite Parvis, avec le fichier.',
    ),
    wording(
      'Reading this file stopped on a defect of Parvis[ ({detail})].',
      'The file may not be to blame.',
      'Try again; if this goes on, tell whoever runs Parvis, with the file.',
    ),
  ),
  'PV-READ-EMPTY': says(
    wording(
      'Ce fichier est vide.',
      "Il n'y a rien à lire : l'envoi a pu être coupé.",
      'Exportez la facture à nouveau depuis votre logiciel, puis déposez-la.',
    ),
    wording(
      'This file is empty.',
      'There is nothing to read: it may have been cut off on the way.',
      'Export the invoice again from your software, then deposit it.',
    ),
  ),
  'PV-READ-TOO-LARGE': says(
    wording(
      'Le fichier est trop gros[ : {found:number} octets, pour {maximumBytes:number} admis].',
      'La limite protège le traitement des autres factures.',
      'Allégez les pièces jointes, ou envoyez-les à côté de la facture.',
    ),
    wording(
      'The file is too large[: {found:number} bytes, where {maximumBytes:number} are accepted].',
      'The limit protects the processing of other invoices.',
      'Make the attachments lighter, or send them beside the invoice.',
    ),
  ),
  'PV-READ-TOO-COMPLEX': says(
    wording(
      'Le fichier est construit de façon anormale[ (ligne {line})].',
      "Il contient trop d'éléments, trop de niveaux ou des noms trop longs pour une facture.",
      "Exportez la facture à nouveau ; si cela continue, montrez ce message à l'éditeur de votre logiciel.",
    ),
    wording(
      'The file is built in an unusual way[ (line {line})].',
      'It holds too many elements or levels, or names too long, for an invoice.',
      'Export the invoice again; if this goes on, show this message to your software vendor.',
    ),
  ),
  'PV-READ-UNKNOWN-FORMAT': inCases(
    'found',
    { SBDH: inEnvelope, zip: inArchive, gzip: inArchive },
    says(
      wording(
        "Ce fichier[ ({found:format})] n'est pas d'un format de facture accepté : UBL 2.1, CII (D16B ou D22B) ou Factur-X (PDF).",
        'Seuls ces formats portent les données que le destinataire attend.',
        "Choisissez l'un de ces formats dans votre logiciel de facturation, puis déposez le nouveau fichier.",
      ),
      wording(
        'This file[ ({found:format})] is not of an accepted invoice format: UBL 2.1, CII (D16B or D22B) or Factur-X (PDF).',
        'Only these formats carry the data that the recipient expects.',
        'Choose one of these formats in your invoicing software, then deposit the new file.',
      ),
    ),
  ),
  'PV-READ-NOT-AN-INVOICE': says(
    wording(
      "Ce document n'est pas une facture[ : {found}].",
      'Commandes, accusés et catalogues suivent un autre chemin.',
      'Vérifiez que vous avez choisi le bon fichier.',
    ),
    wording(
      'This document is not an invoice[: {found}].',
      'Orders, acknowledgements and catalogues go another way.',
      'Check that you chose the right file.',
    ),
  ),
  'PV-READ-UNSUPPORTED-VERSION': says(
    wording(
      "Cette version du format n'est plus lue[ : {found}].",
      'Elle ne suit pas la norme européenne en vigueur.',
      'Mettez à jour votre logiciel ou choisissez Factur-X 1.0, CII D16B ou UBL 2.1.',
    ),
    wording(
      'This version of the format is no longer read[: {found}].',
      'It does not follow the European standard in force.',
      'Update your software or choose Factur-X 1.0, CII D16B or UBL 2.1.',
    ),
  ),
  'PV-READ-PROFILE-TOO-POOR': says(
    wording(
      'Le profil de cette facture[ ({found})] ne contient pas assez de données.',
      "Sans lignes ni détail de TVA, ce n'est pas une facture au sens de la norme : le destinataire ne pourrait pas la traiter.",
      'Choisissez le profil BASIC ou EN 16931 dans votre logiciel, puis déposez la facture à nouveau.',
    ),
    wording(
      'The profile of this invoice[ ({found})] does not hold enough data.',
      'Without lines and VAT detail it is no invoice under the standard: the recipient could not process it.',
      'Choose the profile BASIC or EN 16931 in your software, then deposit the invoice again.',
    ),
  ),
  'PV-READ-ENCODING': says(
    wording(
      "L'encodage des caractères du fichier ne convient pas[ (annoncé : {declared})][ : ligne {line}].",
      'Les accents et les signes seraient lus de travers.',
      'Enregistrez le fichier en UTF-8, puis déposez-le à nouveau.',
    ),
    wording(
      'The character encoding of the file does not fit[ (declared: {declared})][: line {line}].',
      'Accents and signs would be read wrongly.',
      'Save the file as UTF-8, then deposit it again.',
    ),
  ),
  'PV-READ-NOT-WELL-FORMED': inCases(
    'inside',
    { pdf: damagedXmlInPdf },
    says(
      wording(
        'Le fichier XML est abîmé[ à la ligne {line}, colonne {column}][ : {problem:problem}].',
        'Un fichier abîmé ne peut pas être lu, même en partie[ (ici : {detail})].',
        "Exportez la facture à nouveau ; si cela continue, montrez ce message à l'éditeur de votre logiciel.",
      ),
      wording(
        'The XML file is damaged[ at line {line}, column {column}][: {problem:problem}].',
        'A damaged file cannot be read, not even in part[ (here: {detail})].',
        'Export the invoice again; if this goes on, show this message to your software vendor.',
      ),
    ),
  ),
  'PV-READ-DOCTYPE': says(
    wording(
      'Le fichier XML contient une déclaration DOCTYPE[ (ligne {line})].',
      "Une facture n'en a pas besoin, et elle peut servir à attaquer un système.",
      "Retirez cette déclaration, ou demandez à l'éditeur de votre logiciel de le faire.",
    ),
    wording(
      'The XML file holds a DOCTYPE declaration[ (line {line})].',
      'An invoice needs none, and it can serve to attack a system.',
      'Remove the declaration, or ask your software vendor to.',
    ),
  ),
  'PV-READ-NUMBER': says(
    wording(
      "« {found} » n'est pas un nombre.",
      'Un nombre écrit autrement pourrait être lu de travers.',
      'Écrivez-le sous la forme 858.00, avec un point et sans espace ni symbole, puis déposez la facture à nouveau.',
    ),
    wording(
      '"{found}" is not a number.',
      'A number written otherwise could be read wrongly.',
      'Write it in the form 858.00, with a point and without spaces or symbols, then deposit the invoice again.',
    ),
  ),
  'PV-READ-DATE': says(
    wording(
      "« {found} » n'est pas une date.",
      "Les dates s'écrivent dans l'ordre année, mois, jour, et doivent exister au calendrier.",
      'Écrivez-la sous la forme 2026-03-02 en UBL, 20260302 en CII et Factur-X, puis déposez la facture à nouveau.',
    ),
    wording(
      '"{found}" is not a date.',
      'Dates are written in the order year, month, day, and must exist in the calendar.',
      'Write it in the form 2026-03-02 in UBL, 20260302 in CII and Factur-X, then deposit the invoice again.',
    ),
  ),
  'PV-READ-INDICATOR': says(
    wording(
      "Rien ne dit s'il s'agit d'une remise ou de frais.",
      "L'indicateur vaut « false » pour une remise et « true » pour des frais.",
      "Corrigez l'indicateur, ou montrez ce message à l'éditeur de votre logiciel.",
    ),
    wording(
      'Nothing tells whether this is an allowance or a charge.',
      'The indicator is "false" for an allowance and "true" for a charge.',
      'Correct the indicator, or show this message to your software vendor.',
    ),
  ),
  'PV-READ-REPEATED': {
    ...says(
      wording(
        'Cette information est donnée plusieurs fois[ : « {kept} », puis « {found} »][ (« {found} »){alone}].',
        "Elle ne doit figurer qu'une fois : on ne saurait laquelle croire.",
        'Gardez la bonne valeur et retirez les autres, puis déposez la facture à nouveau.',
      ),
      wording(
        'This is given several times[: "{kept}", then "{found}"][ ("{found}"){alone}].',
        'It may stand only once: nobody could tell which to believe.',
        'Keep the right value and remove the others, then deposit the invoice again.',
      ),
    ),
    derived: ({ kept }) => (kept === undefined ? { alone: '' } : noFigures),
  },
  'PV-READ-NO-PLACE': says(
    wording(
      "Cette information n'a pas été reprise[ (« {found} »)].",
      "Elle est écrite là où la norme ne lui donne pas de sens : rien n'est calculé avec elle.",
      'Si elle compte, écrivez-la à sa place dans la facture, ou dans une note.',
    ),
    wording(
      'This was not taken over[ ("{found}")].',
      'It stands where the standard gives it no meaning: nothing is computed with it.',
      'If it matters, write it in its place in the invoice, or in a note.',
    ),
  ),
  'PV-READ-PDF-WITHOUT-XML': says(
    wording(
      'Ce PDF ne contient pas de données de facture.',
      "Un PDF simple se lit à l'œil ; la plateforme a besoin du fichier de données que contient un PDF Factur-X.",
      'Exportez la facture au format Factur-X depuis votre logiciel, puis déposez-la.',
    ),
    wording(
      'This PDF holds no invoice data.',
      'A plain PDF is for the eye; the platform needs the data file that a Factur-X PDF contains.',
      'Export the invoice as Factur-X from your software, then deposit it.',
    ),
  ),
  'PV-READ-PDF-TWO-INVOICES': says(
    wording(
      'Ce PDF contient plusieurs fichiers de facture.',
      'On ne saurait lequel fait foi.',
      'Gardez un seul fichier de données par PDF, puis déposez la facture à nouveau.',
    ),
    wording(
      'This PDF holds several invoice files.',
      'Nobody could tell which one counts.',
      'Keep one data file in each PDF, then deposit the invoice again.',
    ),
  ),
  'PV-READ-PDF-BROKEN': says(
    wording(
      'Ce PDF est abîmé et ne peut pas être ouvert.',
      "Le fichier a pu être coupé pendant l'envoi ou l'enregistrement.",
      "Exportez la facture à nouveau, vérifiez qu'elle s'ouvre, puis déposez-la.",
    ),
    wording(
      'This PDF is damaged and cannot be opened.',
      'The file may have been cut off while it was sent or saved.',
      'Export the invoice again, check that it opens, then deposit it.',
    ),
  ),
  'PV-READ-PDF-ENCRYPTED': says(
    wording(
      'Ce PDF est protégé par un mot de passe.',
      'Ni la plateforme ni le destinataire ne pourraient le lire.',
      'Enregistrez-le sans protection, puis déposez-le à nouveau.',
    ),
    wording(
      'This PDF is protected by a password.',
      'Neither the platform nor the recipient could read it.',
      'Save it without protection, then deposit it again.',
    ),
  ),
  'PV-READ-PDF-CONFORMANCE': says(
    wording(
      "La facture est lue, mais le PDF s'écarte de la norme Factur-X[ : {cause:problem}].",
      "D'autres logiciels pourraient ne pas trouver le fichier de données.",
      "Rien à faire pour cette facture ; signalez-le à l'éditeur de votre logiciel.",
    ),
    wording(
      'The invoice can be read, but the PDF departs from the Factur-X standard[: {cause:problem}].',
      'Other software might not find the data file.',
      'Nothing to do for this invoice; tell your software vendor.',
    ),
  ),
  'PV-READ-PDF-PROFILE': says(
    wording(
      'Le PDF annonce le profil « {found} », et ses données le profil « {expected} ».',
      "Les données font foi ; d'autres logiciels se fient à l'annonce.",
      "Rien à faire pour cette facture ; signalez-le à l'éditeur de votre logiciel.",
    ),
    wording(
      'The PDF announces the profile "{found}", its data the profile "{expected}".',
      'The data count; other software relies on the announcement.',
      'Nothing to do for this invoice; tell your software vendor.',
    ),
  ),
  'PV-READ-PDF-CONTRADICTS': says(
    wording(
      'Les pages du PDF ne montrent pas ce que disent ses données : {found}.',
      'Ce que le destinataire lit et ce qui sera payé seraient deux factures différentes.',
      'Comparez le numéro et le montant des pages avec les données, puis exportez la facture à nouveau.',
    ),
    wording(
      'The pages of the PDF do not show what its data say: {found}.',
      'What the recipient reads and what would be paid are two different invoices.',
      'Compare the number and the amount on the pages with the data, then export the invoice again.',
    ),
  ),
  'PV-READ-PDF-ACTIVE-CONTENT': says(
    wording(
      'Ce PDF contient un programme ou une action automatique[ ({found})].',
      "Une facture n'en a pas besoin ; le destinataire en est averti.",
      'Exportez la facture sans script ni programme joint.',
    ),
    wording(
      'This PDF holds a program or an automatic action[ ({found})].',
      'An invoice needs none; the recipient is warned.',
      'Export the invoice without scripts or attached programs.',
    ),
  ),
} as const satisfies Readonly<Record<string, RuleText>>;

/** The faults a reader may report: a reader that types its ids with this cannot report one without a text. */
export type ReaderRuleId = keyof typeof readerTexts;
