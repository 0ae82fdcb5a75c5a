package ai.novacore.bootstrap.demo;

import java.io.PrintStream;
import java.util.Locale;

/** Writes the tour for people: small headings, labels in a column, nothing wider than a narrow terminal. */
final class Terminal {
    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final int LABEL = 12;

    private final PrintStream out;
    private final boolean colour;

    Terminal(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    void title(String text) {
        out.printf("%n  %s%n", styled(BOLD, text));
    }

    void heading(String text) {
        out.printf("%n  %s%n%n", styled(BOLD, text));
    }

    /** A paragraph beside a label. */
    void entry(String label, String text) {
        Paragraph paragraph = begin(label);
        paragraph.add(text);
        paragraph.end();
    }

    /** A paragraph beside a label that is still to be written, piece by piece. */
    Paragraph begin(String label) {
        out.print("  " + styled(DIM, String.format(Locale.ROOT, "%-" + LABEL + "s", label)) + "  ");
        return new Paragraph(out, LABEL + 4);
    }

    /** Small print under what it is about. */
    void note(String text) {
        Paragraph paragraph = new Paragraph(out, LABEL + 4);
        out.print(" ".repeat(LABEL + 4) + (colour ? escape(DIM) : ""));
        paragraph.add(text);
        paragraph.end();
        out.print(colour ? escape("0") : "");
    }

    /** A line that is set out in columns already. */
    void row(String label, String text) {
        out.printf("  %s  %s%n", styled(DIM, String.format(Locale.ROOT, "%-" + LABEL + "s", label)), text);
    }

    void gap() {
        out.println();
    }

    void success(String text) {
        out.printf("%n  %s%n%n", styled(GREEN, text));
    }

    void failure(String what, String advice) {
        out.printf("%n  %s%n", styled(RED, Paragraph.printable(what).strip()));
        advice.lines().forEach(line -> out.println("  " + Paragraph.printable(line)));
        out.println();
    }

    private String styled(String style, String text) {
        return colour ? escape(style) + text + escape("0") : text;
    }

    private static String escape(String style) {
        return "\u001b[" + style + "m";
    }
}
