/** Public entities as there might be, all invented, the same for the same seed: 200,000 with 1,000,000 services. */
import { departmentNumbers } from '@parvis/domain/directory/departments';
import { luhnSum } from '@parvis/domain/directory/siret';

export const ENTITIES = 200_000;
export const SERVICES = 1_000_000;
/** The entity with the most services has so many. */
export const LARGEST = 10_000;

/** A small generator (mulberry32): between 0 and 1, the same row of figures for the same seed. */
export const randomFrom = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const list = (words) => words.split(' ');
const starts = list(
  'Val Mont Ville Bois Beau Haut Bel Roche Fon Clair Cour Mar Lan Gra Ner Pont Brou Char Mou Vau Aube Ro Cha Bou Lu Tré Ver Mer Sau Ga Fé Or Ar Mi Pla Cré Dou Es Fla Gué',
);
const middles = list(
  'ti li ro va mer gne lle ssi ren dou cou san bri fou pel nou der tou gui lan che vi rou ma be ce do ga',
);
const ends = list(
  'court ville mont nac ières ac ay euil y ôme ans ou eux oise olles ain ez ières igny ency argues osc en é ot',
);
const saints = list(
  'Aubin Martin Pierre Jean Hilaire Étienne Ouen Léger Cyr Rémy Germain Laurent Maurice Médard Nazaire Éloi Julien Denis Quentin Clément',
);
const rivers = list(
  'Orvanne Marne Vire Loue Drôle Ouche Sèvre Aulne Cèze Eure Ain Lozère Arques Bresle Yerre Dives Touques Vesle',
);
const flowers = list(
  'Tilleuls Glycines Peupliers Acacias Marronniers Lilas Hortensias Châtaigniers Genêts Ormes Érables Bruyères',
);
const people = list(
  'Molière Curie Pasteur Prévert Verne Zola Ferry Moulin Veil Rimbaud Colette Hugo Sand Camus Apollinaire Perec',
);

/** 35,000 towns, each in a department, some of the same name. */
const makeTowns = (random) => {
  const pick = (from) => from[Math.floor(random() * from.length)];
  const root = () =>
    pick(starts) + (random() < 0.8 ? pick(middles) : '') + (random() < 0.5 ? pick(middles) : '') + pick(ends);
  return Array.from({ length: 35_000 }, () => {
    const base = random() < 0.15 ? `Saint-${pick(saints)}` : root();
    const tail = random();
    const name =
      tail < 0.25
        ? `${base}-sur-${pick(rivers)}`
        : tail < 0.35
          ? `${base}-${pick(['le', 'la'])}-${root()}`
          : base;
    const department = pick(departmentNumbers.filter((number) => !/^9[78]\d/.test(number)));
    const postCode = `${department.replace(/[AB]/, '0')}${String(Math.floor(random() * 900) + 10).padStart(3, '0')}`;
    return { name, department, postCode };
  });
};

const of = (town) => (/^[AEIOUYÉÈÊÎÔH]/i.test(town) ? `d'${town}` : `de ${town}`);

/** How entities are called, how many of a hundred, their kind, and how many services they have at most. */
const shapes = [
  [18, 'localAuthority', 3, ({ town }) => `Commune ${of(town.name)}`],
  [12, 'publicEstablishment', 2, ({ town }) => `CCAS ${of(town.name)}`],
  [16, 'publicEstablishment', 2, ({ town, pick }) => `École publique ${pick(people)} ${of(town.name)}`],
  [10, 'publicEstablishment', 4, ({ town, pick }) => `Collège ${pick(people)} ${of(town.name)}`],
  [5, 'publicEstablishment', 6, ({ town, pick }) => `Lycée polyvalent ${pick(people)} ${of(town.name)}`],
  [9, 'publicEstablishment', 5, ({ pick }) => `EHPAD Résidence Les ${pick(flowers)}`],
  [5, 'hospital', 40, ({ town }) => `Centre hospitalier ${of(town.name)}`],
  [1, 'hospital', 60, ({ town }) => `CHU ${of(town.name)}`],
  [7, 'localAuthority', 20, ({ town }) => `Communauté de communes ${of(town.name)}`],
  [6, 'publicEstablishment', 4, ({ town }) => `Syndicat des eaux ${of(town.name)}`],
  [4, 'publicEstablishment', 8, ({ town }) => `Office public de l'habitat ${of(town.name)}`],
  [4, 'state', 12, ({ town }) => `Direction départementale des territoires - antenne ${of(town.name)}`],
  [3, 'state', 10, ({ town }) => `Préfecture - service ${of(town.name)}`],
];
const shapeOfHundred = shapes.flatMap((shape) => Array(shape[0]).fill(shape));

const siretOf = (index) => {
  const thirteen =
    `1${String(index).padStart(7, '0')}`.padEnd(9, '7') + String((index % 90) + 10).padStart(4, '0');
  return thirteen + ((10 - (luhnSum(`${thirteen}0`) % 10)) % 10);
};

const idOf = (index) => `01900000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;

/** Yields entities, each with how many services it has; the sum of these is `SERVICES`. */
export const inventEntities = function* (seed, entities = ENTITIES, services = SERVICES) {
  const random = randomFrom(seed);
  const pick = (from) => from[Math.floor(random() * from.length)];
  const towns = makeTowns(random);
  let left = services;
  for (let index = 0; index < entities; index += 1) {
    const town = pick(towns);
    const [, kind, most, name] = pick(shapeOfHundred);
    const fair = Math.round((left / (entities - index)) * (0.2 + random() * 1.6) * (most / 6.5));
    const wanted = index === 0 ? Math.min(LARGEST, services / 100) : Math.max(0, fair);
    const count = index === entities - 1 ? left : Math.min(left, wanted);
    left -= count;
    yield {
      structureId: idOf(index),
      siret: siretOf(index),
      name: name({ town, pick }),
      kind,
      town,
      active: random() > 0.03,
      serviceCode: count > 0 && random() < 0.4,
      engagement: random() < 0.3,
      services: Math.round(count),
    };
  }
};

const departmentsOfEntity = [
  ['RESTAURATION', 'Restauration scolaire'],
  ['TECHNIQUE', 'Services techniques'],
  ['VOIRIE', 'Voirie et réseaux divers'],
  ['PHARMACIE', 'Pharmacie à usage intérieur'],
  ['INFORMATIQUE', "Direction des systèmes d'information"],
  ['CRECHE', 'Petite enfance et crèches'],
  ['BIBLIO', 'Médiathèque'],
  ['SPORTS', 'Sports et jeunesse'],
  ['ESPVERTS', 'Espaces verts'],
  ['LINGERIE', 'Blanchisserie'],
  ['ACHATS', 'Achats et fournitures'],
  ['FINANCES', 'Direction des finances'],
  ['TRAVAUX', 'Travaux et patrimoine bâti'],
  ['LABO', "Laboratoire d'analyses médicales"],
  ['RH', 'Ressources humaines et formation'],
  ['DECHETS', 'Collecte des déchets'],
  ['SOCIAL', 'Aide sociale et insertion'],
  ['COM', 'Communication'],
];

/** The service that stands at this place in its entity. */
export const inventService = (entityIndex, position) => {
  const [code, name] = departmentsOfEntity[(entityIndex * 7 + position) % departmentsOfEntity.length];
  const round = Math.floor(position / departmentsOfEntity.length);
  return round === 0 ? [code, name] : [`${code}-${round}`, `${name}, unité ${round}`];
};
