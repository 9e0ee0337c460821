package fr.badgesiae.api.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    @ParameterizedTest
    @CsvSource({
        "postgres://ana:s3cret@db.example:5433/badges, jdbc:postgresql://db.example:5433/badges, ana, s3cret",
        "postgresql://ana:s3cret@db.example/badges, jdbc:postgresql://db.example:5432/badges, ana, s3cret",
        "postgres://ana:p%40ss%3Aword@db.example/badges, jdbc:postgresql://db.example:5432/badges, ana, p@ss:word",
        "postgres://ana:a+b@db.example/badges, jdbc:postgresql://db.example:5432/badges, ana, a+b",
        "postgres://ana:a:b@db.example/badges, jdbc:postgresql://db.example:5432/badges, ana, a:b",
        "postgres://ana:x@[::1]:5433/badges, jdbc:postgresql://[::1]:5433/badges, ana, x",
        "postgres://ana:x@db.example/badges?sslmode=verify-full&connectTimeout=3,"
                + " jdbc:postgresql://db.example:5432/badges?sslmode=verify-full&connectTimeout=3, ana, x",
        "jdbc:postgresql://db.example:5433/badges?user=ana&password=s3%26cret,"
                + " jdbc:postgresql://db.example:5433/badges, ana, s3&cret",
        "jdbc:postgresql://db.example/badges?user=ana&sslmode=require&password=x,"
                + " jdbc:postgresql://db.example:5432/badges?sslmode=require, ana, x",
        "postgres://db.example/badges, jdbc:postgresql://db.example:5432/badges, other, elsewhere",
        "postgres://ana@db.example/badges, jdbc:postgresql://db.example:5432/badges, ana, elsewhere",
    })
    void bothFormsAreRead(String text, String url, String user, String password) {
        DatabaseAddress address = DatabaseAddress.parse(text, "other", "elsewhere");

        assertThat(address.url()).isEqualTo(url);
        assertThat(address.user()).isEqualTo(user);
        assertThat(address.password().value()).isEqualTo(password);
        assertThat(address.toString()).doesNotContain(password + "]").contains("[REDACTED]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ana:hidden@db.example/badges",
                "postgres://ana:hidden@db.example",
                "postgres://ana:hidden@db.example/",
                "postgres:ana:hidden",
                "postgres://ana:hid den@db.example/badges",
                "postgres://ana:hidden%zz@db.example/badges",
                "db.example:5432/hidden",
                "jdbc:hidden",
                "hidden",
                ""
            })
    void whatIsNeitherFormIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> DatabaseAddress.parse(text, "ana", "x"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DATABASE_URL")
                .hasMessageContaining("postgres://user:password@host:5432/name")
                .hasNoCause()
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("hid"));
    }

    @Test
    void anAddressOfNobodySaysWhereToNameTheUser() {
        assertThatThrownBy(() -> DatabaseAddress.parse("postgres://db.example/badges", "", ""))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DATABASE_USER");
    }

    @Test
    void anotherDatabaseOnTheSameServerKeepsItsOptions() {
        DatabaseAddress address = DatabaseAddress.parse("postgres://ana:x@h:1/badges?sslmode=require", null, null);

        assertThat(address.onDatabase("other").url()).isEqualTo("jdbc:postgresql://h:1/other?sslmode=require");
        assertThat(address.as("eve", "y").user()).isEqualTo("eve");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedWithoutPasswordAndWithoutEmptyBrackets() {
        DatabaseAddress nobody = DatabaseAddress.parse("postgres://ana:s3cret@127.0.0.1:1/badges", "", "");
        assertThatThrownBy(nobody::requireAnswer)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("127.0.0.1:1/badges")
                .satisfies(refused -> assertThat(refused.getMessage())
                        .doesNotContain("s3cret")
                        .doesNotContain("("));
    }
}
