package dev.fixpoint.parse;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text that leaves the parser. Token shapes follow the public rules of secret
 * scanners and the notices of the issuers; a token's kind stays readable, its value does not.
 */
final class Redactor {
  /** What stands in place of a secret. */
  static final String MASK = "***";

  /**
   * One shape of secret.
   *
   * @param sign a text without which the shape cannot occur, lower case
   * @param shape the shape; group 1, when there is one, is the part that stays
   */
  private record Rule(String sign, Pattern shape) {
    static Rule of(String sign, String shape) {
      return new Rule(sign, Pattern.compile(shape));
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.of("gh", "(gh[pousr]_)[A-Za-z0-9._-]{20,}"),
          Rule.of("github_pat_", "(github_pat_)\\w{20,}"),
          Rule.of("glpat-", "(glpat-)[\\w-]{15,}"),
          Rule.of("a", "\\b((?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA))[A-Z2-7]{16}\\b"),
          Rule.of("ey", "\\b(eyJ)[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}(?:\\.[A-Za-z0-9_-]*)?"),
          Rule.of("npm_", "(npm_)[A-Za-z0-9]{30,}"),
          Rule.of("pypi-", "(pypi-)[A-Za-z0-9_-]{40,}"),
          Rule.of("aiza", "(AIza)[\\w-]{30,}"),
          Rule.of("xox", "(xox[abeoprs]-)[A-Za-z0-9-]{10,}"),
          Rule.of("hooks.slack.com", "(hooks\\.slack\\.com/services/)[A-Za-z0-9/+]{20,}"),
          Rule.of("_live_", "([sr]k_live_)[A-Za-z0-9]{10,}"),
          Rule.of("_test_", "([sr]k_test_)[A-Za-z0-9]{10,}"),
          Rule.of("dapi", "\\b(dapi)[a-f0-9]{32}"),
          Rule.of("sg.", "\\b(SG\\.)[\\w-]{16,}\\.[\\w-]{16,}"),
          Rule.of("akcp", "\\b(AKCp)[A-Za-z0-9]{60,}"),
          Rule.of("sk-", "\\b(sk-)(?:[a-z]+-)*[A-Za-z0-9_-]{24,}"),
          Rule.of("private key", "(-----BEGIN[ A-Z0-9_-]{0,100}PRIVATE KEY-----).*"),
          Rule.of("://", "(://[^\\s:/@]{0,200}:)[^\\s:/@]{1,400}(?=@)"),
          Rule.of(
              "authorization",
              "(?i)(authorization[\"']?\\s*[:=]\\s*[\"']?(?:basic|bearer|token)\\s+)[^\\s\"']+"),
          Rule.of("bearer ", "(?i)(bearer\\s+)[A-Za-z0-9._~+/-]{16,}=*"));

  /** A name that promises a secret, a separator, and a value that is no word. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)([\\w.-]{0,40}(?:passw(?:or)?d|passwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credential)[\\w.-]{0,40}[\"']?\\s{0,4}(?:=|:|=>)\\s{0,4}[\"']?)([^\\s\"',;&]{10,400})");

  private static final String[] NAMES = {
    "passw",
    "passwd",
    "secret",
    "token",
    "api_key",
    "api-key",
    "apikey",
    "access_key",
    "access-key",
    "accesskey",
    "private_key",
    "private-key",
    "credential"
  };

  /** Values of named secrets below this many bits per character are words, not secrets. */
  private static final double ENTROPY = 3.5;

  private Redactor() {}

  /** Returns the text with every known shape of secret masked. */
  static String redact(String text) {
    if (text.length() < 12) {
      return text;
    }
    String lower = asciiLower(text);
    String result = text;
    for (Rule rule : RULES) {
      if (lower.contains(rule.sign)) {
        result = rule.shape.matcher(result).replaceAll(Redactor::masked);
      }
    }
    for (String name : NAMES) {
      if (lower.contains(name)) {
        return NAMED.matcher(result).replaceAll(Redactor::maskedIfRandom);
      }
    }
    return result;
  }

  private static String masked(MatchResult match) {
    String kept = match.groupCount() > 0 ? match.group(1) : "";
    return Matcher.quoteReplacement(kept + MASK);
  }

  private static String maskedIfRandom(MatchResult match) {
    boolean secret = !match.group(2).startsWith(MASK) && entropy(match.group(2)) >= ENTROPY;
    return Matcher.quoteReplacement(secret ? match.group(1) + MASK : match.group());
  }

  private static String asciiLower(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] >= 'A' && chars[i] <= 'Z') {
        chars[i] = (char) (chars[i] + 32);
      }
    }
    return new String(chars);
  }

  /** Shannon entropy in bits per character. */
  private static double entropy(String value) {
    int[] counts = new int[128];
    int counted = 0;
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < 128) {
        counts[value.charAt(i)]++;
        counted++;
      }
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / counted;
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }
}
