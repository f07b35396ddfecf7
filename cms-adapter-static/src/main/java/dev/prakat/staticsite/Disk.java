package dev.prakat.staticsite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Every change that is ever made to a disk, docroot and state folder alike, goes through here, so that a test can let each of
 * them fail. Reading does not.
 */
interface Disk {

    /** Makes a folder and those above it that are missing. */
    void makeFolders(Path folder) throws IOException;

    /** Writes a new file and forces it to the disk. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Writes a new file that somebody forces later. */
    void writeLater(Path file, byte[] bytes) throws IOException;

    /** Opens a new file; what was written is on the disk when the stream was closed. */
    OutputStream open(Path file) throws IOException;

    /** Makes a symbolic link. */
    void link(Path link, Path to) throws IOException;

    /** Gives a file a second name; where the file system cannot, its bytes are copied and forced. */
    void copy(Path copy, Path of) throws IOException;

    /** Puts a complete file in the place of another, in one step. */
    void rename(Path from, Path to) throws IOException;

    /** Removes a file or an empty folder; nothing happens when there is none. */
    void delete(Path file) throws IOException;

    /** Forces a file to the disk; or the names in a folder, as far as the system can. */
    void force(Path file) throws IOException;
}
