package dev.fixpoint.model;

/** What is to be done about a log, and why. */
public sealed interface Verdict {

  /** The reason, one sentence for people. */
  String reason();

  /** The name as written in reports, for example {@code AutoFix}. */
  String id();

  /**
   * The plan may be carried out: branch, proof, draft pull request.
   *
   * @param reason why
   * @param diagnosis the diagnosis whose plan it is
   */
  record AutoFix(String reason, String diagnosis) implements Verdict {
    @Override
    public String id() {
      return "AutoFix";
    }
  }

  /**
   * The plan is shown to people, who decide.
   *
   * @param reason why
   * @param diagnosis the diagnosis whose plan it is
   */
  record Suggest(String reason, String diagnosis) implements Verdict {
    @Override
    public String id() {
      return "Suggest";
    }
  }

  /**
   * Nothing in the repository is wrong; the run should be tried again.
   *
   * @param reason why
   * @param diagnosis the diagnosis that says so
   */
  record Rerun(String reason, String diagnosis) implements Verdict {
    @Override
    public String id() {
      return "Rerun";
    }
  }

  /**
   * People must look.
   *
   * @param reason why
   */
  record Escalate(String reason) implements Verdict {
    @Override
    public String id() {
      return "Escalate";
    }
  }

  /**
   * There is no usable log, or the log does not show a failure; people must look elsewhere.
   *
   * @param reason why
   */
  record Inconclusive(String reason) implements Verdict {
    @Override
    public String id() {
      return "Inconclusive";
    }
  }

  /**
   * Nothing is broken.
   *
   * @param reason why
   */
  record Healthy(String reason) implements Verdict {
    @Override
    public String id() {
      return "Healthy";
    }
  }
}
