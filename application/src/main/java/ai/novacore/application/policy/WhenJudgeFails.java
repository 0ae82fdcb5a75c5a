package ai.novacore.application.policy;

/** What becomes of a text that a judge should have judged and could not. */
public enum WhenJudgeFails {
    /** It does not go on. */
    BLOCK,
    /** It goes on, flagged as not judged. */
    ALLOW
}
