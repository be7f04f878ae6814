import type { Command } from './arguments.js';

const french = {
  general: `parvis COMMANDE [options]

  validate FICHIER…     vérifie des factures (UBL, CII, Factur-X) et dit quoi corriger, sans rien envoyer
  convert ENTRÉE SORTIE écrit une facture sous une autre forme (--to ubl, cii, factur-x ou json)
  deposit FICHIER…      dépose des factures et montre le reçu ou ce qui manque
  follow NUMÉRO         montre l'historique d'une facture, puis chaque changement

  parvis COMMANDE --help   les options de la commande (aussi -h, ou parvis help COMMANDE)
  --lang fr|en             sinon la langue de l'environnement (LANG)
  --version

Code de sortie : 0 tout est passé, 1 au moins un refus, 2 commande inutilisable.
`,
  validate: `parvis validate [options] [FICHIER|DOSSIER|-]…

Vérifie des factures UBL, CII et Factur-X sans rien envoyer. D'un dossier, lit tous les .xml et .pdf, sous-dossiers
compris, sauf ce qui est caché. Lit l'entrée standard pour « - », ou quand rien n'est indiqué et qu'un fichier y arrive.
Les résultats viennent dans l'ordre des fichiers, au fur et à mesure.

  --rules en16931|france|deposit
                       en16931 (par défaut) : la norme européenne, selon le profil de la facture ;
                       france : y ajoute les règles de la réforme française, telles que les fichiers publiés les
                       jugent (chacune bloque, même celles que Chorus Pro n'exige pas encore) ;
                       deposit : juge comme un dépôt dans Parvis (norme, règles françaises telles qu'elles valent
                       envers le secteur public, limites de Chorus Pro, conseils), sauf ce que seule la plateforme
                       sait : votre compte, le destinataire, un numéro déjà pris
  --format text|jsonl  text (par défaut) : pour la lecture, une même cause n'est dite qu'une fois ;
                       jsonl : une ligne JSON par fichier, avec chaque faute
  --lang fr|en         sinon la langue de l'environnement (LANG)

Une ligne jsonl : file, syntax (ubl-invoice, ubl-credit-note, cii, factur-x, pdf, unknown), profile (ou null), valid,
faults. Une faute : rule (identifiant officiel, ou PV-… pour la lecture du fichier), severity (fatal, warning),
terms (BT-…, BG-…), path (le XPath dans votre fichier s'il est connu, sinon la place dans le modèle de la facture),
message, nextStep (quoi faire). Une facture est valide quand aucune faute n'est « fatal ».

Code de sortie : 0 tout est valide, 1 au moins une facture ne l'est pas, 2 au moins un fichier n'a pas pu être ouvert
ou la commande est inutilisable.
`,
  convert: `parvis convert --to ubl|cii|factur-x|json [options] ENTRÉE SORTIE

Lit une facture (UBL, CII, Factur-X, ou le JSON de --to json) et l'écrit sous une autre forme. « - » désigne l'entrée ou
la sortie standard. Dit sur la sortie d'erreur ce que la forme voulue ne peut pas porter, ce qui sort de la norme et n'est
pas repris, et si le résultat n'est plus valide. Une facture dont une valeur est illisible n'est pas convertie.

  --to ubl|cii|factur-x|json  factur-x : un PDF/A-3 qui contient la facture en CII et une page à lire
  --force                     remplace SORTIE si elle existe
  --lang fr|en                aussi la langue de la page ; sinon celle de l'environnement (LANG)

Code de sortie : 0 le fichier est écrit ; 1 l'entrée est refusée, ou le fichier est écrit mais n'est plus valide alors
que l'entrée l'était ; 2 l'entrée n'a pas pu être ouverte ou la commande est inutilisable.
`,
  deposit: `parvis deposit [options] FICHIER…

Dépose des factures (UBL, CII, Factur-X) et montre le reçu ou ce qui manque.

  --url ADRESSE        où répond Parvis (PARVIS_URL, sinon http://localhost:4000)
  --email ADRESSE      votre compte (PARVIS_EMAIL) ; le mot de passe vient de PARVIS_PASSWORD ou du terminal.
                       Un programme donne sa clé dans PARVIS_KEY, et rien d'autre
  --supplier ID        la structure qui dépose, si vous en avez plusieurs
  --format text|jsonl  jsonl : une ligne JSON par fichier
  --lang fr|en         sinon la langue de l'environnement (LANG)

Code de sortie : 0 tout est déposé, 1 au moins un refus, 2 commande inutilisable.
`,
  follow: `parvis follow [options] NUMÉRO

Montre l'historique d'une facture, puis chaque changement, jusqu'à ce qu'elle soit payée ou refusée.

  --url ADRESSE        où répond Parvis (PARVIS_URL, sinon http://localhost:4000)
  --email ADRESSE      votre compte (PARVIS_EMAIL) ; le mot de passe vient de PARVIS_PASSWORD ou du terminal.
                       Un programme donne sa clé dans PARVIS_KEY, et rien d'autre
  --format text|jsonl  jsonl : une ligne JSON par changement
  --lang fr|en         sinon la langue de l'environnement (LANG)

Code de sortie : 0 rien ne peut plus arriver à la facture (mise en paiement, refusée ou rejetée), 2 commande inutilisable
(numéro inconnu, connexion refusée, adresse qui ne répond pas), 130 arrêt par Ctrl-C.
`,
};

const english: typeof french = {
  general: `parvis COMMAND [options]

  validate FILE…        checks invoices (UBL, CII, Factur-X) and says what to mend, sends nothing
  convert IN OUT        writes an invoice in another form (--to ubl, cii, factur-x or json)
  deposit FILE…         deposits invoices and shows the receipt or what is missing
  follow NUMBER         shows an invoice's history, then each change

  parvis COMMAND --help   the options of the command (also -h, or parvis help COMMAND)
  --lang fr|en            else the language of the environment (LANG)
  --version

Exit code: 0 all went through, 1 at least one refused, 2 the command could not be used.
`,
  validate: `parvis validate [options] [FILE|FOLDER|-]…

Checks UBL, CII and Factur-X invoices and sends nothing. Of a folder it reads every .xml and .pdf, folders inside it
included, except what is hidden. It reads standard input for "-", or when nothing is named and a file comes in there.
Results come in the order of the files, as soon as they are known.

  --rules en16931|france|deposit
                       en16931 (default): the European standard, by the profile of the invoice;
                       france: adds the rules of the French reform as its published files judge them (each blocks,
                       even those that Chorus Pro does not ask for yet);
                       deposit: judges as a deposit to Parvis does (the standard, the French rules as they count
                       towards the public sector, the limits of Chorus Pro, advice), but for what only the platform
                       knows: your account, the recipient, a number already used
  --format text|jsonl  text (default): to be read, one cause is said once;
                       jsonl: one line of JSON for each file, with every fault
  --lang fr|en         else the language of the environment (LANG)

A line of jsonl: file, syntax (ubl-invoice, ubl-credit-note, cii, factur-x, pdf, unknown), profile (or null), valid,
faults. A fault: rule (the official id, or PV-… about reading the file), severity (fatal, warning), terms (BT-…,
BG-…), path (the XPath in your file where it is known, else the place in the invoice model), message, nextStep (what
to do). An invoice is valid when no fault is "fatal".

Exit code: 0 all are valid, 1 at least one is not, 2 at least one file could not be opened or the command could not be
used.
`,
  convert: `parvis convert --to ubl|cii|factur-x|json [options] IN OUT

Reads an invoice (UBL, CII, Factur-X, or the JSON of --to json) and writes it in another form. "-" is standard input or
output. Standard error says what the form wanted cannot hold, what is outside the standard and not taken over, and
whether the result is no longer valid. An invoice with a value that cannot be read is not converted.

  --to ubl|cii|factur-x|json  factur-x: a PDF/A-3 that holds the invoice as CII and a page to read
  --force                     replaces OUT if it exists
  --lang fr|en                the language of the page too; else that of the environment (LANG)

Exit code: 0 the file is written; 1 the document is refused, or the file is written and no longer valid though the
document was; 2 the document could not be opened or the command could not be used.
`,
  deposit: `parvis deposit [options] FILE…

Deposits invoices (UBL, CII, Factur-X) and shows the receipt or what is missing.

  --url ADDRESS        where Parvis answers (PARVIS_URL, else http://localhost:4000)
  --email ADDRESS      your account (PARVIS_EMAIL); the password comes from PARVIS_PASSWORD or the terminal.
                       A program gives its key in PARVIS_KEY, and nothing else
  --supplier ID        the structure that deposits, when you have several
  --format text|jsonl  jsonl: one line of JSON for each file
  --lang fr|en         else the language of the environment (LANG)

Exit code: 0 all deposited, 1 at least one refused, 2 the command could not be used.
`,
  follow: `parvis follow [options] NUMBER

Shows an invoice's history, then each change, until it is paid or refused.

  --url ADDRESS        where Parvis answers (PARVIS_URL, else http://localhost:4000)
  --email ADDRESS      your account (PARVIS_EMAIL); the password comes from PARVIS_PASSWORD or the terminal.
                       A program gives its key in PARVIS_KEY, and nothing else
  --format text|jsonl  jsonl: one line of JSON for each change
  --lang fr|en         else the language of the environment (LANG)

Exit code: 0 nothing more can happen to the invoice (in payment, refused or rejected), 2 the command could not be used
(unknown number, sign-in refused, no answer from the address), 130 stopped by Ctrl-C.
`,
};

/** How the program is used, or one of its commands. */
export const helpOf = (command: Command | undefined, language: 'fr' | 'en'): string =>
  (language === 'fr' ? french : english)[command ?? 'general'];
