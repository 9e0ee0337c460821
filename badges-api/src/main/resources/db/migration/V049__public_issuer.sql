-- What people read of an issuer beside its name: its town, its logo, and how to reach it.
ALTER TABLE organisation ADD COLUMN town text NOT NULL DEFAULT '' CHECK (length(town) <= 100);

-- Our own encoding of an upload, never its bytes; no row where the organisation uploaded none.
CREATE TABLE organisation_logo (
    organisation_id uuid PRIMARY KEY REFERENCES organisation (id) ON DELETE RESTRICT,
    image_type      text NOT NULL CHECK (image_type IN ('image/png', 'image/svg+xml')),
    image           bytea NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL
);
ALTER TABLE organisation_logo ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON organisation_logo USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation_logo TO badges_app;

-- The logo that anybody may see, or the name to draw one from.
CREATE FUNCTION public_logo(p_organisation uuid)
    RETURNS TABLE (public_name text, image_type text, image bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.public_name, l.image_type, l.image
    FROM organisation o LEFT JOIN organisation_logo l ON l.organisation_id = o.id
    WHERE o.id = p_organisation
$$;

-- What an organisation writes for employers.
CREATE FUNCTION public_contact(p_organisation uuid) RETURNS TABLE (description text, town text, public_email text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.description, o.town, o.public_email FROM organisation o WHERE o.id = p_organisation
$$;

REVOKE ALL ON FUNCTION public_logo(uuid), public_contact(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_logo(uuid), public_contact(uuid) TO badges_app;
