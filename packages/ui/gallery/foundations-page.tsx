import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '../src/acts/button.js';
import { ConfirmDialog } from '../src/acts/confirm-dialog.js';
import { AmountText } from '../src/display/amount-text.js';
import { CopyText } from '../src/display/copy-text.js';
import { DateText } from '../src/display/date-text.js';
import { Notice } from '../src/display/notice.js';
import { StatusChip } from '../src/display/status-chip.js';
import { Term } from '../src/display/term.js';
import type { Tone } from '../src/display/tone.js';
import { PageHeader } from '../src/frame/page-header.js';
import { SectionTabs } from '../src/frame/section-tabs.js';
import { useToast } from '../src/toast/toasts.js';
import classes from './gallery.module.css';
import { Specimen } from './specimen.js';
import { useTold } from './told.js';

const tokens = [
  'page',
  'surface',
  'sunken',
  'line',
  'line-strong',
  'ink',
  'ink-soft',
  'ink-faint',
  'accent',
  'accent-soft',
  'header',
];

const tones: readonly {
  readonly tone: Tone;
  readonly code: string;
  readonly words: readonly [string, string];
}[] = [
  { tone: 'neutral', code: '200', words: ['Déposée', 'Deposited'] },
  { tone: 'info', code: '203', words: ['Mise à disposition', 'Made available'] },
  { tone: 'progress', code: '204', words: ['Prise en charge', 'Taken in charge'] },
  { tone: 'warning', code: '208', words: ['En attente d’un justificatif', 'Waiting for a document'] },
  { tone: 'danger', code: '210', words: ['Refusée par le destinataire', 'Refused by the recipient'] },
  { tone: 'success', code: '211', words: ['Paiement transmis', 'Payment sent'] },
];

export function FoundationsPage() {
  const told = useTold();
  const toast = useToast();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <PageHeader
        title={told('Fondations', 'Foundations')}
        subtitle={told(
          'Pierre, encre et un seul accent. Un statut est toujours une forme et un mot, jamais une couleur seule.',
          'Stone, ink and a single accent. A status is always a shape and a word, never a colour alone.',
        )}
        breadcrumbs={[{ label: told('Galerie', 'Gallery'), href: '?' }]}
        mainAct={
          <Button size="md" iconAfter={<IconArrowRight size={18} />}>
            {told('Acte principal', 'Main act')}
          </Button>
        }
      />
      <Specimen name="tokens">
        <ul className={classes.swatches}>
          {tokens.map((token) => (
            <li key={token}>
              <div className={classes.swatch} style={{ background: `var(--pv-${token})` }} />
              {token}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="SectionTabs">
        <SectionTabs
          label={told('Pages de l’organisation', 'Pages of the organisation')}
          tabs={[
            { href: '?page=foundations', label: told('Structure', 'Structure'), current: true },
            { href: '?page=list', label: told('Personnes', 'People'), current: false },
            { href: '?page=follow', label: told('Demandes', 'Requests'), current: false, count: 2 },
          ]}
        />
      </Specimen>
      <Specimen name="StatusChip">
        <div className={classes.stack}>
          <div className={classes.row}>
            {tones.map(({ tone, code, words }) => (
              <StatusChip key={tone} tone={tone} code={code}>
                {told(...words)}
              </StatusChip>
            ))}
          </div>
          <div className={classes.row}>
            {tones.map(({ tone, words }) => (
              <StatusChip key={tone} tone={tone} size="large">
                {told(...words)}
              </StatusChip>
            ))}
          </div>
        </div>
      </Specimen>
      <Specimen name="Notice">
        <div className={classes.stack}>
          <Notice
            tone="success"
            title={told('Facture reçue le 3 mars à 10 h 42', 'Invoice received on 3 March at 10:42')}
          >
            {told(
              'Gardez ce reçu : il fait foi de la date de dépôt.',
              'Keep this receipt: it proves the date of deposit.',
            )}
          </Notice>
          <Notice
            tone="warning"
            title={told('Il manque le numéro d’engagement', 'The engagement number is missing')}
            actions={
              <Button size="compact-sm" variant="default">
                {told('Compléter', 'Complete')}
              </Button>
            }
            onClose={() => {}}
          >
            {told(
              'Le Centre hospitalier de Valmont l’exige pour le service Pharmacie. Vous le trouverez sur le bon de commande.',
              'Centre hospitalier de Valmont requires it for the Pharmacie service. You will find it on the purchase order.',
            )}
          </Notice>
          <Notice
            tone="danger"
            title={told('Cette facture a changé entre-temps', 'This invoice has changed meanwhile')}
          >
            {told('Relisez-la avant de décider.', 'Read it again before you decide.')}
          </Notice>
          <Notice tone="info">
            {told(
              'Le service Lingerie est fermé depuis le 1er janvier.',
              'The Lingerie service closed on 1 January.',
            )}
          </Notice>
        </div>
      </Specimen>
      <Specimen name="Button">
        <div className={classes.row}>
          <Button>{told('Approuver', 'Approve')}</Button>
          <Button variant="default">{told('Suspendre', 'Suspend')}</Button>
          <Button variant="light">{told('Ajouter', 'Add')}</Button>
          <Button variant="subtle">{told('Voir tout', 'See all')}</Button>
          <Button color="red">{told('Rejeter', 'Refuse')}</Button>
          <Button variant="default" color="red">
            {told('Rejeter', 'Refuse')}
          </Button>
          <Button disabled>{told('Fermé', 'Closed')}</Button>
        </div>
      </Specimen>
      <Specimen name="AmountText, DateText, Term, CopyText">
        <div className={classes.stack}>
          <span>
            <AmountText value="1234567.80" /> · <AmountText value="-42.5" /> ·{' '}
            <AmountText value="99.90" currency="USD" />
          </span>
          <span>
            <DateText value={new Date(Date.now() - 20 * 60_000)} /> ·{' '}
            <DateText value={new Date(Date.now() - 3 * 86_400_000)} /> ·{' '}
            <DateText value="2026-03-03" look="day" /> ·{' '}
            <DateText value="2026-03-03T09:42:00Z" look="exact" />
          </span>
          <span>
            {told('Le ', 'The ')}
            <Term
              explanation={told(
                'Ce qui dit qui envoie la facture et pourquoi : un fournisseur, un sous-traitant, un marché de travaux.',
                'What tells who sends the invoice and why: a supplier, a subcontractor, a works contract.',
              )}
            >
              {told('cadre de facturation', 'invoicing framework')}
            </Term>
            {told(' est A1.', ' is A1.')}
          </span>
          <span>
            SIRET <CopyText value="00000012500013" shown="000 000 125 00013" label="SIRET" />
          </span>
        </div>
      </Specimen>
      <Specimen name="Toast, ConfirmDialog">
        <div className={classes.row}>
          <Button
            variant="default"
            onClick={() =>
              toast({
                message: told('3 factures attribuées à Paul', '3 invoices assigned to Paul'),
                undo: () => {},
              })
            }
          >
            {told('Faire un acte réversible', 'Do what can be undone')}
          </Button>
          <Button variant="default" color="red" onClick={() => setAsked(true)}>
            {told('Rejeter la facture', 'Refuse the invoice')}
          </Button>
        </div>
        <ConfirmDialog
          opened={asked}
          destructive
          title={told('Rejeter la facture F-2026-0042', 'Refuse invoice F-2026-0042')}
          confirmLabel={told('Rejeter la facture', 'Refuse the invoice')}
          onConfirm={() => setAsked(false)}
          onClose={() => setAsked(false)}
        >
          <p>
            {told(
              'Papeterie du Bocage devra envoyer une nouvelle facture. Ce rejet ne peut pas être annulé.',
              'Papeterie du Bocage will have to send a new invoice. This cannot be undone.',
            )}
          </p>
        </ConfirmDialog>
      </Specimen>
    </>
  );
}
