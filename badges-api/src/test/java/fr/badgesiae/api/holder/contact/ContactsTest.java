package fr.badgesiae.api.holder.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.MetricRegistry;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.client.TestClients;
import fr.badgesiae.api.platform.mail.MailParts;
import fr.badgesiae.api.platform.mail.MailSettings;
import fr.badgesiae.api.platform.mail.MessageKind;
import fr.badgesiae.api.platform.mail.OutboxCounts;
import fr.badgesiae.api.platform.mail.TestMail;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalExport;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A holder gives, confirms, changes and removes an address, against a real mail server. */
class ContactsTest {
    private static final String ADDRESS = "alix.exemple@exemple.invalid";
    private static final String OTHER = "autre@exemple.invalid";
    private static final Pattern CODE = Pattern.compile("code\u00a0: (\\d{6})");
    private static final Pattern LINK = Pattern.compile("/contacts/([\\w-]{43})");

    private static GreenMail server;
    private static TestPlatform setup;
    private static Platform platform;
    private static SealAddress seal;
    private static ContactSecrets secrets;
    private static WriteToContact write;

    private HolderId holder;

    @BeforeAll
    static void open() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        setup = TestPlatform.fresh();
        platform = sending(TestMail.mailTo(server.getSmtp().getPort()));
        seal = new SealAddress(platform.vault());
        secrets = new ContactSecrets(platform.vault(), platform.ids());
        write = new WriteToContact(platform, seal);
    }

    private static Platform sending(MailSettings mail) {
        return setup.with(
                setup.platform().settings().sending(mail), setup.platform().pages());
    }

    @BeforeEach
    void empty() throws FolderException {
        server.purgeEmailFromAllMailboxes();
        setup.database().owner().useHandle(handle -> {
            handle.execute("DELETE FROM outbox");
            handle.execute("DELETE FROM holder_contact");
            handle.execute("DELETE FROM throttle");
        });
        holder = setup.holder();
    }

    @AfterAll
    static void close() {
        setup.close();
        server.stop();
    }

    private AddContact.Outcome add(String typed) {
        return add(typed, Client.unknown());
    }

    private AddContact.Outcome add(String typed, Client client) {
        return new AddContact(platform, seal, secrets, write)
                .apply(holder, MessageKind.MAIL, typed, Locale.FRENCH, client);
    }

    private ContactId sent(String typed) {
        return ((AddContact.Sent) add(typed)).contact();
    }

    private ConfirmContact.Outcome type(ContactId contact, String code) {
        return new ConfirmContact(platform, secrets, new KeepContact(platform, write)).apply(holder, contact, code);
    }

    private boolean follow(String link) {
        return new ConfirmByLink(platform, secrets, new KeepContact(platform, write)).apply(link);
    }

    private List<Contact> list() {
        return new ListContacts(platform, seal).apply(holder).all();
    }

    /** What went out, oldest first. */
    private static List<String> mails() throws Exception {
        new MailParts(platform, new OutboxCounts(new MetricRegistry())).send();
        List<String> texts = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            texts.add(Arrays.toString(mail.getAllRecipients()) + " " + mail.getSubject() + "\n" + mail.getContent());
        }
        return texts;
    }

    private static String last(Pattern pattern) throws Exception {
        List<String> mails = mails();
        Matcher found = pattern.matcher(mails.get(mails.size() - 1));
        assertThat(found.find()).as(mails.toString()).isTrue();
        return found.group(1);
    }

    private static String wrong(String code) {
        return code.equals("271828") ? "314159" : "271828";
    }

    private ContactId confirmed(String address) throws Exception {
        ContactId contact = sent(address);
        assertThat(type(contact, last(CODE))).isEqualTo(ConfirmContact.Outcome.CONFIRMED);
        return contact;
    }

    private static int count(String from) {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT count(*) FROM " + from)
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void anAddressCountsOnceItsCodeIsTyped() throws Exception {
        ContactId contact = sent("  " + ADDRESS + " ");
        assertThat(list()).singleElement().satisfies(one -> {
            assertThat(one.confirmed()).isFalse();
            assertThat(one.masked()).isEqualTo("a…@exemple.invalid");
        });
        String code = last(CODE);
        assertThat(type(contact, wrong(code))).isEqualTo(ConfirmContact.Outcome.WRONG);
        assertThat(type(contact, " " + code.substring(0, 3) + " " + code.substring(3)))
                .isEqualTo(ConfirmContact.Outcome.CONFIRMED);
        assertThat(list()).singleElement().matches(Contact::confirmed);
        assertThat(count("audit_event WHERE code = 'CONTACT_CONFIRMED' AND actor_id = '" + holder + "'"))
                .isEqualTo(1);
        assertThat(count("holder_contact WHERE code_hash IS NOT NULL OR link_hash IS NOT NULL"))
                .isZero();
    }

    @Test
    void theDatabaseHoldsNoAddressInClear() {
        sent(ADDRESS);
        for (String table : List.of("holder_contact", "outbox", "throttle", "audit_event")) {
            assertThat(count(table + " AS t WHERE t::text ~* 'alix|exemple|"
                            + "616c69782e6578656d706c65|6578656d706c652e696e'"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void fiveWrongCodesEndACodeAndANewOneBegins() throws Exception {
        ContactId contact = sent(ADDRESS);
        String code = last(CODE);
        for (int i = 1; i < ConfirmContact.MOST; i++) {
            assertThat(type(contact, wrong(code))).isEqualTo(ConfirmContact.Outcome.WRONG);
        }
        assertThat(type(contact, wrong(code))).isEqualTo(ConfirmContact.Outcome.OVER);
        assertThat(type(contact, code)).isEqualTo(ConfirmContact.Outcome.OVER);

        SendCodeAgain again = new SendCodeAgain(platform, seal, secrets, write);
        assertThat(again.apply(holder, contact, Client.unknown())).isTrue();
        assertThat(type(contact, last(CODE))).isEqualTo(ConfirmContact.Outcome.CONFIRMED);
        assertThatThrownBy(() -> again.apply(holder, contact, Client.unknown())).isInstanceOf(ProblemException.class);
    }

    @Test
    void theLinkConfirmsOnAnyDeviceOnceAndLookingConfirmsNothing() throws Exception {
        sent(ADDRESS);
        String link = last(LINK);
        FindLink find = new FindLink(platform, seal, secrets);
        assertThat(find.apply(link)).contains("a…@exemple.invalid");
        assertThat(list()).noneMatch(Contact::confirmed);
        assertThat(follow(link)).isTrue();
        assertThat(list()).singleElement().matches(Contact::confirmed);
        assertThat(follow(link)).isFalse();
        assertThat(find.apply(link)).isEmpty();
        assertThat(follow("x".repeat(43))).isFalse();
    }

    @Test
    void anAddressThatNobodyConfirmsLapsesAfterADay() throws Exception {
        ContactId contact = sent(ADDRESS);
        String code = last(CODE);
        String link = last(LINK);
        setup.clock().advance(AddContact.WAIT);
        assertThat(list()).isEmpty();
        assertThat(follow(link)).isFalse();
        assertThatThrownBy(() -> type(contact, code)).isInstanceOf(ProblemException.class);
        new ForgetContacts(platform).apply();
        assertThat(count("holder_contact")).isZero();
    }

    @Test
    void aConfirmedAddressDoesNotLapse() throws Exception {
        confirmed(ADDRESS);
        setup.clock().advance(Duration.ofDays(400));
        new ForgetContacts(platform).apply();
        assertThat(list()).hasSize(1);
    }

    @Test
    void aChangeKeepsTheOldAddressUntilTheNewOneIsConfirmedAndTellsIt() throws Exception {
        confirmed(ADDRESS);
        ContactId next = sent(OTHER);
        assertThat(list()).extracting(Contact::confirmed).containsExactly(true, false);
        String code = last(CODE);
        assertThat(mails()).filteredOn(mail -> mail.startsWith("[" + ADDRESS)).hasSize(1);

        assertThat(type(next, code)).isEqualTo(ConfirmContact.Outcome.CONFIRMED);
        assertThat(list()).singleElement().satisfies(one -> assertThat(one.id()).isEqualTo(next));
        assertThat(mails())
                .filteredOn(mail -> mail.startsWith("[" + ADDRESS + "] Votre espace a une autre adresse e-mail"))
                .singleElement()
                .asString()
                .contains("C’est notre dernier message à cette adresse.", "/claim/lost")
                .doesNotContain(OTHER);
    }

    @Test
    void aRemovedAddressIsToldOnceMoreAndIsGone() throws Exception {
        ContactId contact = confirmed(ADDRESS);
        assertThat(new RemoveContact(platform, write).apply(holder, contact)).isTrue();
        assertThat(count("holder_contact")).isZero();
        List<String> mails = mails();
        assertThat(mails.get(mails.size() - 1)).startsWith("[" + ADDRESS + "] Nous ne vous écrivons plus");
        assertThat(count("audit_event WHERE code = 'CONTACT_REMOVED' AND actor_id = '" + holder + "'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> new RemoveContact(platform, write).apply(holder, contact))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aContactIsOfOneHolder() throws Exception {
        ContactId contact = sent(ADDRESS);
        String code = last(CODE);
        holder = setup.holder();
        assertThat(list()).isEmpty();
        assertThatThrownBy(() -> type(contact, code)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new RemoveContact(platform, write).apply(holder, contact))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() ->
                        new SendCodeAgain(platform, seal, secrets, write).apply(holder, contact, Client.unknown()))
                .isInstanceOf(ProblemException.class);
        // Whether somebody else gave it is not told.
        assertThat(add(ADDRESS)).isInstanceOf(AddContact.Sent.class);
    }

    @Test
    void oneAddressGetsFewCodesWhoeverAsks() {
        for (int i = 0; i < 4; i++) {
            holder = setup.holder();
            assertThat(add(ADDRESS)).isInstanceOf(AddContact.Sent.class);
        }
        holder = setup.holder();
        assertThat(add(ADDRESS.toUpperCase(Locale.ROOT))).isEqualTo(AddContact.Problem.LATER);
        assertThat(count("outbox")).isEqualTo(4);
        assertThat(add(OTHER)).isInstanceOf(AddContact.Sent.class);
        setup.clock().advance(Duration.ofDays(2));
        assertThat(add(ADDRESS)).isInstanceOf(AddContact.Sent.class);
    }

    /** Each asks before any other is counted. */
    @Test
    void manyAtOnceGetNoMoreCodes() throws Exception {
        int many = 12;
        List<HolderId> holders =
                IntStream.range(0, many).mapToObj(i -> setup.holder()).toList();
        ExecutorService clients = Executors.newFixedThreadPool(many);
        CountDownLatch together = new CountDownLatch(1);
        AddContact add = new AddContact(platform, seal, secrets, write);
        List<Future<AddContact.Outcome>> asked = holders.stream()
                .map(one -> clients.submit(() -> {
                    together.await();
                    return add.apply(one, MessageKind.MAIL, ADDRESS, Locale.FRENCH, Client.unknown());
                }))
                .toList();
        together.countDown();
        int sent = 0;
        for (Future<AddContact.Outcome> one : asked) {
            sent += one.get() instanceof AddContact.Sent ? 1 : 0;
        }
        clients.shutdown();
        assertThat(sent).isEqualTo(4);
        assertThat(count("outbox")).isEqualTo(4);
        assertThat(count("throttle WHERE name = 'CODE_ADDRESS' AND failures > 4"))
                .as("who is refused is not counted")
                .isZero();
    }

    @Test
    void whatStandsBehindAPlusIsTheSameLetterBox() {
        for (int i = 0; i < 4; i++) {
            holder = setup.holder();
            assertThat(add("alix+" + i + "@exemple.invalid")).isInstanceOf(AddContact.Sent.class);
        }
        holder = setup.holder();
        assertThat(add("alix@exemple.invalid")).isEqualTo(AddContact.Problem.LATER);
    }

    /** Whoever reopened a space may be somebody else. */
    @Test
    void whileAReopenedSpaceWaitsNobodyReadsChangesOrRemovesAContact() throws Exception {
        ContactId contact = confirmed(ADDRESS);
        UUID organisation = setup.organisation("Atelier").value();
        limit(organisation);
        assertThat(new ListContacts(platform, seal).apply(holder)).isEqualTo(new ListContacts.Listed(List.of(), true));
        assertThat(add(OTHER)).isEqualTo(AddContact.Problem.LIMITED);
        assertThatThrownBy(() -> new RemoveContact(platform, write).apply(holder, contact))
                .isInstanceOf(ProblemException.class);
        PersonalExport export = new PersonalExport();
        platform.database().inHolder(holder, handle -> {
            new ContactParts(platform).personalData().exportSpace(handle, holder, export);
            return true;
        });
        assertThat(export.sections()).isEmpty();
        assertThat(mails()).as("one code, and nothing since").hasSize(1);

        limit(null);
        assertThat(list()).singleElement().matches(Contact::confirmed);
        assertThat(add(OTHER)).isInstanceOf(AddContact.Sent.class);
    }

    private void limit(@Nullable UUID organisation) {
        setup.database()
                .owner()
                .useHandle(handle ->
                        handle.execute("UPDATE holder SET limited_to = ? WHERE id = ?", organisation, holder.value()));
    }

    @Test
    void oneHolderGetsFewCodes() {
        for (int i = 0; i < 8; i++) {
            assertThat(add("a" + i + "@exemple.invalid")).isInstanceOf(AddContact.Sent.class);
        }
        assertThat(add("a8@exemple.invalid")).isEqualTo(AddContact.Problem.LATER);
    }

    @Test
    void oneNetworkGetsFewCodes() {
        Client here = TestClients.at("192.0.2.7");
        for (int i = 0; i < 40; i++) {
            holder = setup.holder();
            assertThat(add("a" + i + "@exemple.invalid", here)).isInstanceOf(AddContact.Sent.class);
        }
        holder = setup.holder();
        assertThat(add("a40@exemple.invalid", here)).isEqualTo(AddContact.Problem.LATER);
        assertThat(add("a40@exemple.invalid", TestClients.at("198.51.100.7"))).isInstanceOf(AddContact.Sent.class);
    }

    @Test
    void whatIsNoAddressSendsNothingAndCountsNothing() {
        assertThat(add("alix@exemple.fr\r\nBcc: autre@exemple.fr")).isEqualTo(AddContact.Problem.MALFORMED);
        assertThat(add("")).isEqualTo(AddContact.Problem.MALFORMED);
        assertThat(count("outbox") + count("throttle")).isZero();
    }

    @Test
    void theCopyOfASpaceHasTheAddressAndItsErasureTakesWhatWaitsToo() throws Exception {
        confirmed(ADDRESS);
        sent(OTHER);
        PersonalData part = new ContactParts(platform).personalData();
        PersonalExport export = new PersonalExport();
        platform.database().inHolder(holder, handle -> {
            part.exportSpace(handle, holder, export);
            return true;
        });
        assertThat(export.sections()).singleElement().satisfies(section -> {
            assertThat(section.name()).isEqualTo("contacts");
            assertThat(section.rows()).extracting(row -> row.get("address")).containsExactlyInAnyOrder(ADDRESS, OTHER);
        });
        assertThat(count("outbox WHERE state = 'WAITING'")).isEqualTo(1);
        platform.database().inHolder(holder, handle -> {
            part.eraseSpace(
                    handle, holder, platform.ids().uuid(), platform.clock().instant());
            return true;
        });
        assertThat(count("holder_contact") + count("outbox WHERE state = 'WAITING'"))
                .isZero();
        assertThat(count("outbox WHERE holder_id IS NOT NULL")).isZero();
    }

    @Test
    void aKindThatIsOffTakesNothing() {
        Platform off = sending(MailSettings.off());
        assertThatThrownBy(() -> new AddContact(off, seal, secrets, new WriteToContact(off, seal))
                        .apply(holder, MessageKind.MAIL, ADDRESS, Locale.FRENCH, Client.unknown()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new AddContact(platform, seal, secrets, write)
                        .apply(holder, MessageKind.SMS, "0612345678", Locale.FRENCH, Client.unknown()))
                .isInstanceOf(ProblemException.class);
    }
}
