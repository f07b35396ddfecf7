package dev.prakat.spi;

import java.util.Set;

/**
 * An officer as the host's directory knows the person today. Immutable.
 *
 * @param id the stable key
 * @param displayName how the person is shown to other officers; never printed on a site
 * @param unit the code of the unit that the person belongs to, as in the policy's {@code units.csv}
 * @param posts the codes of the posts that the person holds in that unit, for example {@code DIRECTOR}
 */
public record Officer(OfficerId id, String displayName, String unit, Set<String> posts) {

    public Officer {
        posts = Set.copyOf(posts);
    }
}
