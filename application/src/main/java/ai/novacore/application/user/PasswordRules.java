package ai.novacore.application.user;

import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.user.EmailAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which passwords are good enough: long, and not among the first that are guessed. No demands for digits or signs, which
 * make passwords worse.
 *
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html">NIST SP 800-63B-4, section 3.1.1.2</a>
 */
final class PasswordRules {
    static final int MIN_LENGTH = 12;
    static final int MAX_LENGTH = 128;

    private static final int MIN_DISTINCT = 5;
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern REPEATED = Pattern.compile("(.+?)\\1+.{0,3}", Pattern.DOTALL);
    /** Ways over the keyboard and through the alphabet; walked in either direction. */
    private static final List<String> WALKS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "012345678901234567890",
            "qwertyuiopasdfghjklzxcvbnm",
            "qwertzuiopasdfghjklyxcvbnm",
            "azertyuiopqsdfghjklmwxcvbn",
            "1q2w3e4r5t6y7u8i9o0p",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "qazwsxedcrfvtgbyhnujm");

    private final Set<String> common = load();

    /**
     * @throws DomainRejection {@code password_rejected}
     */
    void check(String password, EmailAddress email, String displayName) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            throw rejected("A password has " + MIN_LENGTH + " to " + MAX_LENGTH + " characters.");
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (isCommon(plain)
                || isCommon(withoutLookalikes(plain))
                || isCommon(withoutLookalikes(core(plain)))
                || isMonotonous(plain)) {
            throw rejected("This password is among the first that are guessed. Choose another.");
        }
        String address = email.value();
        String localPart = address.substring(0, address.lastIndexOf('@'));
        String bare = bare(plain);
        if (!bare.isEmpty()
                && List.of(address, localPart, displayName.toLowerCase(Locale.ROOT)).stream()
                        .anyMatch(own -> bare.equals(bare(own)))) {
            throw rejected("A password is not your own name or address.");
        }
    }

    /** Common as it stands, or but for digits and signs at its edges, or as a common word said several times. */
    private boolean isCommon(String password) {
        String core = core(password);
        var repeated = REPEATED.matcher(core);
        return common.contains(password)
                || common.contains(core)
                || (repeated.matches() && common.contains(repeated.group(1)));
    }

    private static boolean isMonotonous(String password) {
        var repeated = REPEATED.matcher(password);
        return password.codePoints().distinct().count() < MIN_DISTINCT
                || (repeated.matches() && repeated.group(1).length() < MIN_DISTINCT)
                || WALKS.stream().anyMatch(walk -> isWalk(password, walk));
    }

    /** Whether all of it but a few characters at its end is one walk. */
    private static boolean isWalk(String password, String walk) {
        String start = password.substring(0, password.length() - 3);
        return walk.contains(start) || new StringBuilder(walk).reverse().indexOf(start) >= 0;
    }

    /** From its first letter to its last. */
    private static String core(String text) {
        return EDGES.matcher(text).replaceAll("");
    }

    private static String withoutLookalikes(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't');
    }

    /** The letters and digits of a name, without what people put around it to make a password of it. */
    private static String bare(String text) {
        return core(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static DomainRejection rejected(String message) {
        return DomainRejection.invalid("password_rejected", message);
    }

    private static Set<String> load() {
        try (InputStream list = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            if (list == null) {
                throw new IllegalStateException("the list of common passwords is missing");
            }
            return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
