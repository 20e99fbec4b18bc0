package dev.fixpoint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileOutputStream;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/** The picture of the packages, and the house rules that a compiler does not know. */
@AnalyzeClasses(packages = "dev.fixpoint", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packagesKeepToThePicture =
      classes()
          .should(
              adhereToPlantUmlDiagram(
                  Objects.requireNonNull(ArchitectureTest.class.getResource("/architecture.puml")),
                  consideringOnlyDependenciesInAnyPackage("dev.fixpoint..")))
          .because("data flows one way, and a stage that knows another cannot be changed alone");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("dev.fixpoint.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule droolsStaysInReason = onlyIn("reason", "org.drools..", "org.kie..");

  @ArchTest static final ArchRule re2StaysInRegex = onlyIn("regex", "com.google.re2j..");

  @ArchTest static final ArchRule picocliStaysInCli = onlyIn("cli", "picocli..");

  @ArchTest
  static final ArchRule githubStaysInItsAdapter = onlyIn("escalate.github", "org.kohsuke..");

  @ArchTest
  static final ArchRule yamlAndTomlStayInSyntax =
      onlyIn("syntax", "com.fasterxml.jackson.dataformat..", "org.yaml..");

  @ArchTest
  static final ArchRule jsonIsReadInSyntaxAndWrittenInReports =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.fixpoint.syntax..", "dev.fixpoint.record..", "dev.fixpoint.authoring..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule databindingIsNotUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind..")
          .because("nothing in a document may be turned into an object of a type that it names");

  @ArchTest
  static final ArchRule streamsEnvironmentAndClocksBelongToTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.fixpoint.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessField(System.class, "in")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Charset.class, "defaultCharset")
          .because("what a library reads from its process cannot be tested or replayed");

  @ArchTest
  static final ArchRule modelDoesNoInputOrOutput =
      noClasses()
          .that()
          .resideInAPackage("dev.fixpoint.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..");

  @ArchTest
  static final ArchRule stagesDoNotWriteFiles =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.fixpoint.parse..",
              "dev.fixpoint.catalog..",
              "dev.fixpoint.scan..",
              "dev.fixpoint.reason..",
              "dev.fixpoint.plan..",
              "dev.fixpoint.repo..",
              "dev.fixpoint.engine..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.<JavaClass>describe(
                  "write files", type -> type.isAssignableTo(FileOutputStream.class)));

  @ArchTest
  static final ArchRule nothingSpeaksToTheNetwork =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.Socket")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.URLConnection")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..");

  @ArchTest
  static final ArchRule namesSayWhatThingsAre =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  private static ArchRule onlyIn(String place, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("dev.fixpoint." + place + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .because("that library is the business of " + place);
  }
}
