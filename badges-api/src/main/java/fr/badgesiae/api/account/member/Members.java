package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Members as other features may see them, in a transaction on behalf of their organisation. */
public final class Members {
    /** SQL: whether a row of {@code membership} has the right to manage, by its preset or by hand. */
    public static final String MANAGES = """
            CASE WHEN rights IS NULL THEN role IN ('ORG_ADMIN', 'NETWORK_ADMIN') ELSE 'MANAGE' = ANY (rights) END
            """;

    /** Whether the organisation has an active administrator. */
    public boolean administered(Handle handle, OrganisationId organisation) {
        return handle.attach(MemberDao.class).administered(organisation.value());
    }

    /** The name of a member, deactivated ones included. */
    public Optional<String> name(Handle handle, OrganisationId organisation, AccountId account) {
        return handle.attach(MemberDao.class)
                .find(organisation.value(), account.value())
                .map(Member::displayName);
    }
}
