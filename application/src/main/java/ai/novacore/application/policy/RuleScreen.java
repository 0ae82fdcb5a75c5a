package ai.novacore.application.policy;

import ai.novacore.application.policy.port.in.AnswerScreen;
import ai.novacore.application.policy.port.in.PolicyBlocked;
import ai.novacore.application.policy.port.in.Verdict;

/** Screens an answer by rules. What could become the beginning of something blocked waits until that is known. */
final class RuleScreen implements AnswerScreen {
    /** How much may wait, in characters; whoever puts more than this between two words has the first one shown. */
    static final int LONGEST_WAIT = 4_096;

    private final RuleScan scan;
    /** What was not given out yet, the last {@code unread} characters of it unread: half of a pair, if anything. */
    private final StringBuilder waiting = new StringBuilder();

    private int unread;

    RuleScreen(RuleSet rules) {
        scan = new RuleScan(rules);
    }

    @Override
    public String add(String piece) {
        requireOpen();
        int at = waiting.length() - unread;
        waiting.append(piece);
        while (at < waiting.length()) {
            char first = waiting.charAt(at);
            if (Character.isHighSurrogate(first) && at + 1 == waiting.length()) {
                break;
            }
            int codePoint = waiting.codePointAt(at);
            scan.read(codePoint);
            at += Character.charCount(codePoint);
            if (scan.isBlocked()) {
                throw blocked(waiting.length() - at);
            }
        }
        unread = waiting.length() - at;
        return release(scan.held(), unread);
    }

    @Override
    public String end() {
        requireOpen();
        if (unread > 0) {
            scan.read(waiting.charAt(waiting.length() - 1));
            unread = 0;
        }
        if (!scan.isBlocked()) {
            scan.end();
        }
        if (scan.isBlocked()) {
            throw blocked(0);
        }
        return release(scan.position(), 0);
    }

    @Override
    public Verdict verdict() {
        return scan.verdict();
    }

    private PolicyBlocked blocked(int rest) {
        return new PolicyBlocked(scan.verdict(), release(scan.blockedFrom(), rest));
    }

    private void requireOpen() {
        if (scan.isBlocked()) {
            throw new PolicyBlocked(scan.verdict());
        }
    }

    /** Gives out what stands before a place in the text. {@code rest} is how much there is that was not read. */
    private String release(long end, int rest) {
        long begin = scan.position() - (waiting.length() - rest);
        int count = Math.toIntExact(Math.max(end, scan.position() - LONGEST_WAIT) - begin);
        if (count > 0
                && count < waiting.length()
                && Character.isHighSurrogate(waiting.charAt(count - 1))
                && Character.isLowSurrogate(waiting.charAt(count))) {
            count--;
        }
        if (count <= 0) {
            return "";
        }
        String released = waiting.substring(0, count);
        waiting.delete(0, count);
        return released;
    }
}
