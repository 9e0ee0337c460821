package fr.badgesiae.api.holder.phone;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** SQL of a holder whose phones change. */
public interface PhoneDao {
    /** Locks the holder: their phones, PIN and card change one at a time. */
    @SqlQuery("SELECT id FROM holder WHERE id = :holder FOR UPDATE")
    Optional<UUID> lock(UUID holder);
}
