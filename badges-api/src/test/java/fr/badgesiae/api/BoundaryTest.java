package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.verifier.TrustRegistry;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A class of a feature that opens a transaction is an act or a query: one method, {@code apply}. */
class BoundaryTest {
    private static final String ROOT = "fr.badgesiae.api.";
    private static final Set<String> TRANSACTIONS = Set.of("inOrganisation", "inHolder", "inPublic", "look");

    /** Steps and views that still open a transaction. The list is exact: the test fails for a class that no longer does. */
    private static final Set<String> OTHERS = Set.of(
            "account.DemonstrationAccounts",
            "credential.ComposeCredential",
            "credential.IssueCredential",
            "holder.PinCheck",
            "organisation.Organisations",
            "pathway.ShowPathway");

    @Test
    void whoeverOpensATransactionHasOneMethodApply() {
        Set<String> offenders = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("fr.badgesiae.api")
                        .stream()
                        .filter(BoundaryTest::inFeature)
                        .filter(BoundaryTest::opensTransactions)
                        .filter(BoundaryTest::offersMoreThanApply)
                        .map(ours -> ours.getName().substring(ROOT.length()))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(offenders).isEqualTo(new TreeSet<>(OTHERS));
    }

    private static boolean inFeature(JavaClass ours) {
        return ours.getPackageName().startsWith(ROOT)
                && !ours.getPackageName().matches(ROOT.replace(".", "\\.") + "(platform|commands|demonstration)\\b.*")
                && !ours.getSimpleName().matches("\\w*(HealthCheck|Job|Module)")
                // Called by the verifier with an address or an issuer: the interface names its method.
                && !ours.isAssignableTo(DocumentSource.class)
                && !ours.isAssignableTo(TrustRegistry.class);
    }

    private static boolean opensTransactions(JavaClass ours) {
        return ours.getMethodCallsFromSelf().stream()
                .anyMatch(call ->
                        call.getTargetOwner().isEquivalentTo(Database.class) && TRANSACTIONS.contains(call.getName()));
    }

    private static boolean offersMoreThanApply(JavaClass ours) {
        return ours.getMethods().stream().anyMatch(BoundaryTest::offered);
    }

    private static boolean offered(JavaMethod method) {
        Set<JavaModifier> modifiers = method.getModifiers();
        return !modifiers.contains(JavaModifier.PRIVATE)
                && !modifiers.contains(JavaModifier.STATIC)
                && !modifiers.contains(JavaModifier.SYNTHETIC)
                && !method.getName().equals("apply");
    }
}
