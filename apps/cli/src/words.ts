const french = {
  help: `parvis COMMANDE [options]

  deposit FICHIER…   dépose des factures (UBL, CII, Factur-X) et montre le reçu ou ce qui manque
  follow NUMÉRO      montre l'historique d'une facture, puis chaque changement

  --url ADRESSE        où répond Parvis (PARVIS_URL, sinon http://localhost:4000)
  --email ADRESSE      votre compte (PARVIS_EMAIL) ; le mot de passe vient de PARVIS_PASSWORD ou du terminal
  --supplier ID        la structure qui dépose, si vous en avez plusieurs
  --format text|jsonl  jsonl : une ligne JSON par fichier
  --lang fr|en

Code de sortie : 0 tout est passé, 1 au moins un refus, 2 commande inutilisable.
`,
  email: 'Adresse électronique : ',
  password: 'Mot de passe : ',
  missing: (name: string) =>
    `Il manque ${name} dans l'environnement, et il n'y a pas de terminal pour le demander.`,
  noFile: 'Indiquez au moins un fichier : parvis deposit FICHIER…',
  noNumber: 'Indiquez le numéro de la facture : parvis follow NUMÉRO',
  unknownNumber: (number: string) => `Aucune de vos factures ne porte le numéro ${number}.`,
  unknownCommand: (command: string) => `La commande « ${command} » n'existe pas. Voir : parvis --help`,
  unknownFormat: (format: string) => `Le format « ${format} » n'existe pas : text ou jsonl.`,
  unreadable: (cause: string) => `ce fichier ne peut pas être lu (${cause}). Vérifiez son nom et vos droits.`,
  deposited: (number: string, recipient: string, at: string) =>
    `facture ${number} déposée pour ${recipient} le ${new Date(at).toLocaleString('fr', { dateStyle: 'long', timeStyle: 'short' })}`,
  receipt: 'Reçu, fait foi de la date de dépôt :',
};

/** What the command says, in one language. */
export type Words = typeof french;

const english: Words = {
  help: `parvis COMMAND [options]

  deposit FILE…     deposits invoices (UBL, CII, Factur-X) and shows the receipt or what is missing
  follow NUMBER     shows an invoice's history, then each change

  --url ADDRESS        where Parvis answers (PARVIS_URL, else http://localhost:4000)
  --email ADDRESS      your account (PARVIS_EMAIL); the password comes from PARVIS_PASSWORD or the terminal
  --supplier ID        the structure that deposits, when you have several
  --format text|jsonl  jsonl: one line of JSON for each file
  --lang fr|en

Exit code: 0 all went through, 1 at least one refused, 2 the command could not be used.
`,
  email: 'E-mail: ',
  password: 'Password: ',
  missing: (name) => `${name} is missing from the environment, and there is no terminal to ask.`,
  noFile: 'Name at least one file: parvis deposit FILE…',
  noNumber: 'Name the invoice: parvis follow NUMBER',
  unknownNumber: (number) => `None of your invoices has the number ${number}.`,
  unknownCommand: (command) => `There is no command "${command}". See: parvis --help`,
  unknownFormat: (format) => `There is no format "${format}": text or jsonl.`,
  unreadable: (cause) => `this file cannot be read (${cause}). Check its name and your rights.`,
  deposited: (number, recipient, at) =>
    `invoice ${number} deposited for ${recipient} on ${new Date(at).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' })}`,
  receipt: 'Receipt, proof of the deposit date:',
};

export const wordsIn = (language: 'fr' | 'en'): Words => (language === 'fr' ? french : english);
