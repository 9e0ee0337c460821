package fr.badgesiae.api.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Verdict;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RevokeCredentialTest {
    private static House house;

    @BeforeAll
    static void open() {
        house = House.open();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aRevokedBadgeIsSeenAsRevokedAtOnceAndItsNeighbourIsNot() {
        IssuedCredential issued = house.issued();
        IssuedCredential neighbour = house.issued();
        assertThat(house.judge(house.signed(issued.id()).document()).headline()).isEqualTo(Headline.AUTHENTIC);

        assertThat(house.revoke(issued.id(), PublicReason.WRONG_PERSON)).isTrue();

        assertThat(house.judge(house.signed(issued.id()).document()).headline()).isEqualTo(Headline.REVOKED);
        assertThat(house.judge(house.signed(issued.id()).jwt()).verdict()).isEqualTo(Verdict.INVALID);
        assertThat(house.judge(house.signed(neighbour.id()).document()).verdict())
                .isEqualTo(Verdict.VALID);
        IssuedCredential found = house.find(issued.id());
        assertThat(found.state()).isEqualTo(CredentialState.REVOKED);
        assertThat(found.revokedAt()).isEqualTo(house.now());
        assertThat(house.signed(found.id()).document())
                .isEqualTo(house.signed(issued.id()).document());
    }

    @Test
    void theFirstReasonStays() {
        IssuedCredential issued = house.issued();
        house.revoke(issued.id(), PublicReason.WRONG_CONTENT);

        assertThat(house.revoke(issued.id(), PublicReason.HOLDER_REQUEST)).isFalse();
        assertThat(house.find(issued.id()).publicReason()).isEqualTo(PublicReason.WRONG_CONTENT);
        assertThat(house.lines("CREDENTIAL_REVOKED", issued.id().value())).isEqualTo(1);
    }

    @Test
    void aHolderTakesBackWhatWasNotTheirChoice() {
        IssuedCredential issued = house.issued();

        boolean done = house.node
                .platform
                .database()
                .inHolder(
                        house.holder,
                        handle -> house.node
                                .credentials
                                .revoke()
                                .revoke(
                                        handle,
                                        house.organisation,
                                        issued.id(),
                                        PublicReason.HOLDER_WITHDREW,
                                        "",
                                        Actor.holder(house.holder)));

        assertThat(done).isTrue();
        assertThat(house.lines("CREDENTIAL_WITHDRAWN", issued.id().value())).isEqualTo(1);
        assertThat(house.judge(house.signed(issued.id()).document()).headline()).isEqualTo(Headline.REVOKED);
    }

    @Test
    void aBadgeBeingPreparedCannotBeRevoked() {
        CredentialId id = house.prepare(house.statement());

        assertThatThrownBy(() -> house.revoke(id, PublicReason.WRONG_PERSON))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT));
    }

    @Test
    void anotherOrganisationFindsNothingToRevoke() {
        IssuedCredential issued = house.issued();
        OrganisationId other = new OrganisationId(UUID.randomUUID());

        assertThatThrownBy(() -> house.node
                        .platform
                        .database()
                        .inOrganisation(
                                other,
                                handle -> house.node
                                        .credentials
                                        .revoke()
                                        .revoke(
                                                handle,
                                                other,
                                                issued.id(),
                                                PublicReason.WRONG_PERSON,
                                                "",
                                                Actor.SYSTEM)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
        assertThat(house.find(issued.id()).state()).isEqualTo(CredentialState.ISSUED);
    }
}
