package fr.badgesiae.api.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.Rights.Right;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom a session lets in, and whose a form is; without a database. */
class SessionRowTest {
    private static final UUID SESSION = UUID.randomUUID();
    private static final OrganisationId ORGANISATION = new OrganisationId(UUID.randomUUID());
    private static final AccountId ACCOUNT = new AccountId(UUID.randomUUID());
    private static final HolderId HOLDER = new HolderId(UUID.randomUUID());
    private static final UUID OFFER = UUID.randomUUID();

    private static SessionRow row(@Nullable UUID account, @Nullable String zone) {
        return new SessionRow(
                SESSION,
                SessionKind.DESK,
                ORGANISATION.value(),
                account,
                HOLDER.value(),
                OFFER,
                false,
                "COUNSELLOR",
                null,
                null,
                "Noa Conseil",
                "Atelier",
                zone,
                false,
                true);
    }

    private static ContainerRequest request() {
        URI here = URI.create("https://badges.example/");
        return new ContainerRequest(here, here, "GET", null, new MapPropertiesDelegate(), null);
    }

    @Test
    void aSessionNamesItsMemberItsHolderOrItsOffer() {
        SessionRow row = row(ACCOUNT.value(), "Indian/Reunion");
        FrenchZone zone = FrenchZone.of("Indian/Reunion");
        assertThat(row.principal())
                .isEqualTo(new Principal(
                        ACCOUNT,
                        ORGANISATION,
                        Role.COUNSELLOR,
                        Rights.of(Role.COUNSELLOR),
                        "Noa Conseil",
                        "Atelier",
                        SESSION,
                        zone,
                        true,
                        false));
        assertThat(row.claim()).isEqualTo(new ClaimPrincipal(ORGANISATION, OFFER, SESSION, "Atelier", zone, ACCOUNT));
        assertThat(row(null, null).claim())
                .as("opened by a slip")
                .isEqualTo(new ClaimPrincipal(ORGANISATION, OFFER, SESSION, "Atelier", FrenchZone.PARIS, null));
        assertThat(row.holder()).isEqualTo(HOLDER);
        assertThatThrownBy(() -> row(null, null).principal()).hasMessage("missing in a session of kind DESK");
    }

    @Test
    void aRouteGetsThePrincipalThatTheFilterAccepted() {
        ContainerRequest request = request();
        Principal member = row(ACCOUNT.value(), null).principal();
        ClaimPrincipal claim = row(null, null).claim();
        HolderPrincipal holder = new HolderPrincipal(HOLDER, SESSION, FrenchZone.PARIS);
        assertThatThrownBy(() -> Principal.of(request)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ClaimPrincipal.of(request)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> HolderPrincipal.of(request)).isInstanceOf(IllegalStateException.class);
        request.setProperty(Principal.PROPERTY, member);
        request.setProperty(ClaimPrincipal.PROPERTY, claim);
        request.setProperty(HolderPrincipal.PROPERTY, holder);
        assertThat(Principal.of(request)).isEqualTo(member);
        assertThat(ClaimPrincipal.of(request)).isEqualTo(claim);
        assertThat(HolderPrincipal.of(request)).isEqualTo(holder);
    }

    @Test
    void aPageIsOfTheMemberTheClaimOrTheHolder() {
        ContainerRequest request = request();
        assertThat(FormOwner.of(request)).isEmpty();
        request.setProperty(HolderPrincipal.PROPERTY, new HolderPrincipal(HOLDER, SESSION, FrenchZone.PARIS));
        assertThat(FormOwner.of(request)).contains(new FormOwner(SessionKind.HOLDER, HOLDER.value(), null));
        request.setProperty(ClaimPrincipal.PROPERTY, row(null, null).claim());
        assertThat(FormOwner.of(request)).contains(new FormOwner(SessionKind.CLAIM, OFFER, ORGANISATION.value()));
        request.setProperty(Principal.PROPERTY, row(ACCOUNT.value(), null).principal());
        assertThat(FormOwner.of(request))
                .contains(new FormOwner(SessionKind.DESK, ACCOUNT.value(), ORGANISATION.value()));
    }

    @Test
    void theOwnerOfAFormIsReadAsItWasWritten() {
        for (FormOwner owner : List.of(
                new FormOwner(SessionKind.DESK, ACCOUNT.value(), null),
                new FormOwner(SessionKind.CLAIM, OFFER, ORGANISATION.value()))) {
            assertThat(FormOwner.parse(owner.text())).contains(owner);
        }
        String id = OFFER.toString();
        for (String broken :
                List.of("", "DESK", "DESK~x", "GUEST~" + id, "DESK~" + id + "~" + id + "~" + id, "DESK~" + id + "~")) {
            assertThat(FormOwner.parse(broken)).as(broken).isEmpty();
        }
    }

    @Test
    void aCookieOfASessionIsOutOfReachOfScriptsAndOtherSites() {
        for (boolean demonstration : List.of(false, true)) {
            Settings settings = new Settings(URI.create("https://badges.example"), demonstration);
            NewCookie opened = SessionCookie.HOLDER.set(settings, "token");
            assertThat(opened.getName()).isEqualTo("me");
            assertThat(opened.getValue()).isEqualTo("token");
            assertThat(opened.getPath()).isEqualTo("/");
            assertThat(opened.getMaxAge()).isNegative();
            assertThat(opened.isHttpOnly()).isTrue();
            assertThat(opened.isSecure()).isTrue();
            assertThat(opened.getSameSite()).isEqualTo(NewCookie.SameSite.LAX);
            assertThat(SessionCookie.HOLDER.clear(settings).getMaxAge()).isZero();
            assertThat(SessionCookie.HOLDER.clear(settings).getValue()).isEmpty();
        }
        assertThat(SessionKind.CLAIM.cookie()).isEqualTo(SessionCookie.CLAIM);
    }

    @Test
    void anEmptyCookieIsNone() {
        ContainerRequest request = request();
        request.header("Cookie", "desk=; me=token");
        assertThat(SessionCookie.DESK.value(request)).isEmpty();
        assertThat(SessionCookie.CLAIM.value(request)).isEmpty();
        assertThat(SessionCookie.HOLDER.value(request)).contains("token");
    }

    @Test
    void aFormIsRememberedWithItsVisit() {
        ContainerRequest request = request();
        request.header("Cookie", "visit=v");
        assertThat(SentForm.in(request)).isEmpty();
        assertThat(SentForm.visit(request)).contains("v");
        SentForm form = SentForm.of(request, Optional.empty(), true);
        form.remember(request);
        assertThat(SentForm.in(request)).contains(form);
        assertThat(form.visit()).isEqualTo("v");
        assertThat(form.sessionChanged()).isTrue();
    }

    @Test
    void aMemberMayWhatTheirRightsGrant() {
        assertThat(Rights.of(Role.COUNSELLOR).may(Permission.DESK)).isTrue();
        assertThat(Rights.of(Role.COUNSELLOR).may(Permission.NETWORK)).isFalse();
        assertThat(Rights.of(Role.NETWORK_ADMIN).may(Permission.DESK)).isFalse();
    }

    @Test
    void rightsSetByHandReplaceThePreset() {
        Rights printer = Rights.of(Role.COUNSELLOR, List.of(Right.PRINT));
        assertThat(printer.may(Permission.PRINT)).isTrue();
        assertThat(printer.may(Permission.AWARD)).isFalse();
        Rights awarder = Rights.of(Role.EVALUATOR, List.of(Right.AWARD));
        assertThat(awarder.may(Permission.PRINT)).isTrue();
        assertThat(awarder.may(Permission.PROPOSE)).isTrue();
        Rights publisher = Rights.of(Role.ORG_ADMIN, List.of(Right.PUBLISH));
        assertThat(publisher.may(Permission.DESK)).isTrue();
        assertThat(publisher.may(Permission.WORKER_NAMES)).isFalse();
        assertThat(publisher.may(Permission.ORGANISATION)).isFalse();
    }

    @Test
    void anEntryStandsInTheBarOrInTheMenu() {
        NavigationEntry bar = NavigationEntry.of(1, Permission.DESK, "/a", "b", "c");
        assertThat(bar.place()).isEqualTo(NavigationEntry.Place.BAR);
        assertThat(NavigationEntry.inMenu(1, Permission.DESK, "/a", "b", "c"))
                .isEqualTo(new NavigationEntry(1, NavigationEntry.Place.MENU, Permission.DESK, bar.link()));
    }

    @Test
    void withoutAStoreNoFormWaits() {
        FormOwner owner = new FormOwner(SessionKind.DESK, ACCOUNT.value(), null);
        assertThat(EndedSession.keepsNothing().keep(request(), owner)).isEmpty();
        assertThat(EndedSession.keepsNothing().waits(request(), "token", owner)).isFalse();
    }
}
