package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.jobs.Job;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A run that nobody waits for: it goes on by itself, or somebody deletes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwardRunGoesOnTest {
    private AwardRunFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private static String id(String run) {
        return run.replaceFirst(".*/", "");
    }

    /** As a node leaves it that dies before its first offer. */
    private String interrupted(String... people) throws Exception {
        String run = desk.written("Peint un mur.", people);
        desk.update(
                "UPDATE award_run SET state = 'STARTED', started_by = ?, content_digest = sha256(?::text::bytea),"
                        + " people = ?, updated_at = now() - interval '2 minutes' WHERE id = ?::uuid",
                desk.own.counsellor.value(),
                run,
                people.length,
                id(run));
        return run;
    }

    private void runJob() {
        assertThat(desk.server.features().contributions().jobs())
                .filteredOn(job -> job.name().equals("award-runs"))
                .hasSize(1)
                .first()
                .extracting(Job::act)
                .satisfies(Runnable::run);
    }

    private String waiting(String run) throws Exception {
        return desk.member.get(run).body();
    }

    @Test
    void aRunWhoseNodeDiedGoesOnInTheNameOfTheMemberWhoStartedIt() throws Exception {
        String alix = desk.person("Alix", "Reprise-Modèle");
        String sacha = desk.person("Sacha", "Reprise-Modèle");
        String run = interrupted(alix, sacha);
        assertThat(waiting(run)).contains("2 personnes attendent encore. L’envoi continue tout seul");

        runJob();

        assertThat(waiting(run)).contains("2 badges sont proposés").doesNotContain("attendent encore");
        assertThat(desk.count(
                        "audit_event e JOIN offer o ON o.id = e.subject_id WHERE e.code = 'OFFER_MADE'"
                                + " AND o.worker_id IN (?::uuid, ?::uuid) AND e.actor_id = ?",
                        alix,
                        sacha,
                        desk.own.counsellor.value()))
                .isEqualTo(2);
        runJob();
        assertThat(desk.offers(alix)).isEqualTo(1);
    }

    @Test
    void aRunThatARequestIsBusyWithIsLeftToIt() throws Exception {
        String run = interrupted(desk.person("Alix", "Occupée-Modèle"));
        desk.update("UPDATE award_run SET updated_at = now() - interval '50 seconds' WHERE id = ?::uuid", id(run));

        runJob();

        assertThat(waiting(run)).contains("Une personne attend encore");
    }

    @Test
    void aRunOfAPausedOrganisationOrOfAMemberWhoLeftWaits() throws Exception {
        String run = interrupted(desk.person("Alix", "Pause-Modèle"));
        desk.update(
                "UPDATE membership SET state = 'DEACTIVATED', deactivated_at = now() WHERE account_id = ?",
                desk.own.counsellor.value());
        try {
            runJob();
        } finally {
            desk.update(
                    "UPDATE membership SET state = 'ACTIVE', deactivated_at = NULL WHERE account_id = ?",
                    desk.own.counsellor.value());
        }
        assertThat(waiting(run)).as("after a member left").contains("Une personne attend encore");
        desk.update(
                "UPDATE network_membership SET state = 'SUSPENDED', suspended_on = now() WHERE organisation_id = ?",
                desk.own.organisation.value());
        try {
            runJob();
        } finally {
            desk.update(
                    "UPDATE network_membership SET state = 'ACTIVE', suspended_on = NULL WHERE organisation_id = ?",
                    desk.own.organisation.value());
        }
        assertThat(waiting(run)).as("while it was paused").contains("Une personne attend encore");

        runJob();

        assertThat(waiting(run)).contains("Un badge est proposé");
    }

    @Test
    void aRunIsDeletedAfterAQuestionThatSaysWhatStaysAndLeavesAnAuditLine() throws Exception {
        String run = interrupted(desk.person("Alix", "Effacement-Modèle"));
        String draft = desk.written("Peint un mur.", desk.person("Sacha", "Effacement-Modèle"));
        assertThat(desk.member.get("/app/award-runs").body())
                .contains("href=\"" + run + "/discard\"")
                .doesNotContain("action=\"" + run + "/discard\"");
        assertThat(desk.member.get(run + "/discard").body())
                .contains("Aucun badge n’est encore proposé.", "Une personne n’a encore rien");
        assertThat(desk.member.get(draft + "/discard").body())
                .contains("Le choix d’une personne et son texte sont effacés.");

        desk.member.post(run + "/discard", Map.of());
        desk.member.post(draft + "/discard", Map.of());

        assertThat(desk.count("award_run WHERE id IN (?::uuid, ?::uuid)", id(run), id(draft)))
                .isZero();
        assertThat(desk.count(
                        "audit_event WHERE code = 'AWARD_RUN_DISCARDED' AND subject_id IN (?::uuid, ?::uuid)",
                        id(run),
                        id(draft)))
                .as("of the run that had started, not of the draft")
                .isEqualTo(1);
    }
}
