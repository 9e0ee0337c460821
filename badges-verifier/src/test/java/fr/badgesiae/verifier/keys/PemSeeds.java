package fr.badgesiae.verifier.keys;

import java.util.List;

/** Public keys as PEM: P-256, P-521 and secp256k1 (which no suite here uses), Ed25519, RSA as PKCS#1. */
public final class PemSeeds {
    private PemSeeds() {}

    public static List<String> all() {
        return List.of(
                pem("PUBLIC KEY", """
                        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEnCgMvnf02b1BIgtwq2wANgo/wrTW
                        ibWsc9byZGM8eWJulWdbhVa3QuWM63DMOxgvV/WQBLPFznta7GQYmToXXg=="""),
                pem("PUBLIC KEY", """
                        MIGbMBAGByqGSM49AgEGBSuBBAAjA4GGAAQAOQI8GhamOQZCU8oai0znrHs/65Jn
                        F4Cbzxl/LsuDP7oMqu47vR/z3knYlooCb2L07cPFNT/0JGvLEkTQyvhzJWkAqCrL
                        h0+W+T1CoQGqKuXvq9wOtr6Dqh06yebp1ckoHJOXY3vCylWRjz+j5LlZ+JSooKaB
                        ebIFjO3eAkmm1dAsM7I="""),
                pem("PUBLIC KEY", """
                        MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAE5Bll2mwAkTXdPVISQaf7yXNGCKcBbOP6
                        ElnnArhwYUuWIk3K1Cjo8Pm7oJbzAGesveUZOln7eyHu7CDbn4FxIg=="""),
                pem("PUBLIC KEY", "MCowBQYDK2VwAyEAlx9Jp08sWLnmWLIQYQwpKVcrEjxcWb/c9Im3aBSncb4="),
                pem("RSA PUBLIC KEY", """
                        MIIBCgKCAQEAwtxs+TBTgnsmyyQvUrzokBtLMiCMfQQK209KUvuwA7glGHdY9WJr
                        Jw8TmKdxCgqZiSfjDUxwcJ+HOMd0yYd9YyaLKieNZvqVAxhcHLekNTc5bi0hbdDx
                        CD1TyX0zdimKfwT1mtBOCi8f8quTTHUbKejzhvrxXaebTWbEMV8CM5QqIbCAKXqg
                        9KHj6KPzgXevdJ/FDZlnYOb5qm+ECKEkj8OHMseqn7YRgX+TWCHXjRTnzgsi2Ve8
                        dPhHRRv8tZidklw/YyGZ8qfxRDwBb8G1dW+KdwyQ8lo4Q5dygRbUGeYcLn5DjwfI
                        +DfMpS3MxvKuX10bTOXSu4TZMfZM5s2ULwIDAQAB"""));
    }

    private static String pem(String label, String base64) {
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }
}
