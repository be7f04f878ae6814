import { useKeptDraft } from '@parvis/web-kit/drafts/kept-draft';
import { useMemo, useState } from 'react';
import type { ConnectionEnvironment } from '../../../gql/graphql.js';
import {
  draftOf,
  type FormField,
  type RowDraft,
  readSettings,
  rowsOf,
  type SettingsDraft,
  settingsJson,
  withoutBlankRows,
  withoutSecrets,
} from './settings-draft.js';

/** What every connection has, whatever its kind. */
export interface AboutDraft {
  readonly name: string;
  readonly environment: ConnectionEnvironment;
  readonly deliverWhen: 'MADE_AVAILABLE' | 'SERVICE_CONFIRMED';
  readonly live: boolean;
  readonly refuseWhenCancelled: boolean;
}

interface SavedConnection {
  readonly about: AboutDraft;
  /** As JSON, without secrets. */
  readonly settings: string;
}

export interface ConnectionDraft {
  readonly draft: SettingsDraft;
  readonly about: AboutDraft;
  readonly isChanged: boolean;
  readonly change: (changes: SettingsDraft) => void;
  readonly changeAbout: (changes: Partial<AboutDraft>) => void;
  readonly forget: () => void;
  /** Without the rows in which nothing was typed: places then name the rows as they are sent. */
  readonly tidy: () => SettingsDraft;
  readonly json: (draft: SettingsDraft) => string;
}

/** The settings of a connection as typed over what is stored: kept on this device until saved, all but secrets. */
export const useSettingsDraft = (
  key: string,
  fields: readonly FormField[],
  saved: SavedConnection,
): ConnectionDraft => {
  const stored = useMemo(() => readSettings(saved.settings), [saved.settings]);
  const before = useMemo(
    () => ({ settings: flat(withoutSecrets(fields, draftOf(fields, stored))), about: saved.about }),
    [fields, stored, saved.about],
  );
  const kept = useKeptDraft(`${key}.settings`, before.settings);
  const about = useKeptDraft(`${key}.about`, before.about);
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({});
  const isSecret = (name: string): boolean =>
    fields.some((field) => field.name === name && field.type === 'SECRET');
  const change = (changes: SettingsDraft): void => {
    const [secret, plain] = [
      Object.entries(changes).filter(([name]) => isSecret(name)),
      withoutSecrets(fields, changes),
    ];
    if (secret.length > 0)
      setSecrets((typed) => ({ ...typed, ...(Object.fromEntries(secret) as typeof typed) }));
    if (Object.keys(plain).length > 0) kept.change(flat(plain));
  };
  const draft = { ...unfolded(fields, kept.draft), ...secrets };
  return {
    draft,
    about: about.draft,
    isChanged: kept.isChanged || about.isChanged || Object.values(secrets).some((text) => text !== ''),
    change,
    changeAbout: about.change,
    forget: () => {
      kept.forget();
      about.forget();
      setSecrets({});
    },
    tidy: () => {
      const tidied = withoutBlankRows(draft);
      const shorter = fields.filter(
        ({ name, type }) => type === 'ROWS' && rowsOf(tidied, name).length < rowsOf(draft, name).length,
      );
      if (shorter.length > 0)
        change(Object.fromEntries(shorter.map(({ name }) => [name, rowsOf(tidied, name)])));
      return tidied;
    },
    json: (typed) => settingsJson(fields, typed, stored),
  };
};

/** Rows as one text: two drafts then differ where their values do. */
const flat = (draft: SettingsDraft): Record<string, string | boolean> =>
  Object.fromEntries(
    Object.entries(draft).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : value,
    ]),
  );

const unfolded = (
  fields: readonly FormField[],
  draft: Readonly<Record<string, string | boolean>>,
): SettingsDraft =>
  Object.fromEntries(
    Object.entries(draft).map(([name, value]) => {
      const isRows = fields.some((field) => field.name === name && field.type === 'ROWS');
      return [name, isRows && typeof value === 'string' ? (JSON.parse(value) as readonly RowDraft[]) : value];
    }),
  );
