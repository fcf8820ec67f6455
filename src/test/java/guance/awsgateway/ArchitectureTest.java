package guance.awsgateway;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the house and the arrows between them, as ARCHITECTURE.md draws them. */
class ArchitectureTest {

    private static final String ROOT = "guance.awsgateway";
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    private static final Map<String, List<String>> ARROWS =
            Map.ofEntries(
                    Map.entry(
                            "operations",
                            List.of(
                                    "metrics",
                                    "inventory",
                                    "delivery",
                                    "target",
                                    "settings",
                                    "point",
                                    "database",
                                    "disk",
                                    "trouble")),
                    Map.entry(
                            "metrics",
                            List.of(
                                    "inventory",
                                    "target",
                                    "settings",
                                    "point",
                                    "database",
                                    "disk",
                                    "trouble")),
                    Map.entry(
                            "inventory",
                            List.of("target", "settings", "point", "database", "disk", "trouble")),
                    Map.entry("database", List.of("settings", "trouble")),
                    Map.entry("delivery", List.of("settings", "point", "disk", "trouble")),
                    Map.entry("target", List.of("settings", "trouble")),
                    Map.entry("routes", List.of()),
                    Map.entry("settings", List.of()),
                    Map.entry("point", List.of()),
                    Map.entry("disk", List.of("trouble")),
                    Map.entry("trouble", List.of()));

    static Stream<String> rooms() {
        return ARROWS.keySet().stream().sorted();
    }

    /** The operations are so many that each has a part of the room. */
    private static String room(JavaClass of) {
        return of.getPackageName().replaceFirst("(\\.operations)\\..*", "$1");
    }

    @Test
    void thereAreNoOtherRooms() {
        assertThat(HOUSE.stream().map(ArchitectureTest::room).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(ROOT), rooms().map(room -> ROOT + "." + room))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomKnowsOnlyTheRoomsBelowIt(String room) {
        String[] known =
                Stream.concat(Stream.of(room), ARROWS.get(room).stream())
                        .map(each -> ROOT + "." + each + "..")
                        .toArray(String[]::new);
        DescribedPredicate<JavaClass> others =
                resideInAPackage(ROOT + "..")
                        .and(DescribedPredicate.not(resideInAnyPackage(known)));

        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat(others)
                .check(HOUSE);
    }

    @Test
    void noRoomDependsOnItselfByOthers() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void pointAndDeliveryKnowNoAws() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".point..", ROOT + ".delivery..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(HOUSE);
    }

    @Test
    void onlyMainKnowsWhatTimeItIs() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".Main")
                .should()
                .callMethodWhere(
                        target(owner(type(Clock.class))).and(target(nameStartingWith("system"))))
                .orShould()
                .callMethodWhere(
                        target(owner(assignableTo(Temporal.class))).and(target(name("now"))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(HOUSE);
    }
}
