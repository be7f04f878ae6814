-- Somebody who has lost every second factor, recovery codes included, asks that they be taken off the account. Two
-- others approve, a day passes, and only then the factors go.

CREATE TABLE factor_reset (
  reset_id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES person,
  state text NOT NULL CHECK (state IN ('waiting', 'granted', 'done', 'stopped')),
  reason text NOT NULL,
  asked_at timestamptz NOT NULL,
  network_address text,
  user_agent text,
  -- Once two have approved: until then it can be stopped.
  effective_at timestamptz,
  closed_at timestamptz,
  stopped_by_name text,
  stop_reason text,
  UNIQUE (reset_id, user_id),
  CHECK (state NOT IN ('granted', 'done') OR effective_at IS NOT NULL),
  CHECK ((state IN ('done', 'stopped')) = (closed_at IS NOT NULL))
);
CREATE UNIQUE INDEX factor_reset_open ON factor_reset (user_id) WHERE state IN ('waiting', 'granted');
CREATE INDEX factor_reset_of_person ON factor_reset (user_id, asked_at DESC);
CREATE INDEX factor_reset_granted ON factor_reset (effective_at) WHERE state = 'granted';

CREATE TABLE factor_reset_approval (
  reset_id uuid NOT NULL,
  user_id uuid NOT NULL,
  by_user_id uuid NOT NULL REFERENCES person,
  by_name text NOT NULL,
  standing text NOT NULL CHECK (standing IN ('manager', 'operator')),
  reason text NOT NULL,
  approved_at timestamptz NOT NULL,
  -- One approval a person.
  PRIMARY KEY (reset_id, by_user_id),
  FOREIGN KEY (reset_id, user_id) REFERENCES factor_reset (reset_id, user_id),
  -- Nobody approves their own.
  CHECK (by_user_id <> user_id)
);

-- The database itself lets no reset through that two others have not approved, or whose day is not over by its own
-- account of it.
CREATE FUNCTION factor_reset_needs_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IN ('granted', 'done')
    AND (SELECT count(*) FROM factor_reset_approval WHERE reset_id = NEW.reset_id) < 2 THEN
    RAISE EXCEPTION 'a reset of second factors needs two approvals';
  END IF;
  IF NEW.state = 'done' AND NEW.closed_at < NEW.effective_at THEN
    RAISE EXCEPTION 'a reset of second factors is not due yet';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER factor_reset_approved BEFORE INSERT OR UPDATE ON factor_reset
  FOR EACH ROW EXECUTE FUNCTION factor_reset_needs_two();

-- The person's own, and of those who belong to a structure in sight. Asking, approving and stopping reach sessions,
-- factors and other structures: the platform does it in its own name, after asking who may.
ALTER TABLE factor_reset ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON factor_reset FOR SELECT TO parvis_gateway USING (
  user_id = (SELECT user_in_sight()) OR EXISTS (
    SELECT FROM membership
    WHERE membership.user_id = factor_reset.user_id
      AND membership.structure_id = ANY ((SELECT structures_in_sight())::uuid[])
  )
);
ALTER TABLE factor_reset_approval ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON factor_reset_approval FOR SELECT TO parvis_gateway USING (
  EXISTS (SELECT FROM factor_reset WHERE factor_reset.reset_id = factor_reset_approval.reset_id)
);
REVOKE INSERT, UPDATE, DELETE ON factor_reset, factor_reset_approval FROM parvis_gateway;
