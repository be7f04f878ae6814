import { type Bilingual, type Language, say } from '@parvis/domain/display/language';

/** Why a cell cannot be kept, with the figures its sentences need. */
export interface CellCause {
  readonly cause: CellCauseCode;
  readonly values?: Readonly<Record<string, string>>;
}

/** Each with what is wrong and what to do, `{maximum}` standing for a figure. */
const texts = {
  required: [say("Rien n'est indiqué.", 'Nothing is given.'), say('Indiquez une valeur.', 'Give a value.')],
  'too-long': [
    say('Le texte dépasse {maximum} caractères.', 'The text is longer than {maximum} characters.'),
    say('Raccourcissez-le.', 'Shorten it.'),
  ],
  'control-character': [
    say('Le texte contient un caractère invisible.', 'The text holds an invisible character.'),
    say('Ressaisissez-le au clavier.', 'Type it again.'),
  ],
  'service-code-characters': [
    say("Ce n'est pas un code service.", 'This is not a service code.'),
    say(
      'Gardez des lettres, des chiffres et des signes simples (- _ . /).',
      'Keep letters, digits and simple signs (- _ . /).',
    ),
  ],
  'service-code-reserved': [
    say(
      'Ce code est réservé aux factures entre entités publiques.',
      'This code is kept for invoices between public bodies.',
    ),
    say('Choisissez un autre code.', 'Choose another code.'),
  ],
  'number-characters': [
    say("Ce n'est pas un numéro d'engagement.", 'This is not an engagement number.'),
    say(
      'Gardez des lettres, des chiffres et les signes - _ . / + sans saut de ligne.',
      'Keep letters, digits and the signs - _ . / + without line breaks.',
    ),
  ],
  'number-rounded': [
    say(
      'Le tableur a arrondi ce numéro trop long.',
      'The spreadsheet has rounded this number, which was too long.',
    ),
    say(
      'Mettez la colonne au format « Texte », puis ressaisissez le numéro.',
      'Set the column to "Text", then type the number again.',
    ),
  ],
  'not-yes-or-no': [
    say('Ni oui ni non.', 'Neither yes nor no.'),
    say('Écrivez « oui » ou « non ».', 'Write "yes" or "no".'),
  ],
  'not-a-day': [
    say("Ce n'est pas une date.", 'This is not a date.'),
    say('Écrivez-la 31/12/2026 ou 2026-12-31.', 'Write it 31/12/2026 or 2026-12-31.'),
  ],
  'not-an-amount': [
    say("Ce n'est pas un montant.", 'This is not an amount.'),
    say('Écrivez-le 1 200,50 ou 1200.50, sans unité.', 'Write it 1,200.50 or 1200.50, without a unit.'),
  ],
  'amount-negative': [
    say('Le montant est négatif.', 'The amount is negative.'),
    say('Indiquez zéro si rien ne reste.', 'Give zero where nothing is left.'),
  ],
  'not-a-siret': [
    say(
      "Ce n'est pas un SIRET : ses 14 chiffres ne répondent pas au calcul de contrôle.",
      'This is not a SIRET: its 14 digits fail the check.',
    ),
    say("Recopiez-le depuis l'annuaire ou la commande.", 'Copy it from the directory or the order.'),
  ],
  'siret-zeros-lost': [
    say(
      'Il manque des chiffres : un tableur retire les zéros du début.',
      'Digits are missing: spreadsheets drop zeros at the beginning.',
    ),
    say(
      'Mettez la colonne au format « Texte » et remettez les zéros.',
      'Set the column to "Text" and put the zeros back.',
    ),
  ],
  'not-an-email': [
    say("Ce n'est pas une adresse électronique.", 'This is not an e-mail address.'),
    say('Écrivez-la nom@domaine.fr, ou laissez vide.', 'Write it name@domain.com, or leave it empty.'),
  ],
  'not-a-currency': [
    say("Ce n'est pas un code de devise.", 'This is not a currency code.'),
    say('Écrivez EUR, ou un autre code de trois lettres.', 'Write EUR, or another code of three letters.'),
  ],
  'validity-reversed': [
    say('La fin précède le début.', 'It ends before it begins.'),
    say("Corrigez l'une des deux dates.", 'Correct one of the two dates.'),
  ],
  'left-above-total': [
    say('Le reste dépasse le montant total ({total}).', 'What is left is more than the total ({total}).'),
    say("Corrigez l'un des deux montants.", 'Correct one of the two amounts.'),
  ],
  twice: [
    say('Déjà présent à la ligne {line}.', 'Already in line {line}.'),
    say("Gardez l'une des deux lignes.", 'Keep one of the two lines.'),
  ],
  'service-unknown': [
    say("Ce service n'existe pas.", 'This service does not exist.'),
    say("Corrigez le code, ou créez d'abord le service.", 'Correct the code, or create the service first.'),
  ],
  'kept-elsewhere': [
    say('Cet engagement est tenu par le système comptable.', 'The accounting system keeps this engagement.'),
    say(
      'Modifiez-le dans la comptabilité, ou retirez la ligne.',
      'Change it in the accounts, or take the row out.',
    ),
  ],
  'out-of-reach': [
    say('Vos droits ne couvrent pas ce service.', 'Your rights do not cover this service.'),
    say(
      'Retirez la ligne, ou demandez un accès à votre gestionnaire.',
      'Take the row out, or ask your manager for access.',
    ),
  ],
} as const satisfies Record<string, readonly [message: Bilingual, nextStep: Bilingual]>;

export type CellCauseCode = keyof typeof texts;

export const cellCauseCodes = Object.keys(texts) as CellCauseCode[];

export const cellCauseText = (
  { cause, values = {} }: CellCause,
  language: Language,
): { readonly message: string; readonly nextStep: string } => {
  const [message, nextStep] = texts[cause];
  const filled = (sentence: string) =>
    sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '…');
  return { message: filled(message[language]), nextStep: nextStep[language] };
};
