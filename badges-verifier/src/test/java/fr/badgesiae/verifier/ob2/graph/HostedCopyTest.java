package fr.badgesiae.verifier.ob2.graph;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.FetchResult.Failure;
import fr.badgesiae.verifier.ob2.form.NormalForm;
import fr.badgesiae.verifier.ob2.graph.HostedCopy.State;
import org.junit.jupiter.api.Test;

class HostedCopyTest {
    private static final String ID = "https://ob2.example/assertions/1";
    private static final String BADGE = "https://ob2.example/badges/1";
    private static final String CONTEXT = "https://w3id.org/openbadges/v2";

    private final Site site = new Site();

    private static ObjectNode assertion() {
        return json("{\"type\":\"Assertion\",\"verification\":{\"type\":\"HostedBadge\"}}")
                .put("@context", CONTEXT)
                .put("id", ID)
                .put("badge", BADGE);
    }

    private HostedCopy ask(ObjectNode copy) {
        return HostedCopy.ask(NormalForm.of(copy), false, true, site.documents(false));
    }

    @Test
    void onlyAWebAddressIsAsked() {
        assertThat(ask(assertion().put("id", "urn:uuid:1")).state()).isEqualTo(State.NOT_ASKED);
        assertThat(ask(assertion().without("id")).state()).isEqualTo(State.NOT_ASKED);
    }

    @Test
    void anAddressWithoutAnAssertionReplacesNothing() {
        assertThat(ask(assertion()).state()).isEqualTo(State.UNREACHABLE);
        assertThat(ask(assertion()).published()).isEmpty();
        site.fail(ID, Failure.BAD_STATUS);
        assertThat(ask(assertion()).state()).isEqualTo(State.UNREACHABLE);
        site.serve(ID, "{\"type\":\"BadgeClass\",\"id\":\"" + ID + "\"}");
        assertThat(ask(assertion()).state()).isEqualTo(State.NOT_A_BADGE);
        assertThat(ask(assertion()).published()).isPresent();
        assertThat(ask(assertion()).judged()).isEmpty();
        assertThat(ask(assertion()).raw()).isEmpty();
    }

    @Test
    void theIdOfThePublishedAssertionIsTheAddress() {
        site.serve(ID, assertion().put("id", ID + "/2").toString());
        assertThat(ask(assertion()).state()).isEqualTo(State.UNCONFIRMED);
        site.serve(ID, assertion().put("id", "https://ailleurs.example/1").toString());
        assertThat(ask(assertion()).state()).isEqualTo(State.OTHER_ID);
        site.serve(ID, assertion().put("id", ID.replace("https", "http")).toString());
        assertThat(ask(assertion()).state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void whatIsPublishedIsJudged() {
        ObjectNode published = assertion().put("narrative", "");
        site.serve(ID, published.toString());
        HostedCopy copy = ask(assertion());
        assertThat(copy.state()).isEqualTo(State.PUBLISHED);
        assertThat(copy.judged()).contains(NormalForm.of(published));
        assertThat(copy.raw()).contains(published);
        assertThat(copy.published()).isPresent();
        assertThat(copy.reduced()).isFalse();
        assertThat(copy.isSame()).isTrue();
        assertThat(copy.findings()).isEmpty();
    }

    @Test
    void aCopyThatDiffersSaysWhere() {
        site.serve(ID, assertion().put("narrative", "Avant").toString());
        HostedCopy copy = ask(assertion().put("narrative", "Après"));
        assertThat(copy.isSame()).isFalse();
        assertThat(copy.publishedValues()).isEqualTo("narrative = Avant");
        assertThat(copy.submittedValues()).isEqualTo("narrative = Après");
        assertThat(copy.findings()).hasSize(2);
    }

    @Test
    void aCopyOfAnotherBadgeIsNotJudgedByIt() {
        site.serve(ID, assertion().put("badge", BADGE + "/2").toString());
        HostedCopy copy = ask(assertion());
        assertThat(copy.state()).isEqualTo(State.CONTRADICTS);
        assertThat(copy.contradiction()).isEqualTo("badge");
        assertThat(copy.published()).isPresent();
        assertThat(copy.judged()).isEmpty();
        assertThat(copy.raw()).isEmpty();
    }

    @Test
    void aSiteMayServeAs2WhatItOnceBakedAs1() {
        site.serve(ID, assertion().toString());
        ObjectNode copy = assertion().put("uid", "1");
        assertThat(HostedCopy.ask(copy, true, true, site.documents(true)).isSame())
                .isTrue();
        assertThat(HostedCopy.ask(copy, false, true, site.documents(false)).isSame())
                .isFalse();
        site.serve(
                ID,
                "{\"uid\":\"1\",\"recipient\":{\"identity\":\"lea\"},\"badge\":\"" + BADGE + "\",\"verify\":"
                        + "{\"type\":\"hosted\",\"url\":\"" + ID + "\"}}");
        assertThat(HostedCopy.ask(assertion().put("uid", "2"), true, false, site.documents(true))
                        .isSame())
                .isFalse();
        assertThat(HostedCopy.ask(assertion().put("uid", "2"), false, false, site.documents(false))
                        .isSame())
                .isTrue();
    }

    @Test
    void aPublishedRevocationWithoutContentNamesTheBadgeOfTheCopy() {
        site.serve(ID, "{\"@context\":\"" + CONTEXT + "\",\"id\":\"" + ID + "\",\"revoked\":true}");
        ObjectNode embedded = json("{\"name\":\"A\"}").put("id", BADGE);
        ObjectNode shown = assertion().put("narrative", "a");
        shown.set("badge", embedded);
        shown.put("issuer", "u:1");
        HostedCopy copy = ask(shown);
        assertThat(copy.state()).isEqualTo(State.PUBLISHED);
        assertThat(copy.reduced()).isTrue();
        assertThat(copy.isSame()).as("there is nothing to compare").isTrue();
        ObjectNode judged = copy.judged().orElseThrow();
        assertThat(judged.path("badge").asText()).isEqualTo(BADGE);
        assertThat(judged.path("issuer").asText()).isEqualTo("u:1");
        assertThat(judged.has("narrative")).isFalse();
        assertThat(copy.raw().orElseThrow().has("badge")).isFalse();
    }

    @Test
    void aPublishedRevocationOfSomethingIsCompared() {
        for (String link : new String[] {"badge", "issuer"}) {
            site.serve(
                    ID,
                    json("{\"revoked\":true}")
                            .put("@context", CONTEXT)
                            .put("id", ID)
                            .put(link, BADGE)
                            .toString());
            HostedCopy copy = ask(assertion());
            assertThat(copy.reduced()).isFalse();
            assertThat(copy.isSame()).isFalse();
        }
    }

    @Test
    void anAddressThatIsGoneIsTheRevocationOfTheBadge() {
        site.gone(ID, "");
        HostedCopy copy = ask(assertion().put("narrative", "a"));
        assertThat(copy.state()).isEqualTo(State.GONE);
        assertThat(copy.raw())
                .contains(json("{\"revoked\":true}").put("@context", CONTEXT).put("id", ID));
        assertThat(copy.judged().orElseThrow().path("badge").asText()).isEqualTo(BADGE);
        assertThat(copy.judged().orElseThrow().path("revoked").asBoolean()).isTrue();
        assertThat(copy.reduced()).isTrue();
        assertThat(ask(assertion().without("@context")).raw().orElseThrow().has("@context"))
                .isFalse();
    }

    @Test
    void theBodyOfAnAddressThatIsGoneIsKept() {
        site.gone(
                ID, assertion().put("revocationReason", "Doublon").put("id", ID).toString());
        HostedCopy copy = ask(assertion());
        assertThat(copy.state()).isEqualTo(State.GONE);
        assertThat(copy.reduced()).isFalse();
        ObjectNode judged = copy.judged().orElseThrow();
        assertThat(judged.path("revocationReason").asText()).isEqualTo("Doublon");
        assertThat(judged.path("revoked").asBoolean()).isTrue();
        assertThat(copy.raw().orElseThrow().path("revocationReason").asText()).isEqualTo("Doublon");
    }
}
