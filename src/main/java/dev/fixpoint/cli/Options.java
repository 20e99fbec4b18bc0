package dev.fixpoint.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Options that several commands share, and how their values are read. */
final class Options {
  private Options() {}

  /** A command with a name, a one-line description and help. */
  static CommandSpec command(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(false);
    spec.usageMessage().description(description).abbreviateSynopsis(false).width(100);
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help and exit.")
            .build());
    return spec;
  }

  /** An option with a value. */
  static OptionSpec value(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** An option with a value out of a closed list. */
  static OptionSpec choice(String name, List<String> values, String otherwise, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel("WORD")
        .completionCandidates(values)
        .description(
            description + " One of " + String.join(", ", values) + "; default " + otherwise + ".")
        .build();
  }

  /** An option that is there or not. */
  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }

  /** Arguments of a command. */
  static PositionalParamSpec arguments(String label, String arity, String description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .arity(arity)
        .required(arity.startsWith("1"))
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  /** Where patterns and rules come from. */
  static void knowledge(CommandSpec spec) {
    spec.addOption(
        value("--patterns", "DIR", "Patterns from this folder instead of those of the jar."));
    spec.addOption(
        value(
            "--rules",
            "DIR",
            "Rules from this folder instead of those of the jar. Rules are code: name only a folder"
                + " that you trust, never one of the repository under analysis."));
  }

  static String get(ParseResult args, String name, String otherwise) {
    String value = args.matchedOptionValue(name, otherwise);
    return value == null ? otherwise : value;
  }

  static boolean has(ParseResult args, String name) {
    return args.hasMatchedOption(name);
  }

  static List<String> arguments(ParseResult args) {
    List<String> values = args.matchedPositionalValue(0, List.of());
    return values == null ? List.of() : values;
  }

  /** A value out of a closed list. */
  static String chosen(ParseResult args, String name, List<String> values, String otherwise)
      throws UsageException {
    String value = get(args, name, otherwise);
    if (!values.contains(value)) {
      throw new UsageException(
          name + " is '" + value + "'; it is one of " + String.join(", ", values));
    }
    return value;
  }
}
