package dev.prakat.item;

import dev.prakat.item.ErasedFileEntity.State;
import dev.prakat.journal.Journal;
import dev.prakat.spi.AttachmentStore;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the bytes of erased files out of the store, after the order is committed and outside of any unit of work. What fails
 * or is lost in a crash is still pending and done by the next call. Thread-safe.
 */
final class ErasedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedFiles.class);
    private static final int BATCH = 100;

    private static final String PENDING = """
            select f.sha256 from ErasedFileEntity f
            where f.state = :pending and f.sha256 > :after
            order by f.sha256""";

    private static final String LIVE = """
            select count(r) from RevisionEntity r left join r.attachments a
            where (a.sha256 = :sha256 or r.origin.scanSha256 = :sha256) and r.erasedAt is null""";

    private final Journal journal;
    private final AttachmentStore store;

    ErasedFiles(Journal journal, AttachmentStore store) {
        this.journal = journal;
        this.store = store;
    }

    /** Notes in the command's own unit of work which bytes are to go. */
    static void order(EntityManager manager, Revision revision, Erasure erasure) {
        List<Attachment> files = new ArrayList<>(revision.attachments());
        if (revision.letterScan() != null) {
            files.add(revision.letterScan());
        }
        for (Attachment file : files) {
            ErasedFileEntity known = manager.find(ErasedFileEntity.class, file.sha256());
            if (known == null) {
                manager.persist(new ErasedFileEntity(file.sha256(), erasure));
            } else {
                known.orderedAgain(erasure);
            }
        }
    }

    /** Erases what is pending; gives the number of files whose bytes are gone now. */
    int erasePending() {
        int erased = 0;
        List<String> page = pending("");
        while (!page.isEmpty()) {
            for (String sha256 : page) {
                erased += one(sha256) ? 1 : 0;
            }
            page = pending(page.get(page.size() - 1));
        }
        return erased;
    }

    private List<String> pending(String after) {
        return journal.inUnitOfWork(manager -> manager.createQuery(PENDING, String.class)
                .setParameter("pending", State.PENDING)
                .setParameter("after", after)
                .setMaxResults(BATCH)
                .getResultList());
    }

    private boolean one(String sha256) {
        boolean live = journal.inUnitOfWork(manager -> manager.createQuery(LIVE, Long.class)
                        .setParameter("sha256", sha256)
                        .getSingleResult()
                > 0);
        if (!live) {
            try {
                store.delete(sha256);
            } catch (IOException | RuntimeException e) {
                LOG.atError()
                        .addKeyValue("sha256", sha256)
                        .setCause(e)
                        .log("The bytes of an erased file could not be deleted; the next sweep tries again");
                return false;
            }
        }
        journal.inUnitOfWork(manager -> {
            manager.find(ErasedFileEntity.class, sha256).settled(live ? State.KEPT : State.ERASED);
            return live;
        });
        return !live;
    }
}
