package fr.badgesiae.api;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static fr.badgesiae.api.ArchitectureTest.COMMANDS;
import static fr.badgesiae.api.ArchitectureTest.FEATURES;
import static fr.badgesiae.api.ArchitectureTest.OURS;
import static fr.badgesiae.api.ArchitectureTest.ROOT;
import static fr.badgesiae.api.ArchitectureTest.feature;
import static fr.badgesiae.api.ArchitectureTest.features;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import org.junit.jupiter.api.Test;

/** Rules for each class, whatever its package uses. A failing rule names the class and the line. */
class CodeRulesTest {
    /** What is erased in the database was never written elsewhere: no export on disk, no temporary file. */
    @Test
    void featuresWriteNoFile() {
        noClasses()
                .that()
                .resideInAnyPackage(features(FEATURES))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.nio.channels..")
                .orShould()
                .dependOnClassesThat(assignableTo(File.class)
                        .or(assignableTo(FileOutputStream.class))
                        .or(assignableTo(FileWriter.class)))
                .check(OURS);
    }

    @Test
    void aNameSaysWhatAClassDoes() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .haveNameMatching(".*\\.(\\w*(Service|Manager|Helper|Utils?|Impl)|Base[A-Z]\\w*)(\\$.*)?")
                .check(OURS);
    }

    @Test
    void nothingKeepsChangingState() {
        fields().that(new DescribedPredicate<JavaField>("are static and written by people") {
                    @Override
                    public boolean test(JavaField field) {
                        return field.getModifiers().contains(JavaModifier.STATIC)
                                && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                                && field.getOwner().getPackageName().startsWith(ROOT);
                    }
                })
                .should()
                .beFinal()
                .check(OURS);
    }

    @Test
    void onlyTheCommandsPrint() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .resideOutsideOfPackage(feature(COMMANDS))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(target(nameMatching("printStackTrace")))
                .check(OURS);
    }
}
