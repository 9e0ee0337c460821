package fr.badgesiae.api.claim.lost;

import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** SQL of the contact behind a number. */
@RegisterConstructorMapper(Contact.class)
public interface ContactDao {
    @SqlQuery("""
            SELECT public_name AS organisation, public_phone AS phone FROM contact_of_code(:offer, :reopening, :card)
            """)
    Optional<Contact> find(byte[] offer, byte[] reopening, byte[] card);
}
