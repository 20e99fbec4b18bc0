package dev.fixpoint.parse;

import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.LogPart;
import dev.fixpoint.model.Outcome;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.TextBlock;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a log to its end, hands its cleaned lines on in blocks, and returns what is known of it as
 * a whole. Memory does not grow with the log: a block is about a megabyte, and sections are capped.
 */
public final class LogParser {
  private final ParseLimits limits;

  /**
   * @param limits the bounds
   */
  public LogParser(ParseLimits limits) {
    this.limits = limits;
  }

  /**
   * Parses a log.
   *
   * @param input the log
   * @param sink takes the blocks in order; each is valid only during the call
   * @return what is known of the log; trouble that does not stop the reading is among its problems
   * @throws IOException when the log cannot be read; the message says why, for people
   */
  public LogDocument parse(LogInput input, Consumer<TextBlock> sink) throws IOException {
    return new Reading(input, sink).read();
  }

  /** One log being read. */
  private final class Reading implements LineCleaner.Sink {
    private final LogInput input;
    private final BlockAssembler assembler;
    private final SectionBook book;
    private final SectionTracker tracker;
    private final LineCleaner cleaner;
    private final KeyBlocks keys = new KeyBlocks();
    private final MessageDigest digest = Digests.sha256();
    private final List<LogPart> parts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private LogInput.Part part;
    private boolean tabbed;
    private long tabsProbed;
    private long position;
    private long bytes;

    Reading(LogInput input, Consumer<TextBlock> sink) {
      this.input = input;
      this.part = input.parts().get(0);
      this.assembler = new BlockAssembler(sink, Redactor::redact);
      this.book = new SectionBook(limits.sections(), assembler::tail);
      this.tracker = new SectionTracker(book);
      this.cleaner = new LineCleaner(limits.lineBytes(), this);
    }

    LogDocument read() throws IOException {
      for (LogInput.Part next : input.parts()) {
        part = next;
        parts.add(new LogPart(next.name(), position + 1));
        readPart();
      }
      tracker.finish();
      assembler.finish();
      report();
      return new LogDocument(
          input.name(),
          tracker.dialect(),
          parts,
          book.freeze(),
          position,
          bytes,
          HexFormat.of().formatHex(digest.digest()),
          outcome(),
          tracker.run(),
          problems);
    }

    private void readPart() throws IOException {
      tabbed = false;
      tabsProbed = 0;
      long before = bytes;
      try (InputStream in = Decoding.open(part.source().open(), digest)) {
        RawLines lines = new RawLines(in);
        while (lines.advance()) {
          if (lines.startsLine()) {
            position++;
          }
          cleaner.clean(lines.buffer(), lines.start(), lines.end());
        }
        bytes = before + lines.bytesRead();
      }
    }

    @Override
    public void segment(byte[] line, int start, int end) {
      int text = start;
      if (!part.job().isEmpty()) {
        tracker.named(part.job(), part.step().isEmpty() ? "UNKNOWN STEP" : part.step(), position);
      } else {
        text = tabs(line, start, end);
      }
      int own = PrefixPeeler.peel(line, text, end);
      tracker.read(line, text, own, end, position);
      byte flag = tracker.echo() ? TextBlock.ECHO : 0;
      int section = book.current().id;
      if (keys.inside(line, own, end)) {
        assembler.append(KeyBlocks.MASKED, 0, KeyBlocks.MASKED.length, position, section, flag);
      } else {
        assembler.append(line, own, end, position, section, flag);
      }
    }

    /** {@code job<TAB>step<TAB>timestamp text}, as {@code gh run view --log} prints. */
    private int tabs(byte[] line, int start, int end) {
      if (!tabbed && tabsProbed++ > 20) {
        return start;
      }
      int first = tab(line, start, Math.min(end, start + 200));
      int second = first < 0 ? -1 : tab(line, first + 1, Math.min(end, first + 300));
      if (second < 0) {
        return start;
      }
      if (!tabbed) {
        tabbed = PrefixPeeler.peel(line, second + 1, end) >= second + 21;
        if (!tabbed) {
          return start;
        }
      }
      tracker.named(Bytes.text(line, start, first), Bytes.text(line, first + 1, second), position);
      return second + 1;
    }

    private static int tab(byte[] line, int start, int end) {
      for (int i = start; i < end; i++) {
        if (line[i] == '\t') {
          return i;
        }
      }
      return -1;
    }

    private Outcome outcome() {
      boolean failed = false;
      boolean passed = false;
      for (SectionBook.Draft job : book.jobs()) {
        failed |= job.outcome == Outcome.FAILED;
        passed |= job.outcome == Outcome.PASSED;
      }
      return failed ? Outcome.FAILED : passed ? Outcome.PASSED : Outcome.UNKNOWN;
    }

    private void report() {
      if (cleaner.cut()) {
        problems.add(
            Problem.note(
                Problem.Code.LINE_SPLIT,
                input.name(),
                "a line is longer than " + limits.lineBytes() + " bytes and was read in pieces",
                "a match across two pieces is not found"));
      }
      if (book.capped()) {
        problems.add(
            Problem.warning(
                Problem.Code.SECTIONS_CAPPED,
                input.name(),
                "the log has more than " + limits.sections() + " sections",
                "what follows counts as part of the last one"));
      }
      if (position == 0) {
        problems.add(
            Problem.error(
                Problem.Code.INPUT_EMPTY,
                input.name(),
                "the log is empty",
                "expired, never written, or the wrong file: fetch it again"));
      }
    }
  }
}
