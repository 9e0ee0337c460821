-- What a badge says. The draft is edited in place; publishing copies it into an immutable version with a permanent URL.
CREATE TABLE achievement (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    state           text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'ARCHIVED')),
    content         jsonb NOT NULL,
    name            text GENERATED ALWAYS AS (content ->> 'name') STORED NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    image_type      text CHECK (image_type IN ('image/png', 'image/svg+xml')),
    image           bytea CHECK (length(image) <= 2097152),
    revision        integer NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    UNIQUE (id, organisation_id),
    CHECK ((image_type IS NULL) = (image IS NULL))
);
CREATE INDEX achievement_by_name ON achievement (organisation_id, lower(name), id);

CREATE TABLE achievement_version (
    id              uuid PRIMARY KEY,
    achievement_id  uuid NOT NULL,
    organisation_id uuid NOT NULL,
    version         integer NOT NULL CHECK (version > 0),
    content         jsonb NOT NULL,
    image_type      text NOT NULL CHECK (image_type IN ('image/png', 'image/svg+xml')),
    image           bytea NOT NULL CHECK (length(image) <= 2097152),
    published_at    timestamptz NOT NULL,
    UNIQUE (achievement_id, version),
    FOREIGN KEY (achievement_id, organisation_id) REFERENCES achievement (id, organisation_id)
);

ALTER TABLE achievement ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON achievement USING (organisation_id = app_organisation());
GRANT SELECT, INSERT, UPDATE ON achievement TO badges_app;

-- Versions are never updated or deleted: a signed badge points at each.
ALTER TABLE achievement_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON achievement_version USING (organisation_id = app_organisation());
GRANT SELECT, INSERT ON achievement_version TO badges_app;

-- A published version is public by its URL, whoever asks.
CREATE FUNCTION published_achievement(wanted uuid, wanted_version integer)
RETURNS TABLE (id uuid, achievement_id uuid, organisation_id uuid, version integer, content jsonb, image_type text, published_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT v.id, v.achievement_id, v.organisation_id, v.version, v.content, v.image_type, v.published_at
    FROM achievement_version v
    WHERE v.achievement_id = wanted AND v.version = wanted_version
$$;
CREATE FUNCTION published_achievement_image(wanted uuid, wanted_version integer)
RETURNS TABLE (image_type text, image bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT v.image_type, v.image FROM achievement_version v WHERE v.achievement_id = wanted AND v.version = wanted_version
$$;
REVOKE EXECUTE ON FUNCTION published_achievement(uuid, integer), published_achievement_image(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published_achievement(uuid, integer), published_achievement_image(uuid, integer) TO badges_app;
