package ai.novacore.application.reflection;

import java.util.regex.Pattern;

/** Whether somebody speaks of themselves. What is said of nobody in particular proves nothing about the member. */
enum Person {
    NOBODY,
    /** "My name", "our house". */
    OWNER,
    /** "I", "we", or the member, as models call them. */
    SELF;

    private static final Pattern I = words(
            "i|we|ich|wir|mir|mich|uns|je|j|nous|yo|nosotros|nosotras|io|noi|me (?:gusta|encanta|llamo|mud)\\p{L}*");

    private static final Pattern MY = words(
            "my|our|mine|ours|mein\\p{L}*|unser\\p{L}*|mon|ma|mes|notre|nos|mi|mis|nuestr\\p{L}+|mio|mia|member|member['’]s|user");

    static Person in(String text) {
        return I.matcher(text).find() ? SELF : MY.matcher(text).find() ? OWNER : NOBODY;
    }

    Person or(Person other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether this says as much about the member as the other does. */
    boolean bears(Person claimed) {
        return compareTo(claimed) >= 0;
    }

    private static Pattern words(String words) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
    }
}
