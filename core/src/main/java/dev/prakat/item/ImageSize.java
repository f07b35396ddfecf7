package dev.prakat.item;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Reads from the head of a picture how large it becomes when it is shown. A small file may hold a picture that no reader's
 * memory can hold; the picture itself is never unpacked here.
 */
final class ImageSize {

    static final int MAX_SIDE = 30_000;
    static final long MAX_PIXELS = 100_000_000;

    /** A JPEG has a handful of segments before its size; a made-up one could have millions. */
    private static final int MAX_SEGMENTS = 2_000;

    private ImageSize() {}

    static void require(Path file, String extension) throws IOException, Unacceptable {
        long[] size;
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            size = switch (extension) {
                case "png" -> png(in);
                case "webp" -> webp(in);
                default -> jpeg(in);
            };
        } catch (EOFException e) {
            throw none();
        }
        if (size[0] < 1 || size[1] < 1) {
            throw none();
        }
        if (size[0] > MAX_SIDE || size[1] > MAX_SIDE || size[0] * size[1] > MAX_PIXELS) {
            throw new Unacceptable(
                    "found a picture of " + size[0] + " × " + size[1] + " pixels, expected at most " + MAX_PIXELS
                            + " and no side longer than " + MAX_SIDE,
                    "make the picture smaller");
        }
    }

    private static long[] png(RandomAccessFile in) throws IOException, Unacceptable {
        in.seek(12);
        if (in.readInt() != 0x49484452) {
            throw none();
        }
        return new long[] {in.readInt(), in.readInt()};
    }

    private static long[] jpeg(RandomAccessFile in) throws IOException, Unacceptable {
        in.seek(2);
        for (int i = 0; i < MAX_SEGMENTS; i++) {
            int marker = in.readUnsignedShort();
            if (marker == 0xFFFF) {
                in.seek(in.getFilePointer() - 1);
                continue;
            }
            if (marker < 0xFFC0 || marker == 0xFFD9 || marker == 0xFFDA) {
                throw none();
            }
            if (marker >= 0xFFD0 && marker <= 0xFFD8) {
                continue;
            }
            int length = in.readUnsignedShort();
            boolean frame = marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
            if (frame) {
                in.readUnsignedByte();
                long height = in.readUnsignedShort();
                return new long[] {in.readUnsignedShort(), height};
            }
            in.seek(in.getFilePointer() + length - 2);
        }
        throw none();
    }

    private static long[] webp(RandomAccessFile in) throws IOException, Unacceptable {
        in.seek(12);
        int chunk = in.readInt();
        in.seek(20);
        byte[] head = new byte[10];
        in.readFully(head);
        return switch (chunk) {
            case 0x56503858 -> new long[] {little(head, 4, 3) + 1, little(head, 7, 3) + 1};
            case 0x56503820 -> new long[] {little(head, 6, 2) & 0x3FFF, little(head, 8, 2) & 0x3FFF};
            case 0x5650384C -> new long[] {(little(head, 1, 4) & 0x3FFF) + 1, (little(head, 1, 4) >> 14 & 0x3FFF) + 1};
            default -> throw none();
        };
    }

    private static Unacceptable none() {
        return new Unacceptable(
                "found a picture whose size cannot be read", "save it again with a program for pictures");
    }

    private static long little(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | (bytes[from + i] & 0xFF);
        }
        return value;
    }
}
