import { Button } from '../src/acts/button.js';
import { PageHeader } from '../src/frame/page-header.js';
import { BrokenState } from '../src/states/broken-state.js';
import { EmptyState } from '../src/states/empty-state.js';
import { NoRight } from '../src/states/no-right.js';
import { PageLoading } from '../src/states/page-loading.js';
import { ReadOnlyNotice } from '../src/states/read-only-notice.js';
import { Specimen } from './specimen.js';
import { useTold } from './told.js';

export function StatesPage() {
  const told = useTold();
  return (
    <>
      <PageHeader title={told('Les états d’une page', 'The states of a page')} />
      <Specimen name="EmptyState">
        <EmptyState
          title={told('Vous n’avez pas encore déposé de facture', 'You have not deposited an invoice yet')}
          why={told(
            'Vos factures apparaîtront ici dès leur dépôt, avec leur suivi jusqu’au paiement.',
            'Your invoices will show here as soon as you deposit them, and can be followed until they are paid.',
          )}
          firstStep={<Button>{told('Déposer une facture', 'Deposit an invoice')}</Button>}
        />
      </Specimen>
      <Specimen name="BrokenState">
        <BrokenState
          what={told('Le serveur ne répond pas.', 'The server does not answer.')}
          onRetry={() => {}}
          reference="7F3K-92QD"
        />
      </Specimen>
      <Specimen name="BrokenState · lost">
        <BrokenState
          title={told('Votre commentaire n’a pas pu partir', 'Your comment could not be sent')}
          what={told('La connexion a été coupée pendant l’envoi.', 'The connection broke while sending.')}
          lost
          onRetry={() => {}}
        />
      </Specimen>
      <Specimen name="NoRight">
        <NoRight
          right={told(
            'Valider les factures du service Pharmacie',
            'Approve the invoices of the Pharmacie service',
          )}
          whoCanGive={told('Hélène Marchand, gestionnaire principale', 'Hélène Marchand, main manager')}
          actions={<Button>{told('Demander ce droit', 'Ask for this right')}</Button>}
        />
      </Specimen>
      <Specimen name="ReadOnlyNotice" bare>
        <ReadOnlyNotice>
          {told(
            'Cette facture est payée : elle ne peut plus changer.',
            'This invoice is paid: it can no longer change.',
          )}
        </ReadOnlyNotice>
      </Specimen>
      <Specimen name="PageLoading · list" bare>
        <PageLoading shape="list" atOnce doing={told('Lecture de 240 factures', 'Reading 240 invoices')} />
      </Specimen>
      <Specimen name="PageLoading · detail" bare>
        <PageLoading shape="detail" atOnce />
      </Specimen>
      <Specimen name="PageLoading · form" bare>
        <PageLoading shape="form" atOnce />
      </Specimen>
    </>
  );
}
