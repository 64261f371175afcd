package org.cotangent.examples;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/architecture.md as rules; here because the examples see every module. */
class ArchitectureTest {

    /** Per package: the packages it may know, which open what they may know in turn; then the libraries. */
    private static final String TABLE = """
            ad                | ad.function ad.annotation ad.expr ad.ir ad.transform ad.eval ad.linalg ad.check |
            ad.function       | |
            ad.runtime        | | org.apache.commons.numbers.gamma
            ad.annotation     | |
            ad.expr           | ad.runtime | javax.lang.model
            ad.ir             | ad.expr |
            ad.transform      | ad.ir |
            ad.eval           | ad.transform ad.runtime ad.function |
            ad.linalg         | ad.annotation ad.function ad.ir | org.ejml jdk.incubator.vector
            ad.check          | ad.function ad.eval |
            codegen.parse     | ad.ir ad.annotation | com.sun.source javax.lang.model javax.tools
            codegen.emit      | ad ad.ir | com.palantir.javapoet javax.lang.model
            codegen.memory    | codegen.emit | javax.tools
            codegen.processor | codegen.parse codegen.emit | com.sun.source javax.annotation.processing javax.lang.model javax.tools
            optim             | ad.function | org.ejml jdk.jfr
            optim.model       | optim ad.linalg |
            problems          | ad.function ad.runtime ad.annotation |
            """;

    private static final Map<String, Row> ROWS = TABLE.lines()
            .map(Row::of)
            .collect(Collectors.toMap(Row::name, row -> row, (first, second) -> first, LinkedHashMap::new));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.cotangent");

    record Row(String name, Set<String> known, Set<String> libraries) {

        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            return new Row(cells[0].strip(), words(cells[1]), words(cells[2]));
        }

        private static Set<String> words(String cell) {
            return Arrays.stream(cell.strip().split(" "))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toSet());
        }

        DescribedPredicate<JavaClass> members() {
            return switch (name) {
                case "ad" ->
                    describe(
                            "are in org.cotangent.ad",
                            type -> type.getPackageName().equals("org.cotangent.ad"));
                case "optim" ->
                    below(Set.of("org.cotangent.optim"))
                            .and(DescribedPredicate.not(below(Set.of("org.cotangent.optim.model"))));
                default -> below(Set.of("org.cotangent." + name));
            };
        }

        DescribedPredicate<JavaClass> permitted() {
            Set<String> packages = new TreeSet<>(libraries);
            packages.add("java");
            packages.add("org.jspecify");
            reachable().forEach(row -> packages.add("org.cotangent." + row.name()));
            return below(packages);
        }

        private Stream<Row> reachable() {
            return Stream.concat(Stream.of(this), known.stream().map(ROWS::get).flatMap(Row::reachable));
        }

        private static DescribedPredicate<JavaClass> below(Set<String> packages) {
            return describe(
                    "are in " + String.join(", ", packages),
                    type -> packages.stream().anyMatch(name -> (type.getPackageName() + ".").startsWith(name + ".")));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        return ROWS.values().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void packageKnowsOnlyWhatTheTablePermits(Row row) {
        classes()
                .that(row.members())
                .should()
                .onlyDependOnClassesThat(row.permitted())
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageOfTheLibraryIsInTheTable() {
        classes()
                .that()
                .resideOutsideOfPackage("org.cotangent.examples..")
                .should(be(describe(
                        "in a package of the table",
                        type -> rows().anyMatch(row -> row.members().test(type)))))
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .filteredOn(named -> !named.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .as("packages without a @NullMarked package-info.java")
                .isEmpty();
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that().areStatic().should().beFinal().allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void onlySpecialFunctionsKnowTheirLibrary() {
        noClasses()
                .that()
                .resideInAPackage("org.cotangent..")
                .and()
                .haveNameNotMatching("org\\.cotangent\\.ad\\.runtime\\.(Special|Normal|ErrorFunctions|GammaFunctions)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons..")
                .check(CLASSES);
    }

    @Test
    void optimizersKnowNothingOfMatricesButTheirProduct() {
        noClasses()
                .that()
                .resideInAPackage("org.cotangent.optim..")
                .should()
                .dependOnClassesThat(describe(
                        "are in org.cotangent.ad, but not in function, and not MatrixProducts",
                        type -> type.getPackageName().startsWith("org.cotangent.ad")
                                && !type.getPackageName().equals("org.cotangent.ad.function")
                                && !type.getName().equals("org.cotangent.ad.linalg.MatrixProducts")))
                .check(CLASSES);
    }

    @Test
    void coreUsesNoReflection() {
        noClasses()
                .that()
                .resideInAPackage("org.cotangent.ad..")
                .should()
                .dependOnClassesThat(describe(
                        "are in java.lang.reflect",
                        type -> type.getPackageName().equals("java.lang.reflect") && !type.isEquivalentTo(Array.class)))
                .check(CLASSES);
    }
}
