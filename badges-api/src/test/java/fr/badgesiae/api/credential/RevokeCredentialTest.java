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
    private static IssuingFixture issuing;

    @BeforeAll
    static void open() {
        issuing = IssuingFixture.open();
    }

    @AfterAll
    static void close() {
        issuing.close();
    }

    @Test
    void aRevokedBadgeIsSeenAsRevokedAtOnceAndItsNeighbourIsNot() {
        IssuedCredential issued = issuing.issued();
        IssuedCredential neighbour = issuing.issued();
        assertThat(issuing.judge(issuing.signed(issued.id()).document()).headline())
                .isEqualTo(Headline.AUTHENTIC);

        assertThat(issuing.revoke(issued.id(), PublicReason.WRONG_PERSON)).isTrue();

        assertThat(issuing.judge(issuing.signed(issued.id()).document()).headline())
                .isEqualTo(Headline.REVOKED);
        assertThat(issuing.judge(issuing.signed(issued.id()).jwt()).verdict()).isEqualTo(Verdict.INVALID);
        assertThat(issuing.judge(issuing.signed(neighbour.id()).document()).verdict())
                .isEqualTo(Verdict.VALID);
        IssuedCredential found = issuing.find(issued.id());
        assertThat(found.state()).isEqualTo(CredentialState.REVOKED);
        assertThat(found.revokedAt()).isEqualTo(issuing.now());
        assertThat(issuing.signed(found.id()).document())
                .isEqualTo(issuing.signed(issued.id()).document());
    }

    @Test
    void theFirstReasonStays() {
        IssuedCredential issued = issuing.issued();
        issuing.revoke(issued.id(), PublicReason.WRONG_CONTENT);

        assertThat(issuing.revoke(issued.id(), PublicReason.HOLDER_REQUEST)).isFalse();
        assertThat(issuing.find(issued.id()).publicReason()).isEqualTo(PublicReason.WRONG_CONTENT);
        assertThat(issuing.lines("CREDENTIAL_REVOKED", issued.id().value())).isEqualTo(1);
    }

    @Test
    void aHolderTakesBackWhatWasNotTheirChoice() {
        IssuedCredential issued = issuing.issued();

        boolean done = issuing.node
                .platform
                .database()
                .inHolder(
                        issuing.holder,
                        handle -> issuing.node
                                .credentials
                                .revoke()
                                .revoke(
                                        handle,
                                        issuing.organisation,
                                        issued.id(),
                                        PublicReason.HOLDER_WITHDREW,
                                        "",
                                        Actor.holder(issuing.holder)));

        assertThat(done).isTrue();
        assertThat(issuing.lines("CREDENTIAL_WITHDRAWN", issued.id().value())).isEqualTo(1);
        assertThat(issuing.judge(issuing.signed(issued.id()).document()).headline())
                .isEqualTo(Headline.REVOKED);
    }

    @Test
    void aBadgeBeingPreparedCannotBeRevoked() {
        CredentialId id = issuing.prepare(issuing.statement());

        assertThatThrownBy(() -> issuing.revoke(id, PublicReason.WRONG_PERSON))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT));
    }

    @Test
    void anotherOrganisationFindsNothingToRevoke() {
        IssuedCredential issued = issuing.issued();
        OrganisationId other = new OrganisationId(UUID.randomUUID());

        assertThatThrownBy(() -> issuing.node
                        .platform
                        .database()
                        .inOrganisation(
                                other,
                                handle -> issuing.node
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
        assertThat(issuing.find(issued.id()).state()).isEqualTo(CredentialState.ISSUED);
    }
}
