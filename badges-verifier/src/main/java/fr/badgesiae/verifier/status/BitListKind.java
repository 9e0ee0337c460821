package fr.badgesiae.verifier.status;

import java.util.Optional;

/** The two kinds of status list that are bits in a credential. */
public enum BitListKind {
    /** W3C Bitstring Status List 1.0. */
    BITSTRING("BitstringStatusListCredential", "BitstringStatusList", "vc-bitstring-status-list 3.2"),
    /** W3C CCG Status List 2021, its draft: no multibase prefix, one bit an entry. */
    STATUS_LIST_2021("StatusList2021Credential", "StatusList2021", "vc-status-list-2021 2");

    private final String credential;
    private final String subject;
    private final String spec;

    BitListKind(String credential, String subject, String spec) {
        this.credential = credential;
        this.subject = subject;
        this.spec = spec;
    }

    /** The type of the list credential. */
    String credential() {
        return credential;
    }

    /** The type of its subject. */
    String subject() {
        return subject;
    }

    String spec() {
        return spec;
    }

    /** Whether entries may have more than one bit. */
    boolean sized() {
        return this == BITSTRING;
    }

    Optional<byte[]> decode(String encodedList) throws BitstringStatusList.TooLargeException {
        return this == BITSTRING
                ? BitstringStatusList.decode(encodedList)
                : BitstringStatusList.decode2021(encodedList);
    }
}
