package ai.novacore.bootstrap.commands;

import java.io.PrintWriter;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows people how far something is: a bar on a terminal, and lines that can be kept elsewhere. */
interface Progress extends AutoCloseable {

    /**
     * Shows how far it is.
     *
     * @param what is being done at the moment
     * @param total as far as it is known; 0 before that
     */
    void show(String what, long done, long total);

    @Override
    void close();

    static Progress on(ServiceCommand command, String task) {
        return command.isOnTerminal() ? new Bar(command.out(), task) : new Lines(command::say, task);
    }

    /** One line that is written again and again. */
    final class Bar implements Progress {
        private static final int COLUMNS = 100;

        private final PrintWriter out;
        private final ProgressBar bar;

        Bar(PrintWriter out, String task) {
            this.out = out;
            this.bar = ProgressBar.builder()
                    .setTaskName(task)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUnit(" events", 1)
                    .showSpeed()
                    .setConsumer(new DelegatingProgressBarConsumer(this::rewrite, COLUMNS))
                    .build();
        }

        private void rewrite(String line) {
            out.print('\r' + line);
            out.flush();
        }

        @Override
        public void show(String what, long done, long total) {
            bar.maxHint(total == 0 ? -1 : total);
            bar.stepTo(done);
            bar.setExtraMessage(what);
        }

        @Override
        public void close() {
            bar.close();
            out.println();
        }
    }

    /** A line whenever something else is done, or a tenth more is. */
    final class Lines implements Progress {
        private static final int PARTS = 10;

        private final Consumer<String> say;
        private final String task;
        private String last = "";

        Lines(Consumer<String> say, String task) {
            this.say = say;
            this.task = task;
        }

        @Override
        public void show(String what, long done, long total) {
            long tenths = total == 0 ? 0 : PARTS * done / total;
            String now = task + ": " + what + (tenths == 0 ? "" : ", " + tenths * PARTS + " % of " + total + " events");
            if (!now.equals(last)) {
                say.accept(now);
                last = now;
            }
        }

        @Override
        public void close() {}
    }
}
