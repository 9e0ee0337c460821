package fr.badgesiae.api.journal.seal;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Two organisations with audit lines, and the seal over them. */
final class SealFixture implements AutoCloseable {
    final TestPlatform setup = TestPlatform.fresh();
    final Platform platform = setup.platform();
    final Jdbi owner = setup.database().owner();
    final KeysModule keys = new KeysModule(platform);
    final SealModule module = new SealModule(platform, keys.signingKeys());
    OrganisationId ours = setup.organisation("Atelier des Deux Rives");
    OrganisationId other = setup.organisation("Régie du Port");

    SealFixture() {
        keys.prepare();
        module.prepare();
    }

    /** Two organisations of a test of its own. */
    void freshOrganisations() {
        ours = setup.organisation("Atelier des Deux Rives");
        other = setup.organisation("Régie du Port");
    }

    /** Three minutes with lines of both. */
    void threeMinutes() {
        for (int minute = 0; minute < 3; minute++) {
            write(ours, "OFFER_MADE", "SIGNED_IN", "OFFER_CANCELLED", "CREDENTIAL_REVOKED");
            write(other, "OFFER_MADE");
            minute();
        }
    }

    void write(Handle handle, OrganisationId organisation, String code) {
        platform.audit().record(handle, new AuditEvent(organisation, Actor.SYSTEM, () -> code, UUID.randomUUID()));
    }

    void write(OrganisationId organisation, String... codes) {
        platform.database().inOrganisation(organisation, handle -> {
            List.of(codes).forEach(code -> write(handle, organisation, code));
            return true;
        });
    }

    /** The job of the next minute, once no other transaction runs: the cluster analyses tables by itself. */
    void minute() {
        settle();
        busyMinute();
    }

    /** The same while a transaction runs. */
    void busyMinute() {
        setup.clock().advance(Duration.ofMinutes(1));
        seal();
    }

    void settle() {
        long next = running().next();
        while (running().oldest() < next) {
            Thread.onSpinWait();
        }
    }

    private SealDao.RunningRow running() {
        return platform.database().look(handle -> handle.attach(SealDao.class).running());
    }

    void seal() {
        module.jobs().get(0).act().run();
    }

    void signDays() {
        module.jobs().get(1).act().run();
    }

    SealReport report(String... kept) {
        return module.verify().apply(Optional.empty(), List.of(kept)).orElseThrow();
    }

    SealReport.Chain chain(OrganisationId organisation) {
        return chain(organisation.value());
    }

    SealReport.Chain chain(UUID owner) {
        return report().chains().stream()
                .filter(chain -> chain.owner().equals(owner))
                .findFirst()
                .orElseThrow();
    }

    List<Finding.Kind> kinds(OrganisationId organisation) {
        return chain(organisation).findings().stream().map(Finding::kind).toList();
    }

    List<Finding.Kind> ofInstallation() {
        return report().installation().stream().map(Finding::kind).toList();
    }

    /** What somebody does who may write every table. */
    int tamper(String sql, Object... arguments) {
        return owner.withHandle(handle -> handle.execute(sql, arguments));
    }

    long count(String sql) {
        return owner.withHandle(handle ->
                handle.select("SELECT count(*) FROM " + sql).mapTo(Long.class).one());
    }

    @Override
    public void close() {
        setup.close();
    }
}
