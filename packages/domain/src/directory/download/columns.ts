import { type Bilingual, say } from '../../display/language.js';
import { demandOf } from '../demand.js';
import { type DirectoryEntry, type DirectoryService, paymentTermDays } from '../directory-entry.js';

export type DownloadValue = string | number | boolean | undefined;

/** A column of the whole-directory files: its name in CSV, its key in JSON, what it says, how it is read off. */
export interface DownloadColumn<From> {
  readonly name: string;
  readonly meaning: Bilingual;
  readonly of: (from: From) => DownloadValue;
}

/** Of the entity, repeated on each of its lines. The order is that of the file; new columns are added at the end. */
export const entityColumns: readonly DownloadColumn<DirectoryEntry>[] = [
  column('siret', ({ siret }) => siret, 'SIRET, 14 chiffres', 'SIRET, 14 digits'),
  column('name', ({ name }) => name, 'Nom officiel', 'Official name'),
  column(
    'kind',
    ({ kind }) => kind,
    'Type : state (État), localAuthority (collectivité), hospital (établissement de santé), publicEstablishment (autre établissement public)',
    'Kind: state, localAuthority (town, department, region), hospital, publicEstablishment (any other public body)',
  ),
  column(
    'active',
    ({ active }) => active,
    'Reçoit des factures à la date du fichier',
    'Takes invoices on the day of the file',
  ),
  column('street', ({ address }) => address?.street, 'Rue', 'Street'),
  column('postCode', ({ address }) => address?.postCode, 'Code postal', 'Post code'),
  column('town', ({ town }) => town, 'Ville', 'Town'),
  column('department', ({ department }) => department, 'Numéro du département', 'Number of the department'),
  column(
    'demand',
    ({ requirements }) => demandOf(requirements),
    "Ce que la facture porte : nothing (rien), serviceCode (code service), engagementNumber (numéro d'engagement), both (les deux), either (l'un des deux)",
    'What an invoice carries: nothing, serviceCode, engagementNumber, both, either of the two',
  ),
  column(
    'works',
    ({ worksAuthority = 'no' }) => worksAuthority,
    "Maîtrise d'ouvrage : no, also (aussi), only (factures de travaux seulement)",
    'Works authority: no, also, only (works documents alone)',
  ),
  column(
    'reportsPayment',
    ({ reportsPayment }) => reportsPayment,
    'Signale le paiement',
    'Tells of the payment',
  ),
  column(
    'paymentDays',
    ({ kind }) => paymentTermDays(kind),
    'Délai légal de paiement, en jours',
    'Legal limit to pay, in days',
  ),
  column('contactName', ({ contact }) => contact?.name, 'Contact : nom', 'Contact: name'),
  column('contactEmail', ({ contact }) => contact?.email, 'Contact : courriel', 'Contact: mail'),
  column('contactPhone', ({ contact }) => contact?.phone, 'Contact : téléphone', 'Contact: telephone'),
];

/** Of the service. An entity without services has one line without them; in JSON they stand in `services`. */
export const serviceColumns: readonly DownloadColumn<DirectoryService>[] = [
  column('serviceCode', ({ code }) => code, 'Code du service', 'Code of the service'),
  column('serviceName', ({ name }) => name, 'Nom du service', 'Name of the service'),
  column(
    'serviceActive',
    ({ active }) => active,
    'Le service reçoit des factures à la date du fichier',
    'The service takes invoices on the day of the file',
  ),
  column(
    'serviceEngagement',
    ({ engagementNumberRequired }) => engagementNumberRequired,
    "Numéro d'engagement pour ce service : true (exigé), false (non exigé), vide (comme l'entité)",
    'Engagement number for this service: true, false, or empty where the entity decides',
  ),
  column(
    'serviceDescription',
    ({ description }) => description,
    'Ce que le service achète',
    'What the service buys',
  ),
  column(
    'serviceValidFrom',
    ({ validFrom }) => validFrom,
    'Premier jour de validité',
    'First day of validity',
  ),
  column(
    'serviceValidUntil',
    ({ validUntil }) => validUntil,
    'Dernier jour de validité',
    'Last day of validity',
  ),
];

/** What became of an entity since the edition before. */
export type EntityChange = 'added' | 'changed' | 'closed';

/** The first column of a file of differences; the others say how the entity stands now. */
export const changeColumn: DownloadColumn<EntityChange> = column(
  'change',
  (change) => change,
  'Depuis la veille : added (nouvelle ou rouverte), changed (modifiée), closed (fermée)',
  'Since the edition before: added (new, or open again), changed, closed',
);

function column<From>(
  name: string,
  of: (from: From) => DownloadValue,
  fr: string,
  en: string,
): DownloadColumn<From> {
  return { name, of, meaning: say(fr, en) };
}
