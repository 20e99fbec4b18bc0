package dev.fixpoint.parse;

/**
 * Finds where a line's own text begins, behind what the CI or a runner of services wrote in front:
 * timestamps, stream marks, the numbers of image build steps, the names of services.
 */
final class PrefixPeeler {
  private static final byte[][] BRACKET_WORDS = {
    Bytes.of("[task "),
    Bytes.of("[taskcluster "),
    Bytes.of("[vcs "),
    Bytes.of("[setup "),
    Bytes.of("[fetches "),
    Bytes.of("[cache "),
    Bytes.of("[volume ")
  };
  private static final byte[][] LEVELS = {
    Bytes.of("INFO"),
    Bytes.of("WARNING"),
    Bytes.of("ERROR"),
    Bytes.of("CRITICAL"),
    Bytes.of("DEBUG"),
    Bytes.of("FATAL")
  };

  private PrefixPeeler() {}

  /** Returns the offset of the first byte of the line's own text, between start and end. */
  static int peel(byte[] line, int start, int end) {
    int at = start;
    // A line can carry the CI's stamp and, behind it, the stamp of an inner runner.
    for (int layer = 0; layer < 3 && at < end; layer++) {
      int next = peelOnce(line, at, end);
      if (next == at) {
        break;
      }
      at = next;
    }
    return at;
  }

  private static int peelOnce(byte[] line, int start, int end) {
    byte first = line[start];
    if (Bytes.digit(first)) {
      int stamp = dateTime(line, start, end);
      if (stamp > start) {
        return afterStamp(line, stamp, end);
      }
      int clock = clock(line, start, end);
      return clock > start ? afterClock(line, clock, end, start) : start;
    }
    if (first == '[') {
      return bracketed(line, start, end);
    }
    if (first == '#') {
      return imageStep(line, start, end);
    }
    return service(line, start, end);
  }

  /**
   * {@code 2024-05-01T12:00:00.123Z}, with a blank or a 'T' in the middle, with or without zone.
   */
  private static int dateTime(byte[] line, int start, int end) {
    if (!shape(line, start, end, "dddd-dd-dd")) {
      return start;
    }
    int at = start + 10;
    if (at >= end || line[at] != 'T' && line[at] != ' ') {
      return start;
    }
    int clock = clock(line, at + 1, end);
    if (clock == at + 1) {
      return start;
    }
    at = clock;
    if (at < end && line[at] == 'Z') {
      return at + 1;
    }
    if (shape(line, at, end, "+dd:dd") || shape(line, at, end, "-dd:dd")) {
      return at + 6;
    }
    if (shape(line, at, end, "+dddd") || shape(line, at, end, "-dddd")) {
      return at + 5;
    }
    return at;
  }

  /** {@code 12:00:00}, with a fraction behind a dot or a comma. */
  private static int clock(byte[] line, int start, int end) {
    if (!shape(line, start, end, "dd:dd:dd")) {
      return start;
    }
    int at = start + 8;
    if (at + 1 < end && (line[at] == '.' || line[at] == ',') && Bytes.digit(line[at + 1])) {
      at++;
      while (at < end && Bytes.digit(line[at])) {
        at++;
      }
    }
    return at;
  }

  private static int afterStamp(byte[] line, int at, int end) {
    if (at == end) {
      return end;
    }
    if (at + 2 < end && line[at] == ' ' && line[at + 1] == '|' && line[at + 2] == ' ') {
      return at + 3;
    }
    if (line[at] != ' ') {
      return at;
    }
    at++;
    // GitLab: two digits, O or E for the stream, a blank or a plus for a continued line.
    boolean stream =
        at + 3 < end
            && Bytes.digit(line[at])
            && Bytes.digit(line[at + 1])
            && (line[at + 2] == 'O' || line[at + 2] == 'E')
            && (line[at + 3] == ' ' || line[at + 3] == '+');
    return stream ? at + 4 : at;
  }

  /** A bare clock is a prefix only when a blank follows; behind it a level may stand. */
  private static int afterClock(byte[] line, int at, int end, int start) {
    if (at >= end || line[at] != ' ') {
      return start;
    }
    int text = at;
    while (text < end && line[text] == ' ') {
      text++;
    }
    for (byte[] level : LEVELS) {
      if (Bytes.startsWith(line, text, end, level)) {
        int dash = text + level.length;
        if (dash + 2 < end && line[dash] == ' ' && line[dash + 1] == '-' && line[dash + 2] == ' ') {
          return dash + 3;
        }
        if (dash + 2 == end && line[dash] == ' ' && line[dash + 1] == '-') {
          return end;
        }
      }
    }
    return at + 1;
  }

  /** {@code [2024-05-01T12:00:00Z] }, {@code [12:00:00] } and {@code [task 2024-...] }. */
  private static int bracketed(byte[] line, int start, int end) {
    int inner = start + 1;
    for (byte[] word : BRACKET_WORDS) {
      if (Bytes.startsWith(line, start, end, word)) {
        inner = start + word.length;
      }
    }
    int stamp = dateTime(line, inner, end);
    if (stamp == inner) {
      stamp = clock(line, inner, end);
    }
    if (stamp == inner || stamp >= end || line[stamp] != ']') {
      return start;
    }
    return stamp + 1 < end && line[stamp + 1] == ' ' ? stamp + 2 : stamp + 1;
  }

  /** {@code #12 3.456 text} of BuildKit; the number alone is a prefix too. */
  private static int imageStep(byte[] line, int start, int end) {
    int at = start + 1;
    while (at < end && Bytes.digit(line[at])) {
      at++;
    }
    if (at == start + 1 || at >= end || line[at] != ' ') {
      return start;
    }
    int number = at + 1;
    int fraction = number;
    while (fraction < end && Bytes.digit(line[fraction])) {
      fraction++;
    }
    if (fraction == number || fraction >= end || line[fraction] != '.') {
      return number;
    }
    fraction++;
    while (fraction < end && Bytes.digit(line[fraction])) {
      fraction++;
    }
    return fraction < end && line[fraction] == ' ' ? fraction + 1 : fraction == end ? end : number;
  }

  /** {@code web_1 | text} and {@code web-1 | text} of compose. */
  private static int service(byte[] line, int start, int end) {
    int at = start;
    while (at < end && nameByte(line[at])) {
      at++;
    }
    int digits = at;
    while (digits > start && Bytes.digit(line[digits - 1])) {
      digits--;
    }
    boolean numbered =
        digits < at && digits - start >= 2 && (line[digits - 1] == '_' || line[digits - 1] == '-');
    if (!numbered) {
      return start;
    }
    while (at < end && line[at] == ' ') {
      at++;
    }
    if (at >= end || line[at] != '|') {
      return start;
    }
    return at + 1 < end && line[at + 1] == ' ' ? at + 2 : at + 1;
  }

  private static boolean nameByte(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || b == '_'
        || b == '-'
        || b == '.';
  }

  /** Whether the bytes have a shape, in which 'd' stands for a digit. */
  private static boolean shape(byte[] line, int start, int end, String shape) {
    if (end - start < shape.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      byte b = line[start + i];
      char wanted = shape.charAt(i);
      if (wanted == 'd' ? !Bytes.digit(b) : b != wanted) {
        return false;
      }
    }
    return true;
  }
}
