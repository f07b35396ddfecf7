package dev.prakat.item;

import dev.prakat.journal.JournalEvent;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An item as its events alone tell it. The names of the facts are those that {@link ItemEntity} and {@link RevisionEntity} give
 * to what they store. One thread, one use.
 */
final class ItemAccount {

    static final String ERASED = "erased";

    private static final List<String> ORDER = List.of("kind", "reason", "note", "at", "by");

    private final SortedMap<String, String> facts = new TreeMap<>();

    SortedMap<String, String> of(List<JournalEvent> events) {
        events.forEach(this::take);
        return facts;
    }

    private void take(JournalEvent event) {
        switch (event.type()) {
            case "item.drafted" -> drafted(event);
            case "item.revised" -> revised(event);
            case "item.submitted" -> state(ItemState.IN_APPROVAL);
            case "item.sent-back" -> state(ItemState.DRAFT);
            case "item.classified" -> facts.put("item.category", event.detail("category"));
            case "item.approved" -> state(ItemState.APPROVED);
            case "item.released" -> released(event);
            case "item.shortened" -> facts.put("shortened " + event.detail("target"), event.detail("closes"));
            case "item.take-down-ordered" -> ordered(event);
            case "item.revision-erased" -> erased(event);
            case "words.erased" -> facts.remove("item.order.note");
            default -> {
                // Other chapters tell of their own matters under the same subject.
            }
        }
    }

    private void drafted(JournalEvent event) {
        facts.put("item.ownerUnit", event.detail("ownerUnit"));
        facts.put("item.author", event.officer().value());
        facts.put("item.createdAt", event.at().toString());
        revised(event);
    }

    private void revised(JournalEvent event) {
        String number = event.detail("revision");
        facts.put("item.category", event.detail("category"));
        facts.put("item.currentRevision", number);
        state(ItemState.DRAFT);
        String revision = "revision " + number + " ";
        facts.put(revision + "key", event.subject() + "/" + number);
        facts.put(revision + "hash", event.detail("hash"));
        facts.put(revision + "content", event.detail("hash"));
        facts.put(revision + "originHash", event.detail("origin"));
        facts.put(revision + "origin", event.detail("origin"));
        facts.put(revision + "originRow", event.detail("originRow"));
        facts.put(revision + "category", event.detail("category"));
        facts.put(revision + "cleaned", event.detail("cleaned"));
        facts.put(revision + "files", event.detail("files"));
        facts.put(revision + "plan", event.detail("plan"));
        facts.put(revision + "createdAt", event.at().toString());
        facts.put(revision + "createdBy", event.officer().value());
    }

    private void released(JournalEvent event) {
        facts.keySet().removeIf(name -> name.startsWith("shortened "));
        facts.put("item.approvedCategory", facts.getOrDefault("item.category", ""));
        facts.put("item.approvedRevision", facts.getOrDefault("item.currentRevision", ""));
        facts.put("item.approvedAt", event.at().toString());
        facts.put("item.binding", event.detail("binding"));
        ORDER.forEach(part -> facts.remove("item.order." + part));
    }

    private void ordered(JournalEvent event) {
        for (String part : ORDER) {
            // A detail named 'reason' is words; why an item is taken down is a code.
            String detail = event.detail(part.equals("reason") ? "because" : part);
            facts.remove("item.order." + part);
            if (!detail.isEmpty()) {
                facts.put("item.order." + part, detail);
            }
        }
    }

    private void erased(JournalEvent event) {
        String revision = "revision " + event.detail("revision") + " ";
        facts.put(revision + "content", ERASED);
        facts.put(revision + "origin", ERASED);
        facts.put(revision + "originRow", ERASED);
        facts.put(revision + "cleaned", ERASED);
        facts.put(revision + "erasedAt", event.at().toString());
        facts.put(revision + "erasureOrder", event.detail("order"));
        facts.put(revision + "erasureOfficial", event.detail("official"));
    }

    private void state(ItemState state) {
        facts.put("item.state", state.name());
    }
}
