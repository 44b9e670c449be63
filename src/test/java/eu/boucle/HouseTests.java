package eu.boucle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.stereotype.Controller;

/** The floors of the house and what may stand only in one room. Each rule is shown able to fail by a fixture package. */
class HouseTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("eu.boucle");

    @Test
    void everyRoomUsesOnlyTheRoomsItMay() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void aRoomThatClimbsTheStairsIsFound() {
        ApplicationModules house = ApplicationModules.of("fixtures.floors", (ImportOption) location -> true);
        assertThat(house.stream().count()).isEqualTo(2);
        assertThatThrownBy(house::verify).isInstanceOf(Violations.class).hasMessageContaining("cellar");
    }

    @ParameterizedTest
    @EnumSource
    void theHouseKeeps(Rule rule) {
        rule.rule.check(HOUSE);
    }

    @ParameterizedTest
    @EnumSource
    void aBreachIsFoundOf(Rule rule) {
        JavaClasses fixture = new ClassFileImporter().importPackages("fixtures." + rule.fixture);
        assertThat(fixture).as("a fixture that breaks the rule").isNotEmpty();
        assertThat(rule.rule.allowEmptyShould(true).evaluate(fixture).hasViolation())
                .isTrue();
    }

    enum Rule {
        ENGINE_ONLY_IN_PROCESS("engine", only("eu.boucle.process..", "org.camunda..", "org.operaton..")),
        ZXING_ONLY_IN_SCANCODE("zxing", only("eu.boucle.scancode..", "com.google.zxing..")),
        PDF_ONLY_IN_DOCUMENT("pdf", only("eu.boucle.document..", "org.openpdf..", "org.apache.pdfbox..")),
        ONLY_THE_PUBLIC_FACE_OF_THE_ENGINE(
                "engineinside",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.camunda.bpm.engine.impl..",
                                "org.camunda.bpm.spring..",
                                "org.camunda.bpm.model..",
                                "org.camunda.bpm.dmn.engine.impl..")),
        AGGREGATES_EAT_PLAIN_FOOD(
                "diet",
                classes()
                        .that()
                        .areAnnotatedWith(Entity.class)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "java..",
                                "jakarta.persistence..",
                                "org.hibernate..",
                                "org.jspecify..",
                                "eu.boucle..",
                                "")),
        AGGREGATES_HAVE_VERBS_NOT_SETTERS(
                "setters",
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Entity.class)
                        .should()
                        .haveNameNotMatching("set[A-Z].*")),
        VALUES_KNOW_NO_FRAMEWORK(
                "values",
                noClasses()
                        .that()
                        .resideInAnyPackage("eu.boucle.shared..", "fixtures.values..")
                        .and()
                        .haveSimpleNameNotEndingWith("package-info")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework..", "jakarta.persistence..", "org.hibernate..")),
        THE_GRAMMAR_OF_TAGS_COMPILES_ALONE(
                "grammar",
                noClasses()
                        .that()
                        .haveSimpleName("AssetTag")
                        .or()
                        .haveSimpleName("Reading")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework..", "com.google.zxing..")),
        CONTROLLERS_LIVE_IN_WEB(
                "controllers",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("eu.boucle.web..")
                        .should()
                        .beMetaAnnotatedWith(Controller.class)),
        REPOSITORIES_STAY_IN_THEIR_ROOM(
                "repositories",
                classes()
                        .that()
                        .areAssignableTo(Repository.class)
                        .should()
                        .bePackagePrivate()
                        .andShould()
                        .notBeAssignableTo("org.springframework.data.jpa.repository.JpaRepository")),
        ONE_CLOCK(
                "clock",
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("eu.boucle.Application")
                        .and()
                        .resideOutsideOfPackage("eu.boucle.demo..")
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(OffsetDateTime.class, "now")
                        .orShould()
                        .callMethod(ZonedDateTime.class, "now")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC")
                        .orShould()
                        .callMethod(Clock.class, "systemDefaultZone")),
        NAMES_ARE_THE_TRADES(
                "names", noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Service)(\\$.*)?"));

        private final String fixture;
        private final ArchRule rule;

        Rule(String fixture, ArchRule rule) {
            this.fixture = fixture;
            this.rule = rule;
        }

        private static ArchRule only(String room, String... guests) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackage(room)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(guests);
        }
    }

    @Test
    void everyRuleHasAFixtureOfItsOwn() {
        List<String> fixtures = Arrays.stream(Rule.values()).map(r -> r.fixture).toList();
        assertThat(fixtures).doesNotHaveDuplicates();
    }

    @Test
    void aUseCaseClassStaysReadable() {
        Stream<JavaClass> large = HOUSE.stream()
                .filter(c -> !c.isInterface() && !c.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(c -> c.getConstructors().stream()
                                .mapToInt(k -> k.getRawParameterTypes().size())
                                .max()
                                .orElse(0)
                        > 12)
                .filter(c -> !c.isRecord() && !c.isAnnotatedWith(Entity.class));
        assertThat(large.map(JavaClass::getName)).isEmpty();
    }
}
