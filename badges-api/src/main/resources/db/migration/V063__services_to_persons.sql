-- Organismes de services à la personne can be structures of a network.
ALTER TABLE organisation DROP CONSTRAINT organisation_kind_check;
ALTER TABLE organisation ADD CONSTRAINT organisation_kind_check
    CHECK (kind IN ('AI', 'ACI', 'EI', 'ETTI', 'EITI', 'GEIQ', 'GES', 'OSP', 'EBE', 'OF', 'NETWORK', 'OTHER'));
