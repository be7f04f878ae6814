/**
 * What people who guess try first, in French and in English: words, walks over the keyboard, names, teams, seasons. In
 * small letters without accents; digits and signs around them are taken off before they are compared.
 */
export const commonPasswords: readonly string[] = `
motdepasse monmotdepasse lemotdepasse nouveaumotdepasse motdepasseparvis bonjour bonjourbonjour bonsoir bienvenue
jetaime jetaimetrop moncoeur monamour mamour doudou doudoudoudou loulou loulouloulou chouchou choupette princesse
coucou coucoucoucou soleil soleilsoleil chocolat vacances famille maman papa mamanpapa papamaman bebe toutou minou
nounours camille nicolas thomas julien alexandre sebastien christophe philippe isabelle nathalie catherine sandrine
stephanie caroline frederic dominique veronique francois francoise jeanpierre jeanluc jeanclaude mariefrance
marseille olympiquedemarseille allezlom parissaintgermain parissg lyonnais saintetienne toulouse bordeaux strasbourg
montpellier nantes rennes bretagne normandie corsica france vivelafrance allezlesbleus liberteegalitefraternite
administrateur administration comptabilite fournisseur facture factures facturation mairie hopital secretariat
ordinateur internet informatique securite entreprise direction chorus choruspro parvis
azerty azertyuiop azertyuiopqsdfghjklm qsdfghjklm wxcvbn azertyazerty azeqsdwxc aqwzsxedc aqwzsxedcrfv
qwerty qwertyuiop qwertyuiopasdfghjklzxcvbnm asdfghjkl asdfghjklm zxcvbnm qwertyqwerty qazwsx qazwsxedc qazwsxedcrfv
qweasdzxc zaqxswcde password passwords passwordpassword mypassword thepassword newpassword changeme changemenow
letmein letmeinnow letmeinplease welcome welcomeback iloveyou iloveyouforever iloveyousomuch princess sunshine
football baseball basketball superman batman spiderman pokemon starwars dragon monkey shadow master michael jennifer
jessica ashley daniel charlie liverpool arsenal chelsea manchesterunited computer trustno trustnoone whatever
administrator admin adminadmin superadmin root rootroot toor guest guestguest test testtest testtesttest demo
demodemo temporary default secret secretsecret supersecret topsecret access accessgranted nothing google facebook
summer winter spring autumn printemps automne hiver janvier fevrier mars avril juin juillet aout septembre octobre
novembre decembre january february march april june july august september october november december lundi mardi
mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday
correcthorsebatterystaple abcdefghijkl abcdefghijklm abcdefghijklmnop abcdefghijklmnopqrstuvwxyz
`
  .trim()
  .split(/\s+/);
