package ai.novacore.application.user;

import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.PersonalText;

/** What a person wants to be called, as they typed it. */
final class DisplayName {
    static final int MAX_LENGTH = 80;

    private DisplayName() {}

    /**
     * The name without the white space around it.
     *
     * @throws DomainRejection {@code invalid_request} unless it has 1 to {@value #MAX_LENGTH} characters that can be
     *     printed
     */
    static PersonalText of(String typed) {
        String name = typed.strip();
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > MAX_LENGTH || name.codePoints().anyMatch(DisplayName::isUnprintable)) {
            throw DomainRejection.invalid(
                    "invalid_request", "A name has 1 to " + MAX_LENGTH + " characters, all of them visible.");
        }
        return new PersonalText(name);
    }

    private static boolean isUnprintable(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
