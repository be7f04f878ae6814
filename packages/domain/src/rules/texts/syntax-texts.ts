import type { Language } from '../../display/language.js';
import type { SyntaxRule } from '../en16931/syntax/syntax-rule.js';
import { syntaxRules } from '../en16931/syntax/syntax-rules.js';
import { businessTermName } from './business-terms.js';
import { type RuleText, wording } from './wording.js';

type Sentence = Readonly<Record<Language, string>>;

const says = (fr: string, en: string): Sentence => ({ fr, en });

const text = (message: Sentence, why: Sentence, nextStep: Sentence): RuleText => ({
  fr: wording(message.fr, why.fr, nextStep.fr),
  en: wording(message.en, why.en, nextStep.en),
});

/** « Numéro de marché » */
const quoted = (term: string, language: Language): string => {
  const name = businessTermName(term, language) ?? term;
  return language === 'fr' ? `«\u00a0${name}\u00a0»` : `"${name}"`;
};

const about = (rule: SyntaxRule, fr: (name: string) => string, en: (name: string) => string): Sentence => {
  const [term = ''] = rule.terms;
  return says(fr(quoted(term, 'fr')), en(quoted(term, 'en')));
};

const correct = says(
  'Corrigez cette donnée dans votre logiciel de facturation, puis déposez la facture à nouveau.',
  'Correct it in your invoicing software, then deposit the invoice again.',
);
const askVendor = says(
  "Montrez ce message à l'éditeur de votre logiciel de facturation : c'est le logiciel qui écrit ainsi.",
  'Show this message to your invoicing software vendor: the software writes it so.',
);
const nothingUrgent = says(
  "La facture peut être déposée ainsi. Signalez-le à l'éditeur de votre logiciel de facturation.",
  'The invoice can be deposited as it is. Tell your invoicing software vendor.',
);

const mend = ({ severity }: SyntaxRule, fatal: Sentence): Sentence =>
  severity === 'fatal' ? fatal : nothingUrgent;

/** An element or attribute that stands for nothing in the norm. */
const outOfPlace = (rule: SyntaxRule, path: string): RuleText => {
  const isAttribute = path.includes('@');
  return text(
    isAttribute
      ? says(
          "L'attribut[ {element} de {parent}] n'a pas sa place dans une facture européenne.",
          'The attribute[ {element} of {parent}] has no place in a European invoice.',
        )
      : says(
          "L'élément[ {element}, dans {parent},] n'a pas sa place dans une facture européenne.",
          'The element[ {element}, in {parent},] has no place in a European invoice.',
        ),
    says(
      "La norme EN 16931 n'a pas de donnée à cet endroit : le destinataire ne la lira sans doute pas.",
      'The standard EN 16931 has no data there: the recipient will most likely not read it.',
    ),
    rule.severity === 'fatal'
      ? says(
          "Demandez à l'éditeur de votre logiciel de facturation de ne plus l'écrire, puis déposez la facture à nouveau.",
          'Ask your invoicing software vendor not to write it any more, then deposit the invoice again.',
        )
      : says(
          "La facture peut être déposée ainsi. Si l'information compte pour le destinataire, mettez-la aussi dans une note.",
          'The invoice can be deposited as it is. If the recipient needs this information, put it in a note as well.',
        ),
  );
};

/** Something stands there more than once, or more often than the rule allows. */
const tooMany = (rule: SyntaxRule): RuleText =>
  text(
    about(
      rule,
      (name) => `${name} figure plusieurs fois[ ({count})] : une seule est permise.`,
      (name) => `${name} is given more than once[ ({count} times)]: only one is allowed.`,
    ),
    says(
      'Le destinataire ne saurait pas quelle valeur retenir.',
      'The recipient would not know which value to take.',
    ),
    mend(
      rule,
      says(
        'Gardez la bonne valeur, retirez les autres dans votre logiciel de facturation, puis déposez la facture à nouveau.',
        'Keep the right value, remove the others in your invoicing software, then deposit the invoice again.',
      ),
    ),
  );

const exactlyOnce = (rule: SyntaxRule): RuleText =>
  text(
    about(
      rule,
      (name) => `${name} doit figurer exactement une fois[, et non {count}].`,
      (name) => `${name} must be given exactly once[, not {count} times].`,
    ),
    says(
      'Sans cette information, ou avec deux, le destinataire ne peut pas traiter la facture.',
      'Without it, or with two of them, the recipient cannot process the invoice.',
    ),
    mend(rule, correct),
  );

/** Values that several payment instructions must share. */
const notTheSame = (rule: SyntaxRule): RuleText =>
  text(
    about(
      rule,
      (name) => `${name} diffère d'un paiement à l'autre.`,
      (name) => `${name} differs from one payment to another.`,
    ),
    says(
      "Une facture se paie d'une seule façon, sous une seule référence ; seuls les comptes peuvent être plusieurs.",
      'An invoice is paid in one way, under one reference; only the accounts may be several.',
    ),
    mend(rule, correct),
  );

const payee = (rule: SyntaxRule): RuleText =>
  text(
    about(
      rule,
      (name) => `${name} figure plusieurs fois, ou le bénéficiaire du paiement est le vendeur lui-même.`,
      (name) => `${name} is given more than once, or the payee is the seller itself.`,
    ),
    says(
      "Le bénéficiaire ne se déclare que s'il n'est pas le vendeur : un affactureur, par exemple.",
      'A payee is declared only when it is not the seller: a factor, for example.',
    ),
    says(
      'Retirez le bénéficiaire si vous êtes payé vous-même ; sinon, indiquez son nom et un seul identifiant.',
      'Remove the payee if you are paid yourself; otherwise give its name and one identifier.',
    ),
  );

const twoIdentifiers = (rule: SyntaxRule): RuleText =>
  text(
    about(
      rule,
      (name) => `${name} est donné deux fois, avec une liste d'origine et sans.`,
      (name) => `${name} is given twice, with a scheme and without one.`,
    ),
    says(
      'La norme prévoit un seul identifiant à cet endroit.',
      'The standard has room for one identifier there.',
    ),
    mend(rule, correct),
  );

const twoContactPoints = (rule: SyntaxRule): RuleText =>
  text(
    about(
      rule,
      (name) => `${name} est donné deux fois : une personne et un service.`,
      (name) => `${name} is given twice: a person and a department.`,
    ),
    says('La norme prévoit un seul nom de contact.', 'The standard has room for one contact name.'),
    mend(rule, correct),
  );

const onlyIn =
  (fr: string, en: string) =>
  (rule: SyntaxRule): RuleText =>
    text(
      says(
        `L'élément[ {element}, dans {parent},] n'est permis que ${fr}.`,
        `The element[ {element}, in {parent},] is allowed only ${en}.`,
      ),
      says(
        'Ailleurs, la norme EN 16931 ne lui donne pas de sens.',
        'Elsewhere the standard EN 16931 gives it no meaning.',
      ),
      mend(rule, askVendor),
    );

const supporting = (rule: SyntaxRule): RuleText =>
  text(
    about(
      rule,
      (name) => `${name} n'est permis que sur une pièce justificative (type 916).`,
      (name) => `${name} is allowed only on a supporting document (type 916).`,
    ),
    says(
      'Les autres références ne donnent que le numéro du document.',
      'Other references give the number of the document only.',
    ),
    mend(rule, askVendor),
  );

const vatElsewhere = onlyIn("dans le détail de la TVA de l'en-tête", 'in the VAT breakdown of the header');
const exemptionElsewhere = onlyIn('dans un détail de TVA', 'in a VAT breakdown');

const special: Readonly<Record<string, (rule: SyntaxRule) => RuleText>> = {
  'UBL-SR-07': (rule) =>
    text(
      says(
        'Une facture antérieure est annoncée sans son numéro.',
        'A preceding invoice is announced without its number.',
      ),
      says(
        'Sans numéro, le destinataire ne retrouve pas la facture dont il est question.',
        'Without a number the recipient cannot find the invoice in question.',
      ),
      mend(
        rule,
        says(
          'Ajoutez le numéro de la facture antérieure, ou retirez la référence, puis déposez la facture à nouveau.',
          'Add the number of the preceding invoice, or remove the reference, then deposit the invoice again.',
        ),
      ),
    ),
  'UBL-SR-19': payee,
  'UBL-SR-20': payee,
  'UBL-SR-21': payee,
  'UBL-SR-42': (rule) =>
    text(
      says(
        'Le vendeur a plus de deux identifiants fiscaux[ ({count})].',
        'The seller has more than two tax identifiers[ ({count})].',
      ),
      says(
        'La norme prévoit le numéro de TVA et un autre identifiant fiscal, pas davantage.',
        'The standard has room for the VAT number and one other tax identifier, no more.',
      ),
      mend(rule, correct),
    ),
  'UBL-SR-43': (rule) =>
    text(
      says(
        "Une pièce jointe à la facture porte un code de type ou une liste d'origine, réservés à l'objet facturé (type 130).",
        'A supporting document carries a type code or a scheme, which belong to the invoiced object (type 130).',
      ),
      says(
        "Le destinataire prendrait la pièce jointe pour l'identifiant de l'objet facturé, ou l'inverse.",
        'The recipient would take the supporting document for the invoiced object, or the other way round.',
      ),
      mend(rule, askVendor),
    ),
  'UBL-SR-44': notTheSame,
  'UBL-SR-47': notTheSame,
  'CII-SR-467': notTheSame,
  'CII-SR-468': notTheSame,
  'CII-SR-462': (rule) =>
    text(
      about(
        rule,
        (name) => `${name} diffère d'un taux de TVA à l'autre.`,
        (name) => `${name} differs from one VAT rate to another.`,
      ),
      says('Il vaut pour toute la facture.', 'It holds for the whole invoice.'),
      mend(rule, correct),
    ),
  'UBL-SR-53': (rule) =>
    text(
      says(
        'Un identifiant fiscal est incomplet : il manque sa valeur ou son régime (TVA, par exemple).',
        'A tax identifier is incomplete: its value or its scheme (VAT, for example) is missing.',
      ),
      says(
        "Le destinataire ne saurait pas de quel identifiant il s'agit.",
        'The recipient would not know which identifier it is.',
      ),
      mend(rule, correct),
    ),
  'UBL-SR-51': (rule) =>
    text(
      says(
        'Une adresse a plus de trois lignes[ ({count} lignes complémentaires)].',
        'An address has more than three lines[ ({count} further lines)].',
      ),
      says(
        'La norme prévoit trois lignes, la ville et le code postal à part.',
        'The standard has room for three lines, city and post code apart.',
      ),
      mend(rule, correct),
    ),
  'UBL-CR-002': (rule) =>
    text(
      says(
        "La version d'UBL annoncée[ ({found})] n'est pas 2.1.",
        'The UBL version announced[ ({found})] is not 2.1.',
      ),
      says("La norme européenne s'appuie sur UBL 2.1.", 'The European standard is based on UBL 2.1.'),
      mend(rule, askVendor),
    ),
  'UBL-CR-665': (rule) =>
    text(
      says(
        "Le numéro d'une pièce jointe porte une liste d'origine, réservée à l'objet facturé (type 130).",
        'The number of a supporting document carries a scheme, which belongs to the invoiced object (type 130).',
      ),
      says('Le destinataire ne la lira pas.', 'The recipient will not read it.'),
      mend(rule, askVendor),
    ),
  'UBL-CR-666': (rule) =>
    text(
      says(
        "L'identifiant de l'objet facturé (type 130) porte un fichier joint.",
        'The invoiced object identifier (type 130) carries an attachment.',
      ),
      says(
        'Un fichier joint se met dans une pièce justificative, sans code de type.',
        'An attachment goes into a supporting document, which has no type code.',
      ),
      mend(rule, askVendor),
    ),
  'UBL-CR-673': (rule) =>
    text(
      says(
        "L'identifiant de l'objet facturé (type 130) porte une description.",
        'The invoiced object identifier (type 130) carries a description.',
      ),
      says(
        'Une description se met sur une pièce justificative, sans code de type.',
        'A description goes with a supporting document, which has no type code.',
      ),
      mend(rule, askVendor),
    ),
  'UBL-DT-01': (rule) =>
    text(
      says(
        'Le montant {element}[ ({found})] a plus de deux décimales.',
        'The amount {element}[ ({found})] has more than two decimals.',
      ),
      says(
        'Un montant se compte en centimes ; seuls les prix unitaires vont plus loin.',
        'Amounts are counted in cents; only unit prices go further.',
      ),
      mend(
        rule,
        says(
          'Arrondissez ce montant à deux décimales, puis déposez la facture à nouveau.',
          'Round this amount to two decimals, then deposit the invoice again.',
        ),
      ),
    ),
  'UBL-DT-06': (rule) =>
    text(
      says(
        'Un fichier joint ne dit pas de quel type il est.',
        'An attachment does not say of which type it is.',
      ),
      says(
        "Sans type (PDF, image…), le destinataire ne peut pas l'ouvrir.",
        'Without a type (PDF, image…) the recipient cannot open it.',
      ),
      mend(rule, askVendor),
    ),
  'UBL-DT-07': (rule) =>
    text(
      says("Un fichier joint n'a pas de nom.", 'An attachment has no file name.'),
      says(
        "Le destinataire l'enregistre et le retrouve sous ce nom.",
        'The recipient stores it and finds it again under that name.',
      ),
      mend(
        rule,
        says(
          'Donnez un nom au fichier joint, puis déposez la facture à nouveau.',
          'Give the attachment a name, then deposit the invoice again.',
        ),
      ),
    ),
  'UBL-DT-18': (rule) =>
    text(
      says(
        "L'attribut name n'est permis que sur le code du moyen de paiement.",
        'The attribute name is allowed only on the payment means code.',
      ),
      says('Ailleurs, le destinataire ne le lira pas.', 'Elsewhere the recipient will not read it.'),
      mend(rule, askVendor),
    ),
  'CII-SR-046': (rule) =>
    text(
      about(
        rule,
        (name) => `${name} ne dit pas de quelle liste il provient.`,
        (name) => `${name} does not say which list it comes from.`,
      ),
      says(
        "Un identifiant sans sa liste d'origine ne se retrouve pas.",
        'An identifier without its list cannot be looked up.',
      ),
      mend(rule, correct),
    ),
  'CII-SR-090': exactlyOnce,
  'CII-SR-119': (rule) =>
    text(
      says(
        "Le rabais sur un prix est incomplet : il faut son montant et la mention que c'est un rabais.",
        'A price discount is incomplete: it needs its amount and the mark that it is a discount.',
      ),
      says(
        "Le destinataire ne saurait pas s'il faut l'ajouter ou le retrancher.",
        'The recipient would not know whether to add or to subtract it.',
      ),
      mend(rule, correct),
    ),
  'CII-SR-449': twoIdentifiers,
  'CII-SR-450': twoIdentifiers,
  'CII-SR-451': twoIdentifiers,
  'CII-SR-465': twoContactPoints,
  'CII-SR-466': twoContactPoints,
  'CII-SR-463': (rule) =>
    text(
      says(
        "Une remise ou des frais ne disent pas s'ils diminuent ou augmentent le montant.",
        'An allowance or charge does not say whether it lowers or raises the amount.',
      ),
      says('Le destinataire ne peut pas vérifier le total.', 'The recipient cannot check the total.'),
      mend(
        rule,
        says(
          "Indiquez s'il s'agit d'une remise ou de frais, puis déposez la facture à nouveau.",
          'Say whether it is an allowance or a charge, then deposit the invoice again.',
        ),
      ),
    ),
  'CII-SR-470': (rule) =>
    text(
      says(
        'La facture demande un virement sans donner de compte.',
        'The invoice asks for a transfer and gives no account.',
      ),
      says('Sans compte, le comptable ne peut pas payer.', 'Without an account nobody can pay.'),
      mend(
        rule,
        says(
          'Ajoutez votre IBAN aux coordonnées de paiement, puis déposez la facture à nouveau.',
          'Add your IBAN to the payment details, then deposit the invoice again.',
        ),
      ),
    ),
  'CII-SR-475': () =>
    text(
      says(
        'Plusieurs pièces jointes ont une description[ ({count})].',
        'Several supporting documents have a description[ ({count})].',
      ),
      says(
        'Le contrôle européen en compte une seule pour toute la facture, à tort : chaque pièce peut avoir la sienne.',
        'The European check counts one for the whole invoice, wrongly: each document may have its own.',
      ),
      says('Vous pouvez laisser ces descriptions.', 'You can leave these descriptions.'),
    ),
  'CII-SR-476': () =>
    text(
      says(
        'Plusieurs fichiers sont joints à la facture[ ({count})].',
        'Several files are attached to the invoice[ ({count})].',
      ),
      says(
        'Le contrôle européen en compte un seul pour toute la facture, à tort : chaque pièce peut avoir le sien.',
        'The European check counts one for the whole invoice, wrongly: each document may have its own.',
      ),
      says('Vous pouvez laisser ces fichiers.', 'You can leave these files.'),
    ),
  'CII-DT-015': supporting,
  'CII-DT-021': supporting,
  'CII-DT-022': supporting,
  'CII-DT-024': (rule) =>
    text(
      says(
        "Une référence porte une liste d'origine, permise seulement sur l'identifiant de l'objet facturé (type 130).",
        'A reference carries a scheme, which is allowed only on the invoiced object identifier (type 130).',
      ),
      says('Le destinataire ne la lira pas.', 'The recipient will not read it.'),
      mend(rule, askVendor),
    ),
  'CII-DT-018': (rule) =>
    text(
      says(
        "Une référence à un document porte un code de type[ ({found})] qu'elle ne peut pas avoir.",
        'A reference to a document carries a type code[ ({found})] that it cannot have.',
      ),
      says(
        "Seules les références complémentaires ont un type : 50 (appel d'offres), 130 (objet facturé) ou 916 (pièce jointe).",
        'Only additional references have a type: 50 (tender), 130 (invoiced object) or 916 (supporting document).',
      ),
      mend(rule, askVendor),
    ),
  'CII-DT-027': onlyIn('sur une facture antérieure', 'on a preceding invoice'),
  'CII-DT-033': (rule) =>
    text(
      says(
        "Une quantité a une unité alors qu'aucune quantité facturée n'en a.",
        'A quantity has a unit while no invoiced quantity has one.',
      ),
      says(
        "L'unité se lit d'abord sur la quantité facturée de la ligne.",
        'The unit is read on the invoiced quantity of the line first.',
      ),
      mend(rule, askVendor),
    ),
  'CII-DT-037': (rule) =>
    text(
      says(
        "Une taxe n'est pas désignée par VAT, en majuscules[ : {found}].",
        'A tax is not named VAT, in capitals[: {found}].',
      ),
      says('La norme ne connaît que la TVA, écrite VAT.', 'The standard knows VAT only, written so.'),
      mend(rule, askVendor),
    ),
  'CII-DT-041': vatElsewhere,
  'CII-DT-054': vatElsewhere,
  'CII-DT-058': vatElsewhere,
  'CII-DT-052': exemptionElsewhere,
  'CII-DT-098': exemptionElsewhere,
  'CII-DT-097': (rule) =>
    text(
      says(
        "Une date[ ({found})] n'est pas écrite comme il faut : année, mois et jour en huit chiffres.",
        'A date[ ({found})] is not written as it must be: year, month and day in eight digits.',
      ),
      says(
        "Le destinataire ne pourrait pas la lire. Le 2 mars 2026 s'écrit 20260302.",
        'The recipient could not read it. 2 March 2026 is written 20260302.',
      ),
      mend(rule, correct),
    ),
};

const textOf = (rule: SyntaxRule): RuleText => {
  const own = special[rule.id];
  if (own) return own(rule);
  if (rule.asks.kind === 'absent') return outOfPlace(rule, rule.asks.path);
  if (rule.asks.kind === 'never') return outOfPlace(rule, '@');
  return rule.asks.kind === 'count' && rule.asks.from === 1 ? exactlyOnce(rule) : tooMany(rule);
};

/** The sentences of the rules on how a file is built: UBL-CR, UBL-SR, UBL-DT, CII-SR, CII-DT. */
export const syntaxTexts: Readonly<Record<string, RuleText>> = Object.fromEntries(
  syntaxRules.map((rule) => [rule.id, textOf(rule)]),
);
