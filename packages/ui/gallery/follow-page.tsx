import { IconCheck, IconPlayerPause, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { ActBar } from '../src/acts/act-bar.js';
import { Button } from '../src/acts/button.js';
import { LegalClockBar } from '../src/display/legal-clock-bar.js';
import { LifeLine } from '../src/display/life-line.js';
import { StatusChip } from '../src/display/status-chip.js';
import { Timeline } from '../src/display/timeline.js';
import { FaultList } from '../src/faults/fault-list.js';
import { PageHeader } from '../src/frame/page-header.js';
import classes from './gallery.module.css';
import { Specimen } from './specimen.js';
import { useTold } from './told.js';

const now = new Date('2026-10-28T12:00:00Z');

export function FollowPage() {
  const told = useTold();
  const [active, setActive] = useState<string>();
  return (
    <>
      <PageHeader
        title={told('Facture F-2026-0042, Papeterie du Bocage', 'Invoice F-2026-0042, Papeterie du Bocage')}
        badge={
          <StatusChip tone="warning" code="208" size="large">
            {told('En attente d’un justificatif', 'Waiting for a document')}
          </StatusChip>
        }
        subtitle={told(
          'Votre facture est au service Pharmacie depuis 3 jours. Paiement attendu entre le 10 et le 16 janvier.',
          'Your invoice has been with the Pharmacie service for 3 days. Payment expected between 10 and 16 January.',
        )}
        breadcrumbs={[{ label: told('Factures', 'Invoices'), href: '?page=list' }]}
      />
      <Specimen name="ActBar" bare>
        <ActBar
          label={told('Actes ouverts', 'Open acts')}
          summary={told('À vous de décider', 'Yours to decide')}
          acts={[
            {
              key: 'approve',
              label: told('Approuver', 'Approve'),
              icon: <IconCheck size={18} />,
              weight: 'main',
              consequence: told(
                'La facture part en comptabilité. Le fournisseur lit « Service fait ».',
                'The invoice goes to accounting. The supplier reads “Service confirmed”.',
              ),
              onAct: () => {},
            },
            {
              key: 'suspend',
              label: told('Suspendre', 'Suspend'),
              icon: <IconPlayerPause size={18} />,
              consequence: told(
                'Le délai s’arrête. Le fournisseur reçoit le motif et peut compléter.',
                'The clock stops. The supplier receives the reason and can complete.',
              ),
              onAct: () => {},
            },
            {
              key: 'refuse',
              label: told('Rejeter', 'Refuse'),
              icon: <IconX size={18} />,
              weight: 'destructive',
              consequence: told(
                'Le fournisseur devra envoyer une nouvelle facture.',
                'The supplier will have to send a new invoice.',
              ),
              onAct: () => {},
            },
          ]}
        />
      </Specimen>
      <div className={classes.two}>
        <Specimen name="Timeline">
          <Timeline
            label={told('Vie de la facture', 'Life of the invoice')}
            now={now}
            toCome={[
              { key: 'approve', title: told('Service fait', 'Service confirmed') },
              { key: 'order', title: told('Mandatement', 'Payment order') },
              { key: 'pay', title: told('Paiement', 'Payment') },
            ]}
            steps={[
              {
                key: '1',
                title: told('Déposée', 'Deposited'),
                code: '200',
                at: '2026-10-21T08:42:00Z',
                who: 'Papeterie du Bocage',
                documents: [{ key: 'a', label: 'F-2026-0042.xml', href: '#f' }],
              },
              {
                key: '2',
                title: told('Mise à disposition', 'Made available'),
                code: '203',
                tone: 'info',
                at: '2026-10-21T08:43:00Z',
                who: 'Parvis',
              },
              {
                key: '3',
                title: told('Prise en charge', 'Taken in charge'),
                code: '204',
                tone: 'progress',
                at: '2026-10-22T13:05:00Z',
                who: 'Claire Vasseur, Pharmacie',
                source: 'Tryton : draft',
              },
              {
                key: '4',
                title: told('En attente d’un justificatif', 'Waiting for a document'),
                code: '208',
                tone: 'warning',
                at: '2026-10-25T09:10:00Z',
                who: 'Claire Vasseur, Pharmacie',
                reason: told('Bon de livraison manquant', 'Delivery note missing'),
                comment: told(
                  'Pouvez-vous joindre le bon de livraison du 18 octobre ?',
                  'Could you attach the delivery note of 18 October?',
                ),
                documents: [{ key: 'b', label: 'commande-4107.pdf', href: '#c' }],
              },
            ]}
          />
        </Specimen>
        <div>
          <Specimen name="LegalClockBar">
            <div className={classes.stack}>
              <LegalClockBar day={12} limit={50} dueDate="2026-12-09" />
              <LegalClockBar day={44} limit={50} dueDate="2026-11-04" />
              <LegalClockBar day={57} limit={50} dueDate="2026-10-21" />
              <LegalClockBar day={18} limit={50} state="paused" />
              <LegalClockBar day={23} limit={30} state="settled" />
            </div>
          </Specimen>
          <Specimen name="LifeLine">
            <div className={classes.stack}>
              <LifeLine
                label={told('Dépôt de facture-42.xml', 'Deposit of facture-42.xml')}
                steps={[
                  { key: 'read', label: told('Lue', 'Read'), state: 'done' },
                  { key: 'checked', label: told('Vérifiée', 'Checked'), state: 'current' },
                  { key: 'sent', label: told('Envoyée', 'Sent'), state: 'waiting' },
                ]}
              />
              <LifeLine
                label={told('Dépôt de facture-43.xml', 'Deposit of facture-43.xml')}
                steps={[
                  { key: 'read', label: told('Lue', 'Read'), state: 'done' },
                  {
                    key: 'checked',
                    label: told('2 points à corriger', '2 things to correct'),
                    state: 'failed',
                  },
                  { key: 'sent', label: told('Envoyée', 'Sent'), state: 'waiting' },
                ]}
              />
            </div>
          </Specimen>
        </div>
      </div>
      <Specimen name="FaultList" bare>
        <FaultList
          label={told('Ce qui empêche l’envoi', 'What stops the sending')}
          activeKey={active}
          onActivate={setActive}
          onChoose={() => {}}
          faults={[
            {
              key: 'vat',
              severity: 'blocking',
              fieldLabel: told('Montant de TVA', 'VAT amount'),
              found: '19,99 €',
              message: told(
                'Le montant de TVA (19,99 €) ne correspond pas au calcul (20,00 € = 100,00 € × 20 %).',
                'The VAT amount (€19.99) does not match the calculation (€20.00 = €100.00 × 20%).',
              ),
              why: told(
                'La TVA de chaque taux est sa base multipliée par le taux, arrondie au centime.',
                'The VAT of each rate is its base times the rate, rounded to the cent.',
              ),
              rule: 'BR-CO-17',
              place: '/Invoice/TaxTotal/TaxSubtotal[1]/TaxAmount',
              mend: <Button size="compact-md">{told('Corriger à 20,00 €', 'Correct to €20.00')}</Button>,
            },
            {
              key: 'service',
              severity: 'blocking',
              fieldLabel: told('Code service', 'Service code'),
              message: told(
                'Le code service manque. Le Centre hospitalier de Valmont l’exige.',
                'The service code is missing. Centre hospitalier de Valmont requires it.',
              ),
              nextStep: told('Choisissez le service qui a commandé.', 'Choose the service that ordered.'),
              choices: [
                { value: 'PHARMACIE', label: 'Pharmacie à usage intérieur' },
                { value: 'RESTAURATION', label: 'Restauration et hôtellerie' },
                { value: 'TRAVAUX', label: 'Travaux et maintenance' },
              ],
              rule: 'PARVIS-REC-01',
            },
            {
              key: 'terms',
              severity: 'advice',
              fieldLabel: told('Conditions de paiement', 'Payment terms'),
              found: told('30 jours', '30 days'),
              message: told(
                'Le délai légal de ce destinataire est de 50 jours. L’échéance écrite ne sera pas retenue.',
                'The legal limit of this recipient is 50 days. The date written will not apply.',
              ),
              rule: 'PARVIS-ADV-04',
            },
            ...['UBL-CR-646', 'UBL-CR-001', 'UBL-CR-001'].map((rule, position) => ({
              key: `${position} ${rule}`,
              severity: 'advice' as const,
              technical: true,
              fieldLabel: told('Fichier', 'File'),
              message: told(
                'Le fichier contient un élément que la norme ne prévoit pas.',
                'The file holds an element that the standard does not provide for.',
              ),
              rule,
            })),
          ]}
        />
      </Specimen>
    </>
  );
}
