-- When a holder withdrew a copy of theirs, signed or not yet: the offer that led to it signs no other.
ALTER TABLE credential ADD COLUMN withdrawn_at timestamptz;
UPDATE credential SET withdrawn_at = revoked_at WHERE wallet IS NOT NULL AND public_reason = 'HOLDER_REQUEST';
