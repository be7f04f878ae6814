import type { Grant, Role } from '@parvis/domain/access/actor';
import type { Language } from '@parvis/domain/display/language';
import type { PublicEntityKey, SupplierKey } from './demo-identifiers.js';

/** Known to everybody who reads this file: a production start refuses a database that holds these people. */
export const DEMO_PASSWORD = 'parvis-demo';

interface DemoPerson {
  readonly userId: string;
  readonly name: string;
  /** Under `.example`, which belongs to nobody (RFC 2606). */
  readonly email: string;
  readonly language: Language;
  /** Absent: belongs to nobody yet. */
  readonly structure?: SupplierKey | PublicEntityKey | 'imprimerie' | 'cabinet';
  readonly role: Role;
  /** Of a user; managers hold every space. */
  readonly grants?: readonly Grant[];
  /** For the list that the start prints. */
  readonly who: string;
}

const id = (position: number): string => `01900000-0000-7000-8001-${String(position).padStart(12, '0')}`;

export const demoPeople: readonly DemoPerson[] = [
  {
    userId: id(1),
    name: 'Paule Bocage',
    email: 'paule@papeterie.example',
    language: 'fr',
    structure: 'papeterie',
    role: 'mainManager',
    who: 'fournisseur, Papeterie du Bocage',
  },
  {
    userId: id(2),
    name: 'Yann Kerdoncuff',
    email: 'yann@energies.example',
    language: 'fr',
    structure: 'energies',
    role: 'user',
    grants: [{ space: 'issuedInvoices', level: 'full' }],
    who: 'fournisseur, Énergies du Val',
  },
  {
    userId: id(3),
    name: 'Inès Marchal',
    email: 'ines@numerique.example',
    language: 'en',
    structure: 'numerique',
    role: 'mainManager',
    who: 'supplier, Numérique & Cie (in English)',
  },
  {
    userId: id(4),
    name: 'Hugo Lemaire',
    email: 'hugo@traiteur.example',
    language: 'fr',
    structure: 'traiteur',
    role: 'mainManager',
    who: 'fournisseur, Traiteur Lemaire',
  },
  {
    userId: id(5),
    name: 'Claire Vasseur',
    email: 'claire@hopital.example',
    language: 'fr',
    structure: 'hospital',
    role: 'mainManager',
    who: 'finances, Centre hospitalier de Valmont',
  },
  {
    userId: id(6),
    name: 'Karim Benali',
    email: 'karim@hopital.example',
    language: 'fr',
    structure: 'hospital',
    role: 'user',
    grants: [
      { space: 'receivedInvoices', level: 'read' },
      { space: 'connections', level: 'read' },
    ],
    who: 'consultation seule, Centre hospitalier de Valmont',
  },
  {
    userId: id(7),
    name: 'Anne Rouault',
    email: 'anne@mairie.example',
    language: 'fr',
    structure: 'town',
    role: 'mainManager',
    who: 'mairie, Commune de Saint-Aubin-des-Prés',
  },
  {
    userId: id(8),
    name: 'Marc Delaunay',
    email: 'marc@ddt.example',
    language: 'fr',
    structure: 'state',
    role: 'user',
    grants: [
      { space: 'receivedInvoices', level: 'full' },
      { space: 'connections', level: 'full' },
    ],
    who: "service de l'État, Direction départementale des territoires du Val",
  },
  {
    userId: id(9),
    name: 'Luc Peeters',
    email: 'luc@imprimerie.example',
    language: 'fr',
    structure: 'imprimerie',
    role: 'mainManager',
    who: 'fournisseur belge, Imprimerie des Deux Ponts',
  },
  {
    userId: id(10),
    name: 'Sophie Guérin',
    email: 'sophie@mairie.example',
    language: 'fr',
    structure: 'town',
    role: 'deputyManager',
    who: 'gestionnaire secondaire, Commune de Saint-Aubin-des-Prés',
  },
  {
    userId: id(11),
    name: 'Thomas Niel',
    email: 'thomas@mairie.example',
    language: 'fr',
    structure: 'town',
    role: 'user',
    grants: [{ space: 'receivedInvoices', level: 'full', services: ['ECOLES'] }],
    who: 'service Écoles seulement, Commune de Saint-Aubin-des-Prés',
  },
  {
    userId: id(12),
    name: 'Léa Fontaine',
    email: 'lea@mairie.example',
    language: 'fr',
    role: 'user',
    who: 'demande à rejoindre la Commune de Saint-Aubin-des-Prés',
  },
  {
    userId: id(13),
    name: 'Odile Roche',
    email: 'odile@cabinet.example',
    language: 'fr',
    structure: 'cabinet',
    role: 'mainManager',
    who: 'expert-comptable, Cabinet Roche (mandats de deux fournisseurs)',
  },
];
