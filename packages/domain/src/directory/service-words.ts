/** What public entities buy, in the words people say and the words services are called by. French and English. */
export interface Need {
  /** What it is, for people. */
  readonly fr: string;
  readonly en: string;
  /** Plain words. */
  readonly words: readonly string[];
}

const need = (fr: string, en: string, words: string): Need => ({ fr, en, words: words.split(' ') });

/** Narrow needs first: a word that stands in several belongs to all of them. */
export const needs: readonly Need[] = [
  need(
    'la restauration et les repas',
    'meals and catering',
    'cantine cantines restauration restaurant cuisine cuisines repas alimentation alimentaire traiteur denrees alimentaires pain boulangerie viande legumes fruits epicerie canteen catering meals food kitchen bread',
  ),
  need(
    "l'école et le périscolaire",
    'schools',
    'ecole ecoles scolaire scolaires periscolaire enseignement education college colleges lycee lycees manuels school schools textbooks',
  ),
  need(
    'la petite enfance',
    'child care',
    'creche creches enfance halte garderie multiaccueil assistantes maternelles jouets couches nursery childcare toys nappies',
  ),
  need(
    'les personnes âgées',
    'care for the elderly',
    'ehpad retraite agees gerontologie geriatrie residence autonomie seniors elderly nursing',
  ),
  need(
    'la voirie et la propreté',
    'roads and cleaning of streets',
    'voirie voiries routes chaussee enrobe bitume signalisation trottoirs eclairage deneigement proprete balayage roads street asphalt lighting signs',
  ),
  need(
    'les bâtiments et les travaux',
    'buildings and works',
    'travaux batiment batiments construction maintenance maconnerie plomberie plombier electricite electricien peinture chauffage menuiserie couverture toiture ascenseur ascenseurs patrimoine technique techniques works building buildings plumbing plumber heating painting repair roof lift',
  ),
  need(
    'la pharmacie et les médicaments',
    'pharmacy and medicines',
    'pharmacie medicaments medicament pharmaceutique vaccins dispositifs medicaux pharmacy medicines drugs vaccines',
  ),
  need(
    'les soins et le matériel médical',
    'care and medical supplies',
    'soins biomedical medical medicaux laboratoire analyses reactifs imagerie radiologie bloc operatoire prothese protheses gants medical laboratory imaging gloves',
  ),
  need(
    "l'informatique et la téléphonie",
    'computing and telephones',
    'informatique informatiques information numerique dsi ordinateur ordinateurs logiciel logiciels serveur serveurs reseau telephonie telecommunications imprimante copieur computers computing software hardware laptop network telephone printer',
  ),
  need(
    'le linge',
    'laundry',
    'lingerie blanchisserie linge textile vetements uniformes laundry linen clothes uniforms',
  ),
  need(
    'les fournitures de bureau',
    'office supplies',
    'fournitures papeterie papier mobilier enveloppes stylos achats office supplies paper stationery furniture',
  ),
  need(
    "l'énergie et les fluides",
    'energy and water',
    'energie electricite gaz fioul eau chauffage fluides carburant carburants essence gazole assainissement energy electricity gas water fuel petrol diesel',
  ),
  need(
    'les véhicules et le transport',
    'vehicles and transport',
    'garage vehicule vehicules automobile transport transports autocar bus pneus flotte mobilites vehicles cars coach tyres',
  ),
  need(
    'les espaces verts',
    'parks and gardens',
    'espaces verts jardin jardins paysage elagage arbres plantes fleurs tonte gardens parks trees plants flowers',
  ),
  need(
    'les déchets',
    'waste',
    'dechets ordures tri recyclage decheterie collecte environnement waste recycling',
  ),
  need(
    'la culture et les bibliothèques',
    'culture and libraries',
    'culture culturelle bibliotheque mediatheque livres livre musee theatre spectacle spectacles musique conservatoire culture library books museum theatre music',
  ),
  need(
    'les sports et les loisirs',
    'sports and leisure',
    'sports sport sportif gymnase stade piscine loisirs jeunesse animation sports pool stadium leisure youth',
  ),
  need(
    'le social et la solidarité',
    'social services',
    'social sociale solidarite solidarites insertion ccas domicile handicap social welfare',
  ),
  need(
    'le nettoyage et la sécurité des locaux',
    'cleaning and security',
    'nettoyage entretien menage hygiene gardiennage securite surveillance incendie extincteurs cleaning security guard extinguishers',
  ),
  need(
    'la communication et les imprimés',
    'communication and printing',
    'communication imprimerie impression affiches affichage reprographie evenementiel fetes ceremonies publicite printing posters events advertising',
  ),
  need(
    'les ressources humaines et la formation',
    'staff and training',
    'humaines rh personnel formation formations interim recrutement paie staff training recruitment payroll',
  ),
  need(
    'le conseil, le droit et les finances',
    'advice, law and finance',
    'juridique avocat avocats finances financier comptabilite assurance assurances conseil etudes marches legal lawyer accounting insurance finance advice',
  ),
];

const byWord: ReadonlyMap<string, readonly Need[]> = new Map(
  [...new Set(needs.flatMap(({ words }) => words))].map((word) => [
    word,
    needs.filter(({ words }) => words.includes(word)),
  ]),
);

/** The needs that a plain word tells of, its plural forgiven. */
export const needsOf = (word: string): readonly Need[] =>
  byWord.get(word) ?? (word.length > 4 ? byWord.get(word.replace(/[sx]$/, '')) : undefined) ?? [];

/** Every word that tells of a need, longest first. */
export const commonWords: readonly string[] = [...byWord.keys()].sort(
  (one, other) => other.length - one.length,
);
