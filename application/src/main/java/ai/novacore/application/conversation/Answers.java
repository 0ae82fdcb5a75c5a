package ai.novacore.application.conversation;

/** Rules for the texts of answers. */
final class Answers {
    private Answers() {}

    /** The place itself, or the next one when it lies inside of a character that takes two units. */
    static int whole(CharSequence text, int place) {
        boolean inside = place > 0
                && place < text.length()
                && Character.isLowSurrogate(text.charAt(place))
                && Character.isHighSurrogate(text.charAt(place - 1));
        return inside ? place + 1 : place;
    }

    /** What a model says, without what no store and no page can hold: NUL, and halves of characters. */
    static String storable(String said) {
        boolean fine = said.codePoints().allMatch(Answers::isStorable);
        if (fine) {
            return said;
        }
        StringBuilder kept = new StringBuilder(said.length());
        said.codePoints()
                .filter(point -> point != 0)
                .forEach(point -> kept.appendCodePoint(isStorable(point) ? point : 0xFFFD));
        return kept.toString();
    }

    private static boolean isStorable(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
