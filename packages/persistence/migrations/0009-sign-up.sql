-- Accounts that are asked for and not there yet, and links that are sent to an address to prove that it is somebody's.

-- Apart from accounts: whoever asks may give an address that is not theirs.
CREATE TABLE pending_sign_up (
  -- Of the secret that the browser which asked holds; the secret itself is never stored.
  sign_up_hash text PRIMARY KEY,
  email text NOT NULL,
  name text NOT NULL,
  language text NOT NULL CHECK (language IN ('fr', 'en')),
  -- argon2id, PHC string.
  password_hash text NOT NULL,
  -- What becomes of it: the structure as it was typed, or the one that was there. A decoy leads nowhere: the address has
  -- an account already, and the answer must not tell.
  target jsonb NOT NULL,
  -- Of the six digits together with the browser's secret: a copy of this table is no help in guessing them.
  code_hash text NOT NULL,
  code_expires_at timestamptz NOT NULL,
  code_tries integer NOT NULL,
  link_hash text NOT NULL UNIQUE,
  -- Mails sent for it so far, and when the last was.
  sendings integer NOT NULL,
  last_sent_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE INDEX pending_sign_up_expiry ON pending_sign_up (expires_at);

-- A link that a person of ours was sent: a new password, another address. Each opens once.
CREATE TABLE account_link (
  link_hash text PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('resetPassword', 'changeEmail')),
  user_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  -- Of changeEmail: the address the person goes over to.
  email text,
  expires_at timestamptz NOT NULL,
  CHECK ((purpose = 'changeEmail') = (email IS NOT NULL))
);

CREATE INDEX account_link_of_person ON account_link (user_id);
CREATE INDEX account_link_expiry ON account_link (expires_at);

-- What strangers have asked for, counted by subject: an address or a network address, for one purpose.
CREATE TABLE asking (
  subject text NOT NULL,
  asked_at timestamptz NOT NULL,
  asking_id uuid NOT NULL DEFAULT gen_random_uuid(),
  PRIMARY KEY (subject, asked_at, asking_id)
);

CREATE INDEX asking_age ON asking (asked_at);
