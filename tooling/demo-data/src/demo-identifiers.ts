/** The invented structures of the demonstration and of the tests. Their SIRETs pass Luhn and belong to nobody. */
export const suppliers = {
  papeterie: {
    name: 'Papeterie du Bocage',
    siret: '00000012500013',
    vatIdentifier: 'FR96000000125',
    street: '12 rue des Tanneurs',
    postCode: '14000',
    town: 'Caen',
    iban: 'FR7630001007941234567890185',
    contact: { name: 'Paule Bocage', email: 'contact@papeterie.example', phone: '01 99 00 12 01' },
  },
  energies: {
    name: 'Énergies du Val',
    siret: '00000034900019',
    vatIdentifier: 'FR89000000349',
    street: '3 quai Vendeuvre',
    postCode: '50100',
    town: 'Cherbourg',
    iban: 'FR7630004000031234567890143',
    contact: { name: 'Facturation', email: 'factures@energies.example', phone: '01 99 00 12 02' },
  },
  numerique: {
    name: 'Numérique & Cie',
    siret: '00000056200017',
    vatIdentifier: 'FR49000000562',
    street: '8 allée du Silicium',
    postCode: '35000',
    town: 'Rennes',
    iban: 'FR7630006000011234567890189',
    contact: { email: 'billing@numerique.example' },
  },
  traiteur: {
    name: 'Traiteur Lemaire',
    siret: '00000078600012',
    vatIdentifier: 'FR42000000786',
    street: '5 place du Marché',
    postCode: '61000',
    town: 'Alençon',
    iban: 'FR5312739000101234567890169',
    contact: { name: 'Hugo Lemaire', phone: '01 99 00 12 04' },
  },
} as const;

export const publicEntities = {
  hospital: {
    name: 'Centre hospitalier de Valmont',
    siret: '00000210500013',
    kind: 'hospital',
    street: '1 avenue de la Santé',
    postCode: '14999',
    town: 'Valmont',
    contact: {
      name: 'Direction des finances, fournisseurs',
      email: 'fournisseurs@ch-valmont.example',
      phone: '01 99 00 21 05',
      note: 'Du lundi au vendredi, de 9 h à 12 h.',
    },
    requirements: { serviceCode: true, engagementNumber: false, serviceCodeOrEngagementNumber: false },
    reportsPayment: true,
    services: [
      {
        code: 'PHARMACIE',
        name: 'Pharmacie à usage intérieur',
        active: true,
        engagementNumberRequired: true,
      },
      {
        code: 'RESTAURATION',
        name: 'Restauration et hôtellerie',
        active: true,
        engagementNumberRequired: false,
      },
      {
        code: 'INFORMATIQUE',
        name: "Direction des systèmes d'information",
        active: true,
        engagementNumberRequired: false,
      },
      { code: 'TRAVAUX', name: 'Travaux et maintenance', active: true, engagementNumberRequired: false },
      { code: 'LINGERIE', name: 'Lingerie (fermé)', active: false, engagementNumberRequired: false },
    ],
  },
  town: {
    name: 'Commune de Saint-Aubin-des-Prés',
    siret: '00000320200017',
    kind: 'localAuthority',
    street: '1 place de la Mairie',
    postCode: '61999',
    town: 'Saint-Aubin-des-Prés',
    contact: { name: 'Secrétariat de mairie', email: 'mairie@saint-aubin.example', phone: '01 99 00 32 02' },
    requirements: { serviceCode: false, engagementNumber: true, serviceCodeOrEngagementNumber: false },
    reportsPayment: true,
    services: [
      { code: 'ECOLES', name: 'Écoles et cantine', active: true },
      { code: 'VOIRIE', name: 'Voirie et espaces verts', active: true },
      // What a town makes by and by, for the linter to tell: a twin, a name that says nothing, a service of last year.
      { code: 'ECOLE-1', name: 'Écoles et cantine', active: true },
      { code: 'FETES', name: 'FETES', active: true },
      { code: 'CIMETIERE', name: 'Cimetière', active: true, validUntil: '2025-12-31' },
    ],
  },
  state: {
    name: 'Direction départementale des territoires du Val',
    siret: '00000430900019',
    kind: 'state',
    street: '22 boulevard de la République',
    postCode: '76999',
    town: 'Val-sur-Mer',
    contact: { email: 'ddt-finances@val.example' },
    requirements: { serviceCode: false, engagementNumber: false, serviceCodeOrEngagementNumber: true },
    reportsPayment: false,
    services: [
      { code: 'FINDDT076', name: 'Bureau des finances', active: true, engagementNumberRequired: false },
    ],
  },
} as const;

/** Established in Belgium: known by its VAT number, whose check digits are right and which belongs to nobody. */
export const foreignSupplier = {
  name: 'Imprimerie des Deux Ponts',
  identifier: { type: 'UE_HORS_FRANCE', value: 'BE0999999922' },
  street: 'Quai de la Batte 4',
  postCode: '4000',
  town: 'Liège',
  country: 'BE',
  iban: 'BE68539007547034',
  contact: { name: 'Luc Peeters', email: 'luc@imprimerie.example' },
} as const;

/** Acts for suppliers through mandates, and sends no invoice of its own here. */
export const accountingFirm = {
  name: 'Cabinet Roche',
  siret: '00000089300016',
  vatIdentifier: 'FR72000000893',
  street: '27 rue du Commerce',
  postCode: '14000',
  town: 'Caen',
  contact: { name: 'Odile Roche', email: 'odile@cabinet.example', phone: '01 99 00 12 09' },
} as const;

export type SupplierKey = keyof typeof suppliers;
export type PublicEntityKey = keyof typeof publicEntities;
