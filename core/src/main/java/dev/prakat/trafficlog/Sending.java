package dev.prakat.trafficlog;

import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficOutcome.Status;
import dev.prakat.spi.TrafficRecorder;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** One request of a sink, between its two records. A sink that no log was opened with has nowhere to record. One thread. */
final class Sending {

    private final @Nullable TrafficRecorder recorder;
    private final @Nullable LogReceipt intent;

    private Sending(@Nullable TrafficRecorder recorder, @Nullable LogReceipt intent) {
        this.recorder = recorder;
        this.intent = intent;
    }

    /**
     * Records that something is about to be sent.
     *
     * @param service the type of service
     * @param place host and port
     * @param sha256 the hash of what is sent, or null when it is not one thing
     * @param bytes how many, or -1
     * @param why what it is about
     */
    static Sending begin(
            @Nullable TrafficRecorder recorder,
            String service,
            String command,
            String place,
            String path,
            @Nullable String sha256,
            long bytes,
            String why) {
        TrafficEntry entry =
                new TrafficEntry(TrafficEntry.Kind.HTTP_OUT, service, command, place, path, null, sha256, bytes, why);
        return new Sending(recorder, recorder == null ? null : recorder.intent(entry));
    }

    /** Records how it ended. */
    void ended(Status status, @Nullable String code, long out, long in) {
        if (recorder != null && intent != null) {
            recorder.outcome(intent, new TrafficOutcome(status, code, out, in));
        }
    }

    /** Records that it ended with a fault, whose own report must not be lost when the log takes no record. */
    void broken(boolean sent, Exception fault) {
        try {
            ended(sent ? Status.UNKNOWN : Status.FAILED, fault.getClass().getSimpleName(), -1, -1);
        } catch (RuntimeException e) {
            fault.addSuppressed(e);
        }
    }

    /** Whether not a byte can have arrived. */
    static boolean neverSent(Exception fault) {
        return fault instanceof ConnectException
                || fault instanceof HttpConnectTimeoutException
                || fault instanceof UnknownHostException
                || fault instanceof SSLHandshakeException;
    }
}
