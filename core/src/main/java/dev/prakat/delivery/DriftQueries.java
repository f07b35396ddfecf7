package dev.prakat.delivery;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** The questions about differences. */
final class DriftQueries {

    private static final String OPEN = """
            select count(d) from DriftEntity d
            where d.target = :target and d.settled is null and d.drift in :drifts""";

    private static final String LIST = """
            select d from DriftEntity d
            where d.target = :target and d.settled is null
            order by d.firstSeen, d.id""";

    private static final String OF_PLACEMENT = """
            select d from DriftEntity d
            where d.target = :target and d.settled is null and d.placement = :placement""";

    private static final String OF_ADDRESS = """
            select d from DriftEntity d
            where d.addressHash = :hash and d.settled is null and d.target = :target and d.placement is null""";

    private static final String STRAY = """
            select d from DriftEntity d
            where d.target = :target and d.settled is null and d.placement is null""";

    /** What is proven, one website's placements in the order of their keys. */
    private static final String PROVEN = """
            select p from PlacementEntity p
            where p.target = :target and p.id > :after and p.state in :proven
            order by p.id""";

    private DriftQueries() {}

    static long open(EntityManager manager, String target, Collection<Drift> drifts) {
        return manager.createQuery(OPEN, Long.class)
                .setParameter("target", target)
                .setParameter("drifts", drifts)
                .getSingleResult();
    }

    static List<DriftEntity> list(EntityManager manager, String target, int limit) {
        return manager.createQuery(LIST, DriftEntity.class)
                .setParameter("target", target)
                .setMaxResults(limit)
                .getResultList();
    }

    static List<DriftEntity> ofPlacement(EntityManager manager, String target, String placement) {
        return manager.createQuery(OF_PLACEMENT, DriftEntity.class)
                .setParameter("target", target)
                .setParameter("placement", placement)
                .getResultList();
    }

    /** Of things that have no placement. */
    static List<DriftEntity> ofAddress(EntityManager manager, String target, URI address) {
        return manager.createQuery(OF_ADDRESS, DriftEntity.class)
                .setParameter("hash", hash(address))
                .setParameter("target", target)
                .getResultList();
    }

    static List<DriftEntity> stray(EntityManager manager, String target) {
        return manager.createQuery(STRAY, DriftEntity.class)
                .setParameter("target", target)
                .getResultList();
    }

    static List<PlacementEntity> proven(EntityManager manager, String target, String after, int limit) {
        return manager.createQuery(PROVEN, PlacementEntity.class)
                .setParameter("target", target)
                .setParameter("after", after)
                .setParameter("proven", List.of(PlacementState.LIVE_PROVEN, PlacementState.REMOVAL_PROVEN))
                .setMaxResults(limit)
                .getResultList();
    }

    /** An address of any length as a key that every database can index. */
    static String hash(URI address) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(address.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
