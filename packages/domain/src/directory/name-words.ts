/** Words that half of all public entities bear, and that people leave out or put in as they like. */
export const emptyWords: ReadonlySet<string> = new Set(
  'a au aux commune d de des du en et l la le les mairie of sous sur the town ville'.split(' '),
);

/**
 * Abbreviations of names of public entities and what they stand for, both in plain words. Names are kept and looked for
 * in full, so that one finds the other. Where several could be read, the longest wins.
 */
export const abbreviations: Readonly<Record<string, string>> = {
  agglo: 'agglomeration',
  ars: 'agence regionale sante',
  asso: 'association',
  ca: 'communaute agglomeration',
  caf: 'caisse allocations familiales',
  cc: 'communaute communes',
  ccas: 'centre communal action sociale',
  cci: 'chambre commerce industrie',
  cd: 'conseil departemental',
  cdg: 'centre gestion',
  ch: 'centre hospitalier',
  chr: 'centre hospitalier regional',
  chru: 'centre hospitalier regional universitaire',
  chs: 'centre hospitalier specialise',
  chu: 'centre hospitalier universitaire',
  cias: 'centre intercommunal action sociale',
  cpam: 'caisse primaire assurance maladie',
  cr: 'conseil regional',
  crous: 'centre regional oeuvres universitaires scolaires',
  cu: 'communaute urbaine',
  ddfip: 'direction departementale finances publiques',
  ddt: 'direction departementale territoires',
  ddtm: 'direction departementale territoires mer',
  dreal: 'direction regionale environnement amenagement logement',
  ehpad: 'etablissement hebergement personnes agees dependantes',
  epci: 'etablissement public cooperation intercommunale',
  hlm: 'habitations loyer modere',
  lep: 'lycee enseignement professionnel',
  oph: 'office public habitat',
  pref: 'prefecture',
  ram: 'relais assistantes maternelles',
  sdis: 'service departemental incendie secours',
  siaep: 'syndicat intercommunal adduction eau potable',
  sivom: 'syndicat intercommunal vocations multiples',
  sivu: 'syndicat intercommunal vocation unique',
  st: 'saint',
  ste: 'sainte',
  stes: 'saintes',
  sts: 'saints',
  univ: 'universite',
};

/** What people say and what entities are called, where the one does not abbreviate the other. Both readings are looked for. */
export const alsoCalled: Readonly<Record<string, string>> = {
  departement: 'conseil departemental',
  fac: 'universite',
  hopital: 'centre hospitalier',
  hospice: 'centre hospitalier',
  impots: 'finances publiques',
  maternelle: 'ecole',
  pompiers: 'service departemental incendie secours',
  region: 'conseil regional',
  tresorerie: 'finances publiques',
};
