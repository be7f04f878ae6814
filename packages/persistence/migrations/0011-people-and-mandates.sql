-- People of a structure, requests to join it, claims to its management, mandates, and the trace of all of it.

-- When the person last signed in: sessions that are over are cleared, this stays.
ALTER TABLE person ADD COLUMN last_signed_in_at timestamptz;
UPDATE person SET last_signed_in_at = newest.at
FROM (SELECT user_id, max(created_at) AS at FROM session GROUP BY user_id) AS newest
WHERE newest.user_id = person.user_id;

CREATE FUNCTION note_sign_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE person SET last_signed_in_at = NEW.created_at WHERE user_id = NEW.user_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER session_notes_sign_in AFTER INSERT ON session
  FOR EACH ROW EXECUTE FUNCTION note_sign_in();

-- What the list of a structure's people is ordered by and searched in: an order over a join has no index.
CREATE FUNCTION person_sort_text(name text, email text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT translate(lower(name || ' ' || email), 'àâäáãçéèêëíìîïñóòôöõúùûüýÿ', 'aaaaaceeeeiiiinooooouuuuyy')
$$;

ALTER TABLE membership ADD COLUMN sort_text text NOT NULL DEFAULT '';
UPDATE membership SET sort_text = person_sort_text(person.name, person.email)
FROM person WHERE person.user_id = membership.user_id;

CREATE FUNCTION take_sort_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT person_sort_text(name, email) INTO NEW.sort_text FROM person WHERE user_id = NEW.user_id;
  RETURN NEW;
END
$$;
CREATE TRIGGER membership_takes_sort_text BEFORE INSERT ON membership
  FOR EACH ROW EXECUTE FUNCTION take_sort_text();

CREATE FUNCTION spread_sort_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE membership SET sort_text = person_sort_text(NEW.name, NEW.email) WHERE user_id = NEW.user_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER person_spreads_sort_text AFTER UPDATE OF name, email ON person
  FOR EACH ROW EXECUTE FUNCTION spread_sort_text();

CREATE INDEX membership_in_order ON membership (structure_id, sort_text, user_id);
CREATE INDEX membership_text ON membership USING gin (structure_id, sort_text gin_trgm_ops);
CREATE INDEX membership_managers ON membership (structure_id) WHERE role IN ('mainManager', 'deputyManager');
-- Those that end by themselves, for the daily warning.
CREATE INDEX membership_ending ON membership (until) WHERE until IS NOT NULL;
CREATE INDEX membership_grant_ending ON membership_grant (until) WHERE until IS NOT NULL;

-- Who gave what to whom, and why: written once.
CREATE TABLE access_trace (
  structure_id uuid NOT NULL REFERENCES structure,
  trace_id uuid NOT NULL,
  at timestamptz NOT NULL,
  -- Null: the platform itself.
  by_user_id uuid,
  by_name text NOT NULL,
  act text NOT NULL,
  -- In words, as people read it: names change, traces do not.
  subject text NOT NULL,
  details jsonb NOT NULL,
  reason text,
  PRIMARY KEY (structure_id, trace_id)
);
CREATE INDEX access_trace_newest ON access_trace (structure_id, at DESC, trace_id DESC);

CREATE TRIGGER access_trace_is_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON access_trace
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- chorus-pro: demande de rattachement.
CREATE TABLE join_request (
  structure_id uuid NOT NULL REFERENCES structure,
  request_id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES person,
  state text NOT NULL CHECK (state IN ('waiting', 'approved', 'refused', 'withdrawn', 'expired')),
  message text,
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- By the first manager who opened it.
  seen_at timestamptz,
  seen_by_name text,
  -- By the person, once a day.
  reminded_at timestamptz,
  decided_at timestamptz,
  decided_by_name text,
  reason text,
  PRIMARY KEY (structure_id, request_id)
);
-- One open request of a person to a structure.
CREATE UNIQUE INDEX join_request_open ON join_request (user_id, structure_id) WHERE state = 'waiting';
CREATE INDEX join_request_of_structure ON join_request (structure_id, state, asked_at, request_id);
CREATE INDEX join_request_of_person ON join_request (user_id, asked_at DESC);
CREATE INDEX join_request_waiting ON join_request (asked_at) WHERE state = 'waiting';

-- A link sent to an address; only its hash is kept.
CREATE TABLE invitation (
  structure_id uuid NOT NULL REFERENCES structure,
  invitation_id uuid NOT NULL,
  email text NOT NULL,
  token_hash text NOT NULL UNIQUE,
  role text NOT NULL CHECK (role IN ('deputyManager', 'user')),
  grants jsonb NOT NULL,
  until timestamptz,
  reason text NOT NULL,
  invited_at timestamptz NOT NULL,
  invited_by uuid NOT NULL,
  invited_by_name text NOT NULL,
  expires_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'accepted', 'withdrawn')),
  PRIMARY KEY (structure_id, invitation_id)
);
CREATE UNIQUE INDEX invitation_open ON invitation (structure_id, email) WHERE state = 'waiting';

-- Somebody says that the managers are gone, and proves it; two others decide.
CREATE TABLE ownership_claim (
  structure_id uuid NOT NULL REFERENCES structure,
  claim_id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES person,
  state text NOT NULL CHECK (state IN ('waiting', 'granted', 'effective', 'refused', 'objected', 'withdrawn')),
  explanation text NOT NULL,
  -- The proof lies in the document store.
  proof_sha256 text NOT NULL,
  proof_file_name text NOT NULL,
  proof_media_type text NOT NULL,
  proof_size integer NOT NULL,
  claimed_at timestamptz NOT NULL,
  -- Once two have approved: until then the former managers may object.
  effective_at timestamptz,
  closed_at timestamptz,
  reason text,
  PRIMARY KEY (structure_id, claim_id)
);
CREATE UNIQUE INDEX ownership_claim_open ON ownership_claim (structure_id) WHERE state IN ('waiting', 'granted');
CREATE INDEX ownership_claim_granted ON ownership_claim (effective_at) WHERE state = 'granted';
CREATE INDEX ownership_claim_of_person ON ownership_claim (user_id);

CREATE TABLE ownership_claim_vote (
  structure_id uuid NOT NULL,
  claim_id uuid NOT NULL,
  by_user_id uuid NOT NULL REFERENCES person,
  by_name text NOT NULL,
  approves boolean NOT NULL,
  reason text NOT NULL,
  voted_at timestamptz NOT NULL,
  PRIMARY KEY (structure_id, claim_id, by_user_id),
  FOREIGN KEY (structure_id, claim_id) REFERENCES ownership_claim
);

-- A supplier (the client) lets another structure (the holder) act in its name.
CREATE TABLE mandate (
  mandate_id uuid PRIMARY KEY,
  client_id uuid NOT NULL REFERENCES structure,
  holder_id uuid NOT NULL REFERENCES structure,
  kind text NOT NULL CHECK (kind IN ('accountant', 'partner', 'factor')),
  -- [{space, level}]
  grants jsonb NOT NULL,
  -- ended: its last day is over.
  state text NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'revoked', 'ended')),
  reason text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  given_at timestamptz NOT NULL,
  given_by_name text NOT NULL,
  decided_at timestamptz,
  decided_by_name text,
  ended_reason text,
  CHECK (client_id <> holder_id)
);
-- One open mandate between the same two.
CREATE UNIQUE INDEX mandate_open ON mandate (client_id, holder_id) WHERE state = 'offered' OR state = 'accepted';
CREATE INDEX mandate_given ON mandate (client_id, given_at DESC, mandate_id);
CREATE INDEX mandate_held ON mandate (holder_id, given_at DESC, mandate_id);
CREATE INDEX mandate_ending ON mandate (ends_at) WHERE state = 'accepted';

-- A warning goes out once, however often and wherever the round is made.
CREATE TABLE warning_given (
  warning_key text PRIMARY KEY,
  given_at timestamptz NOT NULL
);
