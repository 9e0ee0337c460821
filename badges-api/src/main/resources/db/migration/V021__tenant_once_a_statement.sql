-- Row-level security costs once a statement, not once a row: the two functions are plain settings that the planner inlines
-- (no SET clause), and every policy asks for them in a sub-query, which is evaluated once.

CREATE OR REPLACE FUNCTION app_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT NULLIF(pg_catalog.current_setting('app.organisation', true), '')::pg_catalog.uuid $$;
CREATE OR REPLACE FUNCTION app_holder() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT NULLIF(pg_catalog.current_setting('app.holder', true), '')::pg_catalog.uuid $$;

-- Read: oneself, the organisations one vets, the network one belongs to. Write: oneself only.
ALTER POLICY reader ON organisation
    USING (id = (SELECT app_organisation())
        OR EXISTS (SELECT 1 FROM network_membership member
                   WHERE member.organisation_id = organisation.id AND member.network_id = (SELECT app_organisation()))
        OR EXISTS (SELECT 1 FROM network_membership member
                   WHERE member.network_id = organisation.id AND member.organisation_id = (SELECT app_organisation())));
ALTER POLICY founder ON organisation WITH CHECK (id = (SELECT app_organisation()));
ALTER POLICY writer ON organisation USING (id = (SELECT app_organisation()));
ALTER POLICY tenant ON network_membership
    USING (organisation_id = (SELECT app_organisation()) OR network_id = (SELECT app_organisation()));

ALTER POLICY tenant ON membership USING (organisation_id = (SELECT app_organisation()));
ALTER POLICY reader ON account
    USING (EXISTS (SELECT 1 FROM membership member
                   WHERE member.account_id = account.id AND member.organisation_id = (SELECT app_organisation())));
ALTER POLICY writer ON account
    USING (EXISTS (SELECT 1 FROM membership member
                   WHERE member.account_id = account.id AND member.organisation_id = (SELECT app_organisation())));
-- An account is inserted just before its membership, in the same transaction.
ALTER POLICY founder ON account WITH CHECK ((SELECT app_organisation()) IS NOT NULL);
ALTER POLICY tenant ON invitation USING (organisation_id = (SELECT app_organisation()));
ALTER POLICY tenant ON session
    USING (organisation_id = (SELECT app_organisation()) OR holder_id = (SELECT app_holder()));
ALTER POLICY audit_event_read ON audit_event USING (organisation_id = (SELECT app_organisation()));

-- No organisation stands for the platform.
ALTER POLICY tenant_adds ON signing_key WITH CHECK (organisation_id IS NOT DISTINCT FROM (SELECT app_organisation()));
ALTER POLICY tenant_changes ON signing_key USING (organisation_id IS NOT DISTINCT FROM (SELECT app_organisation()));
ALTER POLICY tenant ON signing_key_secret USING (organisation_id IS NOT DISTINCT FROM (SELECT app_organisation()));

ALTER POLICY tenant ON achievement USING (organisation_id = (SELECT app_organisation()));
ALTER POLICY tenant ON achievement_version USING (organisation_id = (SELECT app_organisation()));
ALTER POLICY tenant ON worker USING (organisation_id = (SELECT app_organisation()));
ALTER POLICY tenant ON pathway USING (organisation_id = (SELECT app_organisation()));
ALTER POLICY tenant ON status_list USING (organisation_id = (SELECT app_organisation()));
ALTER POLICY tenant ON status_counter USING (organisation_id = (SELECT app_organisation()));
ALTER POLICY tenant ON offer USING (organisation_id = (SELECT app_organisation()));
ALTER POLICY tenant ON award
    USING (organisation_id = (SELECT app_organisation()) OR holder_id = (SELECT app_holder()));
ALTER POLICY tenant ON credential
    USING (organisation_id = (SELECT app_organisation()) OR holder_id = (SELECT app_holder()));
ALTER POLICY tenant ON acceptance
    USING (organisation_id = (SELECT app_organisation()) OR holder_id = (SELECT app_holder()));
ALTER POLICY tenant ON trust_signer USING (organisation_id = (SELECT app_organisation()));
ALTER POLICY tenant ON trust_entry USING (organisation_id = (SELECT app_organisation()));

ALTER POLICY self ON holder USING (id = (SELECT app_holder()));
ALTER POLICY self ON holder_access USING (holder_id = (SELECT app_holder()));
ALTER POLICY self ON holder_visit USING (holder_id = (SELECT app_holder()));
ALTER POLICY self ON share_link USING (holder_id = (SELECT app_holder()));
