-- Second factors, sessions that people can see and end, and sign-in by an OpenID provider.

-- A failed try counts for an address, for a network address or for somebody's second factor: each is a subject.
ALTER TABLE failed_sign_in RENAME COLUMN email TO subject;

ALTER TABLE session
  -- What lists name a session by; the token's hash never leaves the database.
  ADD COLUMN session_id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  ADD COLUMN last_seen_at timestamptz NOT NULL DEFAULT now(),
  -- When the person last proved who they are: what is delicate asks for a recent proof.
  ADD COLUMN proved_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN means text NOT NULL DEFAULT 'password',
  ADD COLUMN network_address text,
  ADD COLUMN user_agent text,
  -- Of a session opened by an OpenID provider: what signing out there asks for, sealed.
  ADD COLUMN openid_provider text,
  ADD COLUMN openid_token text;

CREATE INDEX session_of_person ON session (user_id);

CREATE TABLE totp (
  user_id uuid PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  -- Sealed under the installation's key.
  secret text NOT NULL,
  started_at timestamptz NOT NULL,
  -- Null until a first code has proved that the app knows the secret.
  confirmed_at timestamptz,
  -- The last time step whose code was taken: each is taken once (RFC 6238, 5.2).
  last_step bigint
);

CREATE TABLE webauthn_credential (
  credential_id text PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  public_key text NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);

CREATE INDEX webauthn_credential_of_person ON webauthn_credential (user_id);

CREATE TABLE recovery_code (
  user_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  code_hash text NOT NULL,
  PRIMARY KEY (user_id, code_hash)
);

-- What stands between two steps: the first factor given and the second awaited, a passkey asked for.
CREATE TABLE sign_in_challenge (
  challenge_hash text PRIMARY KEY,
  purpose text NOT NULL,
  -- Null where nobody has said who they are.
  user_id uuid REFERENCES person ON DELETE CASCADE,
  -- What the passkey signs.
  webauthn_challenge text,
  means text,
  -- Of a first step taken at a provider, for the session to come; sealed.
  openid_provider text,
  openid_token text,
  expires_at timestamptz NOT NULL
);

CREATE INDEX sign_in_challenge_expiry ON sign_in_challenge (expires_at);

-- A sign-in that is under way at a provider; taken out by its return, once.
CREATE TABLE openid_request (
  state_hash text PRIMARY KEY,
  provider text NOT NULL,
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  return_to text NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE INDEX openid_request_expiry ON openid_request (expires_at);

CREATE TABLE openid_identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  user_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  provider text NOT NULL,
  email text NOT NULL,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (issuer, subject)
);

CREATE INDEX openid_identity_of_person ON openid_identity (user_id);

-- An identity that somebody brought from a provider, until they have proved that the account is theirs.
CREATE TABLE openid_link (
  link_hash text PRIMARY KEY,
  issuer text NOT NULL,
  subject text NOT NULL,
  provider text NOT NULL,
  email text NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE INDEX openid_link_expiry ON openid_link (expires_at);
