package dev.prakat.item;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Looks through an archive with bounded work: every entry is unpacked once, into nothing, and given up as soon as it becomes
 * too large. Programs, and archives nested too deep are refused.
 */
final class ArchiveLook {

    static final int MAX_ENTRIES = 10_000;
    static final long MAX_UNPACKED = 1L << 30;
    static final int MAX_RATIO = 200;

    /** Small archives of text may be packed far tighter without harm. */
    static final long FREE = 20L << 20;

    /** A document with a table inside, in an archive. */
    private static final int MAX_NESTED = 2;

    /** What the JDK reads into memory before it can be asked anything. */
    private static final long MAX_DIRECTORY = 4L << 20;

    private static final int END = 22;
    private static final Pattern PROGRAM = Pattern.compile(
            "(?i).*\\.(exe|dll|com|bat|cmd|scr|pif|msi|msp|js|jse|vbs|vbe|wsf|wsh|ps1|psm1|hta|cpl|jar|class|lnk|reg|apk|sh|app|chm|iso|img)");
    private static final Pattern OUTSIDE = Pattern.compile("([/\\\\]|[A-Za-z]:).*|(.*[/\\\\])?\\.\\.([/\\\\].*)?");

    private final long packed;
    private long unpacked;
    private int entries;

    private ArchiveLook(long packed) {
        this.packed = packed;
    }

    /** The names of the entries of an archive that is sound. */
    static Set<String> require(Path file) throws IOException, Unacceptable {
        long size = file.toFile().length();
        requireSmallDirectory(file, size);
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return new ArchiveLook(size).all(zip);
        } catch (java.util.zip.ZipException | IllegalArgumentException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    private Set<String> all(ZipFile zip) throws IOException, Unacceptable {
        Set<String> names = new HashSet<>();
        List<? extends ZipEntry> list = new ArrayList<>(Collections.list(zip.entries()));
        for (ZipEntry entry : list) {
            requireName(entry.getName());
            if (!names.add(entry.getName())) {
                throw damaged("two entries are called " + AttachmentName.shown(entry.getName()));
            }
            if (!entry.isDirectory()) {
                try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
                    look(entry.getName(), in, 1);
                }
            }
        }
        return names;
    }

    private void look(String name, InputStream in, int depth) throws IOException, Unacceptable {
        count();
        in.mark(8);
        byte[] head = in.readNBytes(4);
        in.reset();
        if (isProgram(head)) {
            throw program(name);
        }
        if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            if (depth > MAX_NESTED) {
                throw new Unacceptable(
                        "found archives within archives, more than " + MAX_NESTED + " deep ("
                                + AttachmentName.shown(name) + ")",
                        "put the files into it directly");
            }
            nested(in, depth + 1);
        }
        drain(in);
    }

    private void nested(InputStream in, int depth) throws IOException, Unacceptable {
        ZipInputStream zip = new ZipInputStream(new Counted(in), StandardCharsets.UTF_8);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            requireName(entry.getName());
            if (!entry.isDirectory()) {
                look(entry.getName(), new BufferedInputStream(zip), depth);
            }
        }
    }

    private void drain(InputStream in) throws IOException, Unacceptable {
        byte[] buffer = new byte[16 * 1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            unpacked(n);
        }
    }

    private void count() throws Unacceptable {
        entries++;
        if (entries > MAX_ENTRIES) {
            throw new Unacceptable(
                    "found more than " + MAX_ENTRIES + " files in the archive", "divide it into several archives");
        }
    }

    private void unpacked(long bytes) throws Unacceptable {
        unpacked += bytes;
        if (unpacked > MAX_UNPACKED || (unpacked > FREE && unpacked / MAX_RATIO > packed)) {
            throw new Unacceptable(
                    "found an archive of " + packed + " bytes that unpacks to more than " + (unpacked >> 20)
                            + " MiB, expected at most " + (MAX_UNPACKED >> 20) + " MiB and " + MAX_RATIO
                            + " times its size",
                    "pack the files anew, or attach them without an archive");
        }
    }

    /** What a nested archive is unpacked from was itself unpacked. */
    private final class Counted extends java.io.FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            try {
                unpacked(Math.max(n, 0));
            } catch (Unacceptable e) {
                throw new TooLarge(e);
            }
            return n;
        }
    }

    /** Carries a refusal through a stream. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        /** The refusal. */
        private final Unacceptable refusal;

        TooLarge(Unacceptable refusal) {
            super(refusal);
            this.refusal = refusal;
        }

        Unacceptable refusal() {
            return refusal;
        }
    }

    private static void requireName(String name) throws Unacceptable {
        if (PROGRAM.matcher(name).matches()) {
            throw program(name);
        }
        if (OUTSIDE.matcher(name).matches() || name.indexOf('\0') >= 0) {
            throw new Unacceptable(
                    "found the entry " + AttachmentName.shown(name) + ", which would be unpacked outside its folder",
                    "pack the files anew");
        }
    }

    private static Unacceptable program(String name) {
        return new Unacceptable(
                "found a program in it (" + AttachmentName.shown(name) + ")", "take the program out of the file");
    }

    private static boolean isProgram(byte[] head) {
        return head.length >= 2
                && ((head[0] == 'M' && head[1] == 'Z')
                        || (head.length == 4 && head[0] == 0x7F && head[1] == 'E' && head[2] == 'L' && head[3] == 'F')
                        || (head.length == 4
                                && head[0] == (byte) 0xCA
                                && head[1] == (byte) 0xFE
                                && head[2] == (byte) 0xBA
                                && head[3] == (byte) 0xBE));
    }

    /** Reads the end of the archive, which says how long its directory is, before anything is loaded by it. */
    private static void requireSmallDirectory(Path file, long size) throws IOException, Unacceptable {
        int length = (int) Math.min(size, END + 0xFFFF);
        byte[] tail = new byte[length];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(size - length);
            in.readFully(tail);
        }
        for (int at = length - END; at >= 0; at--) {
            if (little(tail, at, 4) == 0x06054B50L) {
                long files = little(tail, at + 10, 2);
                long directory = little(tail, at + 12, 4);
                long begins = little(tail, at + 16, 4);
                boolean whole =
                        at + END + little(tail, at + 20, 2) == length && begins + directory == size - length + at;
                if (files > MAX_ENTRIES || directory > MAX_DIRECTORY) {
                    throw new Unacceptable(
                            "found more than " + MAX_ENTRIES + " files in the archive, or a directory of more than "
                                    + MAX_DIRECTORY + " bytes",
                            "divide it into several archives");
                }
                if (!whole) {
                    throw damaged("something stands before, within or behind it that belongs to no entry");
                }
                return;
            }
        }
        throw damaged("it has no end");
    }

    static Unacceptable damaged(String why) {
        return new Unacceptable(
                "found an archive that cannot be read: "
                        + AttachmentName.shown(why).toLowerCase(Locale.ROOT),
                "pack or save the file anew, without a password");
    }

    private static long little(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | (bytes[from + i] & 0xFF);
        }
        return value;
    }
}
