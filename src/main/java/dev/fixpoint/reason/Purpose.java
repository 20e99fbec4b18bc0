package dev.fixpoint.reason;

import java.util.List;
import java.util.regex.Pattern;

/** What a command is for, told by its words. */
final class Purpose {
  private record Sign(String purpose, Pattern words) {
    static Sign of(String purpose, String words) {
      return new Sign(purpose, Pattern.compile("(?i)(?:^|[^\\w.-])(?:" + words + ")(?:$|[^\\w-])"));
    }
  }

  /** The more particular come first: {@code npm run lint} is a lint, not a build. */
  private static final List<Sign> SIGNS =
      List.of(
          Sign.of(
              "checkout",
              "actions/checkout@\\S+|git clone|git fetch|git checkout|get_sources|git\\.checkout"),
          Sign.of(
              "format",
              "fmt|format|prettier|black|gofmt|rustfmt|clang-format|spotless\\w*|isort|ktfmt|scalafmt\\w*"),
          Sign.of(
              "lint",
              "lint|linting|eslint|clippy|flake8|pylint|ruff|mypy|pyright|checkstyle\\w*|rubocop|golangci-lint|stylelint|shellcheck|yamllint|pre-commit|prek|ktlint\\w*|detekt|codespell|hadolint|phpcs|phpstan|psalm|static analysis|type.?check|typecheck|vet|cargo-deny|deny"),
          Sign.of(
              "test",
              "test|tests|testing|pytest|tox|nox|jest|vitest|mocha|karma|rspec|phpunit|ctest|playwright|cypress|verify|check|coverage|e2e|go test|cargo test|nextest|junit|surefire|spec|specs|unittest"),
          Sign.of("deploy", "deploy|publish|release|upload|push|helm|kubectl|terraform apply"),
          Sign.of(
              "install",
              "install|ci|bundle|restore|dependencies|deps|setup|pip|poetry|uv sync|apt-get|apt|brew|yarn|pnpm i|composer|mod download|setup-\\S+"),
          Sign.of(
              "build",
              "build|compile|make|cmake|package|assemble|webpack|vite|tsc|mvn|gradle|gradlew|docker|cargo|go|javac|msbuild|dotnet"));

  private Purpose() {}

  /** The purpose of a step, or the empty string. */
  static String of(String title, String command) {
    String first = command.isEmpty() ? title : title + "\n" + command;
    for (Sign sign : SIGNS) {
      if (sign.words.matcher(first).find()) {
        return sign.purpose;
      }
    }
    return "";
  }
}
