import { useState } from 'react';
import { StepList } from '../src/display/step-list.js';
import { ComboboxField } from '../src/form/combobox-field.js';
import { RowsField } from '../src/form/rows-field.js';
import { TextField } from '../src/form/text-field.js';
import { useTold } from './told.js';

export function Steps() {
  const told = useTold();
  const go = () => {};
  return (
    <StepList
      label={told('Connecter un logiciel', 'Connect a system')}
      steps={[
        { key: 'reach', title: told('Adresse', 'Address'), state: 'done', onGo: go },
        { key: 'rights', title: told('Droits', 'Rights'), state: 'faulty', onGo: go },
        { key: 'books', title: told('Comptes', 'Accounts'), state: 'current' },
        { key: 'name', title: told('Mise en service', 'Going live'), state: 'toCome' },
      ]}
    />
  );
}

export function Account() {
  const told = useTold();
  const [account, setAccount] = useState('60625');
  return (
    <ComboboxField
      id="gallery-account"
      label={told('Compte de charge', 'Expense account')}
      hint={told('Tapez quelques lettres.', 'Type a few letters.')}
      value={account}
      onChange={setAccount}
      choices={[
        { value: '60621', label: told('60621 Combustibles', '60621 Fuel') },
        { value: '60625', label: told('60625 Fournitures médicales', '60625 Medical supplies') },
        { value: '6068', label: told('6068 Autres fournitures', '6068 Other supplies') },
      ]}
    />
  );
}

export function Rules() {
  const told = useTold();
  const [rows, setRows] = useState<readonly { readonly service: string; readonly account: string }[]>([
    { service: 'PHARMACIE', account: '60625' },
    { service: 'CUISINE', account: '60623' },
  ]);
  const columns = [
    { key: 'service', label: told('Service', 'Service') },
    { key: 'account', label: told('Compte', 'Account') },
  ] as const;
  return (
    <RowsField
      id="gallery-rules"
      label={told('Règles', 'Rules')}
      hint={told('La première qui convient décide.', 'The first that fits decides.')}
      rowName={told('Règle', 'Rule')}
      addLabel={told('Ajouter une règle', 'Add a rule')}
      columns={columns}
      rows={rows}
      onChange={setRows}
      blank={{ service: '', account: '' }}
      cell={(row, column, index) => (
        <TextField
          id={`gallery-rules-${index}-${column}`}
          label={columns.find(({ key }) => key === column)?.label}
          value={column === 'service' ? row.service : row.account}
          onChange={(value) =>
            setRows(rows.map((each, place) => (place === index ? { ...each, [column]: value } : each)))
          }
        />
      )}
    />
  );
}
