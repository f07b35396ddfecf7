package dev.prakat.trafficlog;

import java.time.LocalDate;

/** A record that is ready to be written. The arrays are not copied and must not be changed. */
final class SealedRecord {

    private final byte[] pub;
    private final byte[] sealed;
    private final byte[] leafHash;
    private final LocalDate day;
    private final boolean urgent;
    private final boolean ofSinks;

    /**
     * @param day the day in Bangkok that its time falls into, whose key sealed it
     * @param urgent whether it is still written when the disk is full
     * @param ofSinks whether it says what a sink sent, which is no reason to send again
     */
    SealedRecord(byte[] pub, byte[] sealed, LocalDate day, boolean urgent, boolean ofSinks) {
        this.pub = pub;
        this.sealed = sealed;
        this.leafHash = Hashes.leaf(Hashes.sha256(), pub, 0, pub.length);
        this.day = day;
        this.urgent = urgent;
        this.ofSinks = ofSinks;
    }

    boolean isOfSinks() {
        return ofSinks;
    }

    boolean isUrgent() {
        return urgent;
    }

    byte[] pub() {
        return pub;
    }

    byte[] sealed() {
        return sealed;
    }

    byte[] leafHash() {
        return leafHash;
    }

    LocalDate day() {
        return day;
    }

    /** How many bytes it takes in the payload of a batch: two lengths and two parts. */
    int frameBytes() {
        return 2 * Integer.BYTES + pub.length + sealed.length;
    }
}
