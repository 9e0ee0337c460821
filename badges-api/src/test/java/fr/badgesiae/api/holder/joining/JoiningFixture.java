package fr.badgesiae.api.holder.joining;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.holder.OpenSpace;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.db.Blocked;
import java.util.UUID;
import java.util.concurrent.Callable;

/** People with a badge and a card, whose spaces can be joined. */
final class JoiningFixture implements AutoCloseable {
    final ClaimFixture claims = ClaimFixture.open();
    final Sessions sessions = new Sessions(
            claims.platform.database(),
            claims.platform.settings(),
            claims.platform.vault(),
            claims.platform.ids(),
            claims.platform.clock());
    final ProveOther prove = new ProveOther(claims.platform, claims.holders.proveCard(), claims.holders.visits());
    final ShowSpaces show = new ShowSpaces(claims.platform);
    final JoinSpaces join = new JoinSpaces(
            claims.platform,
            claims.holders.pinCheck(),
            new JoinSpaces.Moves(claims.shares.links(), claims.holders.moveImports(), claims.holders.notices()),
            claims.holders.visits(),
            sessions);

    /** A space with one badge, and what opens it. */
    record Someone(PersonId person, HolderId holder, CredentialId badge, Code card, String pin, HolderPrincipal here) {}

    Someone someone(String pin) {
        PersonId person = claims.person();
        OfferId offer = claims.offered(person);
        Code card = claims.carded(offer, pin);
        HolderId holder = claims.person(person).holder();
        CredentialId badge = claims.claims
                .progress()
                .apply(claims.organisation, offer)
                .credential()
                .orElseThrow();
        return new Someone(
                person, holder, badge, card, pin, new HolderPrincipal(holder, UUID.randomUUID(), FrenchZone.PARIS));
    }

    ProveOther.Outcome prove(Someone here, Someone other) {
        return prove.apply(here.here(), other.card(), other.pin(), Client.unknown());
    }

    String proven(Someone here, Someone other) {
        ProveOther.Outcome outcome = prove(here, other);
        assertThat(outcome).isInstanceOf(ProveOther.Proven.class);
        return ((ProveOther.Proven) outcome).other();
    }

    JoinSpaces.Outcome join(Someone here, String proof) {
        return join.apply(here.here(), proof, here.pin());
    }

    void joined(Someone here, Someone other) {
        assertThat(join(here, proven(here, other))).isEqualTo(JoinSpaces.Ended.JOINED);
    }

    OpenSpace.Outcome open(Someone who) {
        return claims.holders.space().apply(who.card(), who.pin(), Client.unknown());
    }

    <T> Blocked<T> start(Callable<T> act) {
        return Blocked.start(claims.owner, act);
    }

    long of(String table, HolderId holder) {
        return claims.count(table + " WHERE holder_id = ?", holder.value());
    }

    @Override
    public void close() {
        claims.close();
    }
}
