package ai.novacore.bootstrap.demo;

import java.io.PrintStream;

/**
 * Text that is broken into lines while it comes in, each word as soon as it is complete. Characters that steer terminals
 * are left out, because the text is a model's.
 */
final class Paragraph {
    private static final int RIGHT_EDGE = 80;

    private final PrintStream out;
    private final int indent;
    private final StringBuilder word = new StringBuilder();
    private int column;
    private int lineBreaks;

    /** @param indent the column that it begins at; the cursor is there already */
    Paragraph(PrintStream out, int indent) {
        this.out = out;
        this.indent = indent;
        this.column = indent;
    }

    static String printable(String text) {
        return text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    void add(String text) {
        printable(text).codePoints().forEach(this::add);
    }

    /** Writes what is left, and ends the line. */
    void end() {
        writeWord();
        out.println();
    }

    private void add(int character) {
        if (!Character.isWhitespace(character)) {
            word.appendCodePoint(character);
            return;
        }
        writeWord();
        if (character == '\n') {
            lineBreaks++;
        }
    }

    private void writeWord() {
        if (word.isEmpty()) {
            return;
        }
        int length = word.codePointCount(0, word.length());
        if (column == indent) {
            lineBreaks = 0;
        }
        boolean full = column > indent && column + 1 + length > RIGHT_EDGE;
        if (lineBreaks > 0 || full) {
            out.print("\n".repeat(Math.clamp(lineBreaks, 1, 2)) + " ".repeat(indent));
            column = indent;
        } else if (column > indent) {
            out.print(' ');
            column++;
        }
        out.print(word);
        out.flush();
        column += length;
        lineBreaks = 0;
        word.setLength(0);
    }
}
