package dev.prakat.staff;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.StaffDirectory;
import java.util.List;

/** Questions about officers, asked of the host's directory each time: nothing is remembered. As thread-safe as the directory. */
public final class StaffRegister {

    private final StaffDirectory directory;

    /**
     * Wraps a directory.
     *
     * @param directory the host's directory
     */
    public StaffRegister(StaffDirectory directory) {
        this.directory = directory;
    }

    /**
     * Looks up an officer.
     *
     * @param id the officer's key
     * @return the officer as of now
     * @throws PrakatException NOT_FOUND if the directory knows nobody of this key
     */
    public Officer require(OfficerId id) {
        return directory
                .find(id)
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.NOT_FOUND,
                        "officer '" + id + "' is not in the staff directory; check the key, or add the officer there"));
    }

    /**
     * The officers who hold a post in a unit, for messages that name who may act.
     *
     * @param unit the unit's code
     * @param post the post's code, for example {@code DIRECTOR}
     * @return they, in the order of the directory; empty when the post is vacant
     */
    public List<Officer> holdersOfPost(String unit, String post) {
        return directory.ofUnit(unit).stream()
                .filter(officer -> officer.posts().contains(post))
                .toList();
    }
}
