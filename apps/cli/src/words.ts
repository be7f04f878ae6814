import { formatInstant } from '@parvis/domain/display/format';

const french = {
  email: 'Adresse électronique : ',
  password: 'Mot de passe : ',
  missing: (name: string) =>
    `Il manque ${name} dans l'environnement, et il n'y a pas de terminal pour le demander.`,
  secondFactor:
    'Ce compte est protégé par un second facteur, que cette commande ne demande pas. Créez une clé à la page « Accès API » et donnez-la dans PARVIS_KEY.',
  noFile: 'Indiquez au moins un fichier : parvis deposit FICHIER…',
  noNumber: 'Indiquez le numéro de la facture : parvis follow NUMÉRO',
  unknownNumber: (number: string) => `Aucune de vos factures ne porte le numéro ${number}.`,
  unknownCommand: (command: string) => `La commande « ${command} » n'existe pas. Voir : parvis --help`,
  unknownOption: (option: string, command: string | undefined) =>
    command
      ? `La commande ${command} n'a pas d'option ${option}. Voir : parvis ${command} --help`
      : `L'option ${option} n'existe pas. Voir : parvis --help`,
  badOptionValue: (option: string) =>
    `L'option ${option} est mal employée : il lui manque sa valeur, ou elle n'en prend pas. Voir : parvis --help`,
  unknownValue: (option: string, value: string, values: readonly string[]) =>
    `« ${value} » ne convient pas à ${option} : ${values.join(' ou ')}.`,
  unreadable: (cause: string) => `ce fichier ne peut pas être lu : ${cause}. Vérifiez son nom et vos droits.`,
  outputRefused: (cause: string) => `Le résultat n'a pas pu être écrit : ${cause}.`,
  deposited: (number: string, recipient: string, at: string) =>
    `facture ${number} déposée pour ${recipient} le ${formatInstant(new Date(at), 'fr')}`,
  remarks: (count: number) =>
    count > 1
      ? `${count} remarques techniques sur le fichier, sans effet. Voir : parvis validate`
      : 'Une remarque technique sur le fichier, sans effet. Voir : parvis validate',
  receipt: 'Reçu, fait foi de la date de dépôt :',
};

/** What the command says, in one language. */
export type Words = typeof french;

const english: Words = {
  email: 'E-mail: ',
  password: 'Password: ',
  missing: (name) => `${name} is missing from the environment, and there is no terminal to ask.`,
  secondFactor:
    'This account is protected by a second factor, which this command does not ask for. Make a key on the page "API access" and give it in PARVIS_KEY.',
  noFile: 'Name at least one file: parvis deposit FILE…',
  noNumber: 'Name the invoice: parvis follow NUMBER',
  unknownNumber: (number) => `None of your invoices has the number ${number}.`,
  unknownCommand: (command) => `There is no command "${command}". See: parvis --help`,
  unknownOption: (option, command) =>
    command
      ? `The command ${command} has no option ${option}. See: parvis ${command} --help`
      : `There is no option ${option}. See: parvis --help`,
  badOptionValue: (option) => `The option ${option} lacks its value, or takes none. See: parvis --help`,
  unknownValue: (option, value, values) => `"${value}" does not suit ${option}: ${values.join(' or ')}.`,
  unreadable: (cause) => `this file cannot be read: ${cause}. Check its name and your rights.`,
  outputRefused: (cause) => `The result could not be written: ${cause}.`,
  deposited: (number, recipient, at) =>
    `invoice ${number} deposited for ${recipient} on ${formatInstant(new Date(at), 'en')}`,
  remarks: (count) =>
    count > 1
      ? `${count} technical remarks on the file, without effect. See: parvis validate`
      : 'One technical remark on the file, without effect. See: parvis validate',
  receipt: 'Receipt, proof of the deposit date:',
};

export const wordsIn = (language: 'fr' | 'en'): Words => (language === 'fr' ? french : english);
