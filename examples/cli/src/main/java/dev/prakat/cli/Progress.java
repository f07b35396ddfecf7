package dev.prakat.cli;

import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on a terminal that long work goes on, and for how long already; shows nothing where nobody watches. */
final class Progress {

    private static final int UNKNOWN = -1;
    private static final int EVERY_MILLIS = 200;

    private Progress() {}

    /** Does the work, under a bar that runs until it ends. How much is left is not known beforehand. */
    static <T> T during(Terminal terminal, String task, Supplier<T> work) {
        if (!terminal.interactive()) {
            return work.get();
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(UNKNOWN)
                .setUpdateIntervalMillis(EVERY_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .clearDisplayOnFinish()
                .build();
        try {
            return work.get();
        } finally {
            bar.close();
        }
    }
}
