package dev.fixpoint.model;

import java.util.List;

/**
 * What is known of a log once it was read to its end. The lines themselves went by as {@link
 * TextBlock}s and are not kept.
 *
 * @param name where it came from, as the user named it
 * @param dialect the CI system that wrote it
 * @param parts its files, in order; at least one
 * @param sections its sections by id; the first is the log itself
 * @param lines how many lines it has
 * @param bytes how many bytes were read, after decompression
 * @param digest the SHA-256 of those bytes, in hex
 * @param outcome how the build ended, as far as the log tells
 * @param facts what the log says of the run: repository, branch, job
 * @param problems what was wrong with it as an input
 */
public record LogDocument(
    String name,
    Dialect dialect,
    List<LogPart> parts,
    List<LogSection> sections,
    long lines,
    long bytes,
    String digest,
    Outcome outcome,
    RunContext facts,
    List<Problem> problems) {
  public LogDocument {
    if (parts.isEmpty() || sections.isEmpty()) {
      throw new IllegalArgumentException("a document has at least one part and one section");
    }
    parts = List.copyOf(parts);
    sections = List.copyOf(sections);
    problems = List.copyOf(problems);
  }

  /** The part that holds a position. */
  public LogPart partOf(long position) {
    LogPart found = parts.get(0);
    for (LogPart part : parts) {
      if (part.firstPosition() > position) {
        break;
      }
      found = part;
    }
    return found;
  }

  /** The raw line number, 1-based, inside the part that holds the position. */
  public long lineInPart(long position) {
    return position - partOf(position).firstPosition() + 1;
  }

  /** The section with this id. */
  public LogSection section(int id) {
    return sections.get(id);
  }

  /** The id of the job around a section, or 0 when there is none. */
  public int jobOf(int sectionId) {
    LogSection section = sections.get(sectionId);
    return section.kind() == SectionKind.STEP ? section.parent() : section.id();
  }

  /** Whether the log holds nothing to read. */
  public boolean empty() {
    return lines == 0;
  }
}
