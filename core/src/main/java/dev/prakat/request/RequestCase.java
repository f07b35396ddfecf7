package dev.prakat.request;

import dev.prakat.journal.Recording;
import dev.prakat.policy.RequestPolicy;
import dev.prakat.request.RequestRun.Way;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A request with all of its rows, in one unit of work. One thread. */
final class RequestCase {

    private final RequestEntity request;
    private final List<RequestStepEntity> steps = new ArrayList<>();
    private final List<RequestSendingEntity> sendings = new ArrayList<>();
    private final List<RequestOwnerEntity> owners = new ArrayList<>();
    private final List<RequestInstructionEntity> instructions = new ArrayList<>();
    private final List<RequestLetterEntity> letters = new ArrayList<>();

    RequestCase(RequestEntity request) {
        this.request = request;
    }

    RequestEntity request() {
        return request;
    }

    List<RequestStepEntity> steps() {
        return steps;
    }

    List<RequestSendingEntity> sendings() {
        return sendings;
    }

    List<RequestOwnerEntity> owners() {
        return owners;
    }

    List<RequestInstructionEntity> instructions() {
        return instructions;
    }

    List<RequestLetterEntity> letters() {
        return letters;
    }

    RequestRun run(RequestPolicy policy) {
        Map<Way, String> ways = new EnumMap<>(Way.class);
        sendings.forEach(sending -> ways.put(sending.way(), sending.how()));
        return new RequestRun(
                policy,
                request.received(),
                request.informationAct(),
                request.state(),
                request.step(),
                request.began(),
                request.ground(),
                ways,
                steps.stream().map(RequestStepEntity::toStep).toList());
    }

    /** Stores how it stands after an act. */
    void take(Recording recording, RequestRun after) {
        EntityManager manager = recording.manager();
        request.take(after);
        for (int i = steps.size(); i < after.done().size(); i++) {
            RequestStepEntity step = new RequestStepEntity(
                    request.id(), i + 1, after.done().get(i), recording.actor().officer());
            manager.persist(step);
            steps.add(step);
        }
        after.ways().forEach((way, how) -> {
            if (sendings.stream().noneMatch(sending -> sending.way() == way)) {
                RequestSendingEntity sending = new RequestSendingEntity(
                        request.id(),
                        way,
                        how,
                        recording.now(),
                        recording.actor().officer());
                manager.persist(sending);
                sendings.add(sending);
            }
        });
    }

    void asked(EntityManager manager, String unit, Instant at) {
        RequestOwnerEntity owner = new RequestOwnerEntity(request.id(), unit, at);
        manager.persist(owner);
        owners.add(owner);
    }

    void instructed(EntityManager manager, Instruction given) {
        RequestInstructionEntity instruction =
                new RequestInstructionEntity(request.id(), instructions.size() + 1, given);
        manager.persist(instruction);
        instructions.add(instruction);
    }

    /** What the journal's events tell of it. */
    SortedMap<String, String> facts() {
        SortedMap<String, String> facts = new TreeMap<>();
        request.facts(facts);
        steps.forEach(step -> step.facts(facts));
        sendings.forEach(sending -> sending.facts(facts));
        owners.forEach(owner -> owner.facts(facts));
        instructions.forEach(instruction -> instruction.facts(facts));
        letters.forEach(letter -> letter.facts(facts));
        return facts;
    }

    void erase() {
        request.erase();
        instructions.forEach(RequestInstructionEntity::erase);
        letters.forEach(RequestLetterEntity::erase);
    }

    DataRequest toRequest(RequestPolicy policy) {
        return new DataRequest(
                request.number(),
                request.topic(),
                request.inCharge(),
                request.neededBy(),
                owners.stream().map(RequestOwnerEntity::toOwner).toList(),
                instructions.stream()
                        .map(RequestInstructionEntity::toInstruction)
                        .toList(),
                run(policy),
                request.sealed() == null);
    }
}
