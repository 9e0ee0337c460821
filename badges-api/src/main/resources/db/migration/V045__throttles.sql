-- Wrong guesses in sliding windows: the limits of slips, cards, names, networks and organisations, and those over all. The key
-- is a keyed hash; after ends_at no window covers the counts.
CREATE TABLE throttle (
    name            text NOT NULL CHECK (name IN (
                        'PIN_SECRET', 'PIN_NETWORK', 'PIN_WIDE_NETWORK', 'PIN_ORGANISATION', 'PIN_ALL',
                        'SIGN_IN_NAME', 'SIGN_IN_NETWORK', 'SIGN_IN_WIDE_NETWORK', 'SIGN_IN_ALL')),
    key_hash        bytea NOT NULL CHECK (length(key_hash) = 32),
    window_at       timestamptz NOT NULL,
    failures        integer NOT NULL CHECK (failures >= 0),
    failures_before integer NOT NULL CHECK (failures_before >= 0),
    ends_at         timestamptz NOT NULL,
    PRIMARY KEY (name, key_hash)
);
CREATE INDEX throttle_ends ON throttle (ends_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON throttle TO badges_app;

-- Wrong PINs of everybody together could close every slip and card.
DROP TABLE pin_failure;
