package dev.fixpoint.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds all literals in a stretch of bytes in one pass, whatever the case of ASCII letters.
 *
 * <p>A literal of seven bytes or more holds four consecutive groups of four bytes, so looking at
 * every fourth position meets one of them: a multiplication, a test of one bit, and only then a
 * comparison. Shorter literals are looked for at every position. This is the q-gram filter with
 * stride described for multi-pattern matching by Salmela, Tarhio and Kytöjoki, "Multipattern string
 * matching with q-grams" (2006).
 */
final class LiteralFilter {
  /** Takes a literal where it was found. */
  interface Sink {
    /**
     * Takes one place.
     *
     * @param literal the number of the literal
     * @param offset the offset of its first byte
     */
    void hit(int literal, int offset);
  }

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** Sets bit five of each byte, which maps ASCII capitals to small letters. */
  private static final int FOLD = 0x20202020;

  private static final int LONG = 7;
  private static final int STRIDE = 4;
  private static final int HASH_BITS = 16;
  private static final int MULTIPLIER = 0x9E3779B1;

  private final byte[][] literals;
  private final Grams sparse;
  private final Grams dense;

  /**
   * @param texts the literals, each of at least four bytes; their numbers are their places
   */
  LiteralFilter(List<String> texts) {
    literals = new byte[texts.size()][];
    Grams.Builder sparseGrams = new Grams.Builder();
    Grams.Builder denseGrams = new Grams.Builder();
    for (int i = 0; i < literals.length; i++) {
      byte[] literal = texts.get(i).getBytes(StandardCharsets.UTF_8);
      if (literal.length < 4) {
        throw new IllegalArgumentException("shorter than four bytes: " + texts.get(i));
      }
      for (int k = 0; k < literal.length; k++) {
        literal[k] |= 0x20;
      }
      literals[i] = literal;
      if (literal.length >= LONG) {
        int first = rarest(literal);
        for (int k = 0; k < STRIDE; k++) {
          sparseGrams.add(gram(literal, first + k), i, first + k);
        }
      } else {
        denseGrams.add(gram(literal, 0), i, 0);
      }
    }
    sparse = sparseGrams.build();
    dense = denseGrams.build();
  }

  /**
   * Where in a literal the four groups begin: away from blanks and digits, which fill logs, towards
   * the end, which tells apart texts with a common beginning.
   */
  private static int rarest(byte[] literal) {
    int best = 0;
    int bestScore = Integer.MIN_VALUE;
    for (int first = 0; first + LONG <= literal.length; first++) {
      int score = 0;
      for (int k = first; k < first + LONG; k++) {
        boolean common = literal[k] == ' ' || literal[k] >= '-' && literal[k] <= '9';
        score += common ? 0 : 2;
      }
      if (score >= bestScore) {
        bestScore = score;
        best = first;
      }
    }
    return best;
  }

  private static int gram(byte[] bytes, int at) {
    return (int) INTS.get(bytes, at) | FOLD;
  }

  private static int hash(int gram) {
    return (gram * MULTIPLIER) >>> (32 - HASH_BITS);
  }

  /**
   * Looks through bytes.
   *
   * @param bytes the bytes
   * @param start where to begin
   * @param end where to end; literals lie wholly before it
   * @param sink takes each literal at each place where it stands; places are in no order
   */
  void scan(byte[] bytes, int start, int end, Sink sink) {
    if (!sparse.empty()) {
      sparse(bytes, start, end, sink);
    }
    if (!dense.empty()) {
      dense(bytes, start, end, sink);
    }
  }

  private void sparse(byte[] bytes, int start, int end, Sink sink) {
    long[] bits = sparse.bits;
    // A group that begins before the stretch cannot belong to a literal inside it.
    for (int at = start; at + 4 <= end; at += STRIDE) {
      int gram = (int) INTS.get(bytes, at) | FOLD;
      int hash = (gram * MULTIPLIER) >>> (32 - HASH_BITS);
      if ((bits[hash >>> 6] & (1L << hash)) != 0) {
        verify(sparse, hash, gram, bytes, at, start, end, sink);
      }
    }
  }

  private void dense(byte[] bytes, int start, int end, Sink sink) {
    long[] bits = dense.bits;
    for (int at = start; at + 4 <= end; at++) {
      int gram = (int) INTS.get(bytes, at) | FOLD;
      int hash = (gram * MULTIPLIER) >>> (32 - HASH_BITS);
      if ((bits[hash >>> 6] & (1L << hash)) != 0) {
        verify(dense, hash, gram, bytes, at, start, end, sink);
      }
    }
  }

  private void verify(
      Grams grams, int hash, int gram, byte[] bytes, int at, int start, int end, Sink sink) {
    for (int entry = grams.heads[hash]; entry >= 0; entry = grams.nexts[entry]) {
      if (grams.grams[entry] != gram) {
        continue;
      }
      byte[] literal = literals[grams.literals[entry]];
      int first = at - grams.offsets[entry];
      if (first >= start && first + literal.length <= end && equal(bytes, first, literal)) {
        sink.hit(grams.literals[entry], first);
      }
    }
  }

  private static boolean equal(byte[] bytes, int at, byte[] literal) {
    for (int i = 0; i < literal.length; i++) {
      if ((byte) (bytes[at + i] | 0x20) != literal[i]) {
        return false;
      }
    }
    return true;
  }

  /** Groups of four bytes, and the literals they belong to, as a hash table with chains. */
  private static final class Grams {
    final long[] bits;
    final int[] heads;
    final int[] nexts;
    final int[] grams;
    final int[] literals;
    final int[] offsets;

    private Grams(long[] bits, int[] heads, List<int[]> entries) {
      this.bits = bits;
      this.heads = heads;
      int count = entries.size();
      this.nexts = new int[count];
      this.grams = new int[count];
      this.literals = new int[count];
      this.offsets = new int[count];
      for (int i = 0; i < count; i++) {
        int[] entry = entries.get(i);
        nexts[i] = entry[0];
        grams[i] = entry[1];
        literals[i] = entry[2];
        offsets[i] = entry[3];
      }
    }

    boolean empty() {
      return grams.length == 0;
    }

    private static final class Builder {
      private final long[] bits = new long[(1 << HASH_BITS) / 64];
      private final int[] heads = new int[1 << HASH_BITS];
      private final List<int[]> entries = new ArrayList<>();

      Builder() {
        Arrays.fill(heads, -1);
      }

      void add(int gram, int literal, int offset) {
        int hash = hash(gram);
        bits[hash >>> 6] |= 1L << hash;
        entries.add(new int[] {heads[hash], gram, literal, offset});
        heads[hash] = entries.size() - 1;
      }

      Grams build() {
        return new Grams(bits, heads, entries);
      }
    }
  }
}
