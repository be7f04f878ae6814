import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { ConfirmDialog } from '@parvis/ui/acts/confirm-dialog';
import { type ReactNode, useState } from 'react';
import { useDisplay } from '../display/use-display.js';
import {
  type ProtectionPartsFragment,
  RemovePasskeyDocument,
  RenamePasskeyDocument,
} from '../gql/graphql.js';
import classes from './account.module.css';
import { AddPasskeyDialog } from './add-passkey-dialog.js';
import { NameDialog } from './name-dialog.js';
import { factorsOf, type SectionProps } from './section-props.js';
import { useProtectionAct } from './use-protection-act.js';
import { useAccountWords } from './words.js';

type Passkey = ProtectionPartsFragment['passkeys'][number];

type Open =
  | { readonly what: 'add' }
  | { readonly what: 'rename'; readonly passkey: Passkey }
  | { readonly what: 'remove'; readonly passkey: Passkey };

export function PasskeySection({ protection, onChanged }: SectionProps): ReactNode {
  const say = useAccountWords();
  const [open, setOpen] = useState<Open>();
  const { run, sending } = useProtectionAct(onChanged);
  const [rename] = useMutation(RenamePasskeyDocument);
  const [remove] = useMutation(RemovePasskeyDocument);
  const close = (): void => setOpen(undefined);
  const renameTo = async ({ id }: Passkey, name: string): Promise<void> => {
    const renamed = await run(
      async () => (await rename({ variables: { id, name } })).data?.renamePasskey,
      undefined,
    );
    if (renamed) close();
  };
  const takeAway = async ({ id }: Passkey): Promise<void> => {
    close();
    await run(async () => (await remove({ variables: { id } })).data?.removePasskey, say('passkeyRemoved'));
  };
  return (
    <div className={classes.factor}>
      <h3 className={classes.factorTitle}>{say('passkeys')}</h3>
      <p className={classes.text}>{say('passkeysText')}</p>
      {protection.passkeys.length === 0 ? (
        <p className={classes.faint}>{say('noPasskey')}</p>
      ) : (
        <ul className={classes.rows}>
          {protection.passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              passkey={passkey}
              onRename={() => setOpen({ what: 'rename', passkey })}
              onRemove={() => setOpen({ what: 'remove', passkey })}
            />
          ))}
        </ul>
      )}
      <div className={classes.acts}>
        <Button
          variant={factorsOf(protection) === 0 ? 'filled' : 'default'}
          onClick={() => setOpen({ what: 'add' })}
        >
          {say('addPasskey')}
        </Button>
      </div>
      {open?.what === 'add' && <AddPasskeyDialog onChanged={onChanged} onClose={close} />}
      {open?.what === 'rename' && (
        <NameDialog
          title={say('renameTitle', { name: open.passkey.name })}
          name={open.passkey.name}
          sending={sending}
          submitLabel={say('save')}
          onSubmit={(name) => void renameTo(open.passkey, name)}
          onClose={close}
        />
      )}
      {open?.what === 'remove' && (
        <ConfirmDialog
          opened
          destructive
          title={say('removeName', { name: open.passkey.name })}
          confirmLabel={say('remove')}
          onConfirm={() => void takeAway(open.passkey)}
          onClose={close}
        >
          <p>{say('removePasskeyText')}</p>
          {factorsOf(protection) === 1 && <p>{say('lastFactorText')}</p>}
        </ConfirmDialog>
      )}
    </div>
  );
}

interface RowProps {
  readonly passkey: Passkey;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

function PasskeyRow({ passkey, onRename, onRemove }: RowProps): ReactNode {
  const say = useAccountWords();
  const { day, ago } = useDisplay();
  const { name, createdAt, lastUsedAt } = passkey;
  return (
    <li className={classes.row}>
      <div>
        <strong>{name}</strong>
        <div className={classes.faint}>
          {say('addedOn', { date: day(createdAt.slice(0, 10)) })}
          {' · '}
          {lastUsedAt ? say('lastUsed', { ago: ago(lastUsedAt) }) : say('neverUsed')}
        </div>
      </div>
      <div className={classes.acts}>
        <Button variant="subtle" aria-label={say('renameName', { name })} onClick={onRename}>
          {say('rename')}
        </Button>
        <Button variant="subtle" color="red" aria-label={say('removeName', { name })} onClick={onRemove}>
          {say('remove')}
        </Button>
      </div>
    </li>
  );
}
