-- Programs of a structure and their keys. A key is shown once; only its hash is kept.

CREATE TABLE technical_account (
  account_id uuid PRIMARY KEY,
  structure_id uuid NOT NULL REFERENCES structure,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by_name text NOT NULL,
  closed_at timestamptz
);

CREATE INDEX technical_account_of_structure ON technical_account (structure_id, name);

CREATE TABLE technical_key (
  key_id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES technical_account,
  public_part text NOT NULL UNIQUE,
  key_hash text NOT NULL UNIQUE,
  -- Grants as the domain knows them: space, level, services.
  scope jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  created_by_name text NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  replaced_by_key_id uuid REFERENCES technical_key,
  last_used_at timestamptz
);

CREATE INDEX technical_key_of_account ON technical_key (account_id, created_at DESC);
CREATE INDEX technical_key_ending ON technical_key (expires_at) WHERE revoked_at IS NULL AND replaced_by_key_id IS NULL;

-- Each warning is given once, whichever process thinks of it first.
CREATE TABLE technical_key_warning (
  key_id uuid NOT NULL REFERENCES technical_key,
  days_before integer NOT NULL,
  given_at timestamptz NOT NULL,
  PRIMARY KEY (key_id, days_before)
);
