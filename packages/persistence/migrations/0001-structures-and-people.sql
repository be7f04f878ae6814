-- Reference tables: small, read everywhere, copied to every node of a cluster.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- A legal person that sends invoices or receives them; one that does both has a row for each side.
CREATE TABLE structure (
  structure_id uuid PRIMARY KEY,
  side text NOT NULL CHECK (side IN ('supplier', 'publicEntity')),
  siret text NOT NULL CHECK (siret ~ '^[0-9]{14}$'),
  name text NOT NULL,
  active boolean NOT NULL,
  -- Public entities only.
  kind text CHECK (kind IN ('state', 'localAuthority', 'hospital', 'publicEstablishment')),
  town text,
  requires_service_code boolean NOT NULL DEFAULT false,
  requires_engagement_number boolean NOT NULL DEFAULT false,
  requires_either boolean NOT NULL DEFAULT false,
  reports_payment boolean NOT NULL DEFAULT false,
  -- Name and town in small letters without accents, for the search in the directory.
  plain_name text NOT NULL,
  plain_town text NOT NULL,
  UNIQUE (side, siret),
  CHECK (side = 'supplier' OR (kind IS NOT NULL AND town IS NOT NULL))
);

-- A supplier is looked up by SIREN, the first nine digits.
CREATE INDEX structure_siren ON structure (left(siret, 9)) WHERE side = 'supplier';
CREATE INDEX structure_plain_name ON structure USING gin (plain_name gin_trgm_ops) WHERE side = 'publicEntity';
CREATE INDEX structure_plain_town ON structure USING gin (plain_town gin_trgm_ops) WHERE side = 'publicEntity';

CREATE TABLE service (
  structure_id uuid NOT NULL REFERENCES structure,
  code text NOT NULL,
  name text NOT NULL,
  active boolean NOT NULL,
  -- Null: the entity's own setting holds.
  engagement_number_required boolean,
  -- The order in which the entity lists its services.
  position integer NOT NULL,
  PRIMARY KEY (structure_id, code)
);

CREATE TABLE person (
  user_id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text NOT NULL,
  language text NOT NULL CHECK (language IN ('fr', 'en')),
  -- argon2id, PHC string.
  password_hash text NOT NULL
);

CREATE TABLE membership (
  user_id uuid NOT NULL REFERENCES person,
  structure_id uuid NOT NULL REFERENCES structure,
  role text NOT NULL CHECK (role IN ('manager', 'agent', 'reader')),
  position integer NOT NULL,
  PRIMARY KEY (user_id, structure_id)
);

-- The token itself is never stored.
CREATE TABLE session (
  token_hash text PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE INDEX session_expiry ON session (expires_at);

-- Also for addresses nobody has: whoever tries them learns nothing.
CREATE TABLE failed_sign_in (
  email text NOT NULL,
  failed_at timestamptz NOT NULL,
  failure_id uuid NOT NULL DEFAULT gen_random_uuid(),
  PRIMARY KEY (email, failed_at, failure_id)
);

-- A file sent ahead of the act that will use it; it has no recipient yet.
CREATE TABLE upload (
  user_id uuid NOT NULL REFERENCES person,
  upload_id uuid NOT NULL,
  sha256 text NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL CHECK (size >= 0),
  uploaded_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, upload_id)
);

CREATE INDEX upload_expiry ON upload (expires_at);
