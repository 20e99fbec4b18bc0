package dev.fixpoint.repo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fixpoint.model.Dialect;
import dev.fixpoint.model.LineRange;
import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.LogPart;
import dev.fixpoint.model.LogSection;
import dev.fixpoint.model.Outcome;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.RepositoryFact;
import dev.fixpoint.model.RepositoryFact.DeclaredDependency;
import dev.fixpoint.model.RepositoryFact.LocalModule;
import dev.fixpoint.model.RepositoryFact.Manifest;
import dev.fixpoint.model.RepositoryFact.PinnedTool;
import dev.fixpoint.model.RepositoryFact.WorkflowStep;
import dev.fixpoint.model.RunContext;
import dev.fixpoint.model.SectionKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkout tells what it declares, what it holds and how it is built. */
class CheckoutReaderTest {
  @TempDir Path root;

  private final List<Problem> problems = new ArrayList<>();

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<RepositoryFact> facts(String repository, String command, String... names) {
    LogSection log =
        new LogSection(
            0,
            0,
            SectionKind.LOG,
            "",
            command,
            new LineRange(1, 1),
            Outcome.FAILED,
            null,
            false,
            1,
            List.of());
    RunContext run = new RunContext(repository, "", "", "", 0, false);
    LogDocument document =
        new LogDocument(
            "t",
            Dialect.PLAIN,
            List.of(new LogPart("", 1)),
            List.of(log),
            1,
            1,
            "",
            Outcome.FAILED,
            run,
            List.of());
    return new CheckoutReader(root).facts(document, run, Set.of(names), problems);
  }

  @Test
  void declaredDependenciesAreFoundInEveryKindOfManifest() throws IOException {
    write(
        "requirements.txt",
        "# tools\nPyYAML==6.0  # yaml\nrequests[socks]>=2; python_version > '3'\n-r other.txt\n");
    write(
        "pyproject.toml",
        "[project]\ndependencies = ['requests>=2']\n[project.optional-dependencies]\ntest = ['pytest ~= 8.0']\n[tool.poetry.group.dev.dependencies]\nblack = {version = '^24'}\n");
    write(
        "package.json",
        "{\"name\": \"w\", \"dependencies\": {\"left-pad\": \"^1.3.0\"}, \"devDependencies\": {\"jest\": \"29\"}}");
    write("Cargo.toml", "[package]\nname = \"w\"\n[dependencies]\nserde = {version = \"1.0\"}\n");
    write(
        "go.mod",
        "module example.com/w\n\ngo 1.22\n\nrequire github.com/stretchr/testify v1.9.0\n");
    write(
        "pom.xml",
        "<project><dependencies><dependency><groupId>junit</groupId><artifactId>junit</artifactId><version>4.13</version></dependency></dependencies></project>");
    write("Gemfile", "gem 'rails', '~> 7.0'\n");
    write("poetry.lock", "[[package]]\nname = \"requests\"\nversion = \"2.31.0\"\n");

    assertThat(
            facts(
                "",
                "",
                "pyyaml",
                "requests",
                "pytest",
                "black",
                "left-pad",
                "jest",
                "serde",
                "github.com/stretchr/testify",
                "junit",
                "rails"))
        .filteredOn(DeclaredDependency.class::isInstance)
        .extracting(
            fact ->
                ((DeclaredDependency) fact).path()
                    + " "
                    + ((DeclaredDependency) fact).name()
                    + " "
                    + ((DeclaredDependency) fact).constraint()
                    + " "
                    + ((DeclaredDependency) fact).scope())
        .containsExactlyInAnyOrder(
            "requirements.txt pyyaml ==6.0 ",
            "requirements.txt requests >=2 ",
            "pyproject.toml requests >=2 ",
            "pyproject.toml pytest ~= 8.0 test",
            "pyproject.toml black ^24 dev",
            "package.json left-pad ^1.3.0 ",
            "package.json jest 29 dev",
            "Cargo.toml serde 1.0 ",
            "go.mod github.com/stretchr/testify v1.9.0 ",
            "pom.xml junit:junit 4.13 ",
            "Gemfile rails ~> 7.0 ",
            "poetry.lock requests 2.31.0 ");
  }

  @Test
  void aRequirementsFileIsUsedWhenACommandNamesIt() throws IOException {
    write("requirements.txt", "x\n");
    write("requirements-dev.txt", "y\n");
    write(
        ".github/workflows/ci.yml",
        "name: CI\non: push\njobs:\n  t:\n    runs-on: x\n    steps:\n      - run: pip install -r requirements.txt\n");

    assertThat(facts("", "pip install -r requirements-dev.txt"))
        .filteredOn(Manifest.class::isInstance)
        .allMatch(fact -> ((Manifest) fact).usedByCi());
    assertThat(facts("", ""))
        .filteredOn(fact -> fact instanceof Manifest manifest && manifest.usedByCi())
        .extracting(RepositoryFact::path)
        .containsExactly("requirements.txt");
  }

  @Test
  void modulesOfTheCheckoutAreLocal() throws IOException {
    write("src/widgets/__init__.py", "");
    write("tool.py", "");
    write("node_modules/widgets2/index.py", "");
    write("src/main/java/com/acme/App.java", "");
    write("packages/ui/package.json", "{\"name\": \"@acme/ui\"}");

    assertThat(facts("", "", "widgets", "tool", "widgets2", "com.acme", "@acme/ui", "numpy"))
        .filteredOn(LocalModule.class::isInstance)
        .extracting(fact -> ((LocalModule) fact).ecosystem() + " " + ((LocalModule) fact).name())
        .containsExactlyInAnyOrder(
            "python widgets", "python tool", "java com.acme", "npm @acme/ui");
  }

  @Test
  void pinnedToolsAndWorkflowStepsAreRead() throws IOException {
    write(".nvmrc", "20\n");
    write(".tool-versions", "ruby 3.3.0\n");
    write("go.mod", "module x\n\ngo 1.22\n");
    write(
        "package.json", "{\"engines\": {\"node\": \">=18\"}, \"packageManager\": \"pnpm@9.0.0\"}");
    write(
        ".github/workflows/ci.yml",
        """
        name: CI
        on: [push]
        jobs:
          test:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
              - name: Maybe
                run: make flaky
                continue-on-error: true
        """);

    List<RepositoryFact> facts = facts("", "");

    assertThat(facts)
        .filteredOn(PinnedTool.class::isInstance)
        .extracting(fact -> ((PinnedTool) fact).tool() + " " + ((PinnedTool) fact).version())
        .containsExactlyInAnyOrder("node 20", "ruby 3.3.0", "go 1.22", "node >=18", "pnpm 9.0.0");
    assertThat(facts)
        .filteredOn(WorkflowStep.class::isInstance)
        .extracting(
            fact -> ((WorkflowStep) fact).name() + " " + ((WorkflowStep) fact).continueOnError())
        .containsExactly("Run actions/checkout@v4 false", "Maybe true");
  }

  @Test
  void brokenFilesSayNothingAndBreakNothing() throws IOException {
    write("package.json", "{ not json");
    write("pyproject.toml", "= = =");
    write(".github/workflows/ci.yml", "jobs: [");

    assertThat(facts("", "", "x")).allMatch(Manifest.class::isInstance);
    assertThat(problems).isEmpty();
  }

  @Test
  void theCheckoutOfAnotherRepositoryIsLeftOut() throws IOException {
    write(".git/config", "[remote \"origin\"]\n\turl = https://github.com/acme/widgets.git\n");
    write("package.json", "{}");

    assertThat(facts("other/gadgets", "")).isEmpty();
    assertThat(problems).extracting(Problem::code).containsExactly(Problem.Code.CHECKOUT_FOREIGN);
    assertThat(facts("fork/widgets", "")).isNotEmpty();
  }
}
