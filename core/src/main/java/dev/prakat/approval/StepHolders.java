package dev.prakat.approval;

import dev.prakat.category.Category;
import dev.prakat.category.CategoryId;
import dev.prakat.duty.Duty;
import dev.prakat.duty.DutyActor;
import dev.prakat.duty.DutyAnswer;
import dev.prakat.duty.DutyQuestion;
import dev.prakat.duty.Unit;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.procedure.StepActor;
import dev.prakat.procedure.StepActor.AnyOf;
import dev.prakat.procedure.StepActor.AssignedOfficer;
import dev.prakat.procedure.StepActor.DutyHolder;
import dev.prakat.procedure.StepActor.PostHolder;
import dev.prakat.procedure.StepActor.Requester;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import dev.prakat.staff.Delegation;
import dev.prakat.staff.StaffRegister;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may take a step: in words for a refusal, as officers for a notification, and as keys by which tasks are found. A key may
 * let too many in, never too few: {@link Capacity} has the last word when the tasks are read.
 */
final class StepHolders {

    private static final String NOBODY = "nobody yet";

    private final AgencyPolicy policy;
    private final StaffRegister staff;

    StepHolders(AgencyPolicy policy, StaffRegister staff) {
        this.policy = policy;
        this.staff = staff;
    }

    /** Who may, for the message of a refusal. */
    String words(StepActor who, CaseFacts facts, Instant at) {
        if (who instanceof AnyOf any) {
            return any.actors().stream().map(one -> words(one, facts, at)).collect(Collectors.joining(" or "));
        }
        if (who instanceof DutyHolder duty) {
            DutyAnswer answer = ask(duty, facts, at);
            return answer.holders().isEmpty() ? NOBODY : "an officer of " + String.join(" or ", answer.holders());
        }
        String names = officers(who, facts, at).stream()
                .map(officer -> officer.id().value())
                .collect(Collectors.joining(", "));
        if (who instanceof PostHolder post) {
            String unit = Capacity.unit(post, facts);
            return post.post()
                    + (unit == null ? "" : " of " + unit)
                    + (names.isEmpty() ? " (nobody holds it now)" : " (" + names + ")");
        }
        return names.isEmpty() ? NOBODY : names;
    }

    /** The officers who may, nobody twice; for notifications. */
    List<Officer> officers(StepActor who, CaseFacts facts, Instant at) {
        Set<Officer> found = new LinkedHashSet<>();
        if (who instanceof AnyOf any) {
            any.actors().forEach(one -> found.addAll(officers(one, facts, at)));
        } else if (who instanceof PostHolder post) {
            String unit = Capacity.unit(post, facts);
            if (unit == null) {
                inPost(post.post()).forEach(found::add);
                found.addAll(staff.holdersOfRole(post.post(), facts.categoryPath(), facts.ownerUnit(), at));
            } else {
                found.addAll(staff.holdersOfPost(unit, post.post(), at));
            }
        } else if (who instanceof DutyHolder duty) {
            ask(duty, facts, at).holders().forEach(holder -> members(holder).forEach(found::add));
        } else if (who instanceof AssignedOfficer && facts.choices().officer() != null) {
            known(facts.choices().officer()).forEach(found::add);
        } else if (who instanceof Requester) {
            known(facts.submittedBy().value()).forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** The keys under which a step is found by those who may take it. */
    Set<String> keys(StepActor who, CaseFacts facts) {
        Set<String> keys = new LinkedHashSet<>();
        if (who instanceof AnyOf any) {
            any.actors().forEach(one -> keys.addAll(keys(one, facts)));
        } else if (who instanceof PostHolder post) {
            String unit = Capacity.unit(post, facts);
            keys.add("post:" + post.post() + "@" + (unit == null ? "" : unit));
        } else if (who instanceof DutyHolder duty) {
            String key = duty(duty.dutyId(), facts.category());
            keys.add(key);
            keys.add(key + "@" + policy.units().keyOf(facts.ownerUnit()));
        } else if (who instanceof AssignedOfficer && facts.choices().officer() != null) {
            keys.add("officer:" + facts.choices().officer());
        } else if (who instanceof Requester) {
            keys.add("officer:" + facts.submittedBy());
        }
        return keys;
    }

    /** The keys of an officer at an instant: own, by posts, by orders, by duties. */
    Set<String> keysOf(Officer officer, Instant at) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add("officer:" + officer.id());
        for (String post : officer.posts()) {
            keys.add("post:" + post + "@" + officer.unit());
            keys.add("post:" + post + "@");
        }
        Collection<Delegation> orders = staff.delegations(officer.id(), at);
        for (Delegation order : orders) {
            keys.add("post:" + order.role() + "@");
            order.scope().units().forEach(unit -> keys.add("post:" + order.role() + "@" + unit));
        }
        for (Category category : policy.categories().all()) {
            for (Duty duty : policy.duties()) {
                String key = duty(duty.id(), category.id());
                if (!orders.isEmpty() || mayHold(officer, duty.id(), category, null, at)) {
                    keys.add(key);
                } else {
                    owners(officer.unit())
                            .filter(owner -> mayHold(officer, duty.id(), category, owner, at))
                            .forEach(
                                    owner -> keys.add(key + "@" + policy.units().keyOf(owner)));
                }
            }
        }
        return keys;
    }

    /** Under the one key who holds a duty whoever owns the item finds a step, under a longer one who holds it as the owner. */
    private static String duty(String duty, CategoryId category) {
        return "duty:" + duty + "/" + category;
    }

    /** As which owner an officer of a unit may hold a duty: the unit, and the class that it belongs to. */
    private Stream<String> owners(String unit) {
        return Stream.concat(Stream.of(unit), policy.units().find(unit).map(Unit::memberOf).stream());
    }

    private boolean mayHold(Officer officer, String duty, Category category, @Nullable String owner, Instant at) {
        return policy.matrix()
                .mayAct(new DutyQuestion(category.id(), duty, Capacity.actor(officer), owner, Capacity.day(at)))
                .allowed();
    }

    private DutyAnswer ask(DutyHolder duty, CaseFacts facts, Instant at) {
        return policy.matrix()
                .mayAct(DutyQuestion.of(facts.category(), duty.dutyId(), DutyActor.of(""))
                        .ownedBy(facts.ownerUnit())
                        .onDay(Capacity.day(at)));
    }

    /** Whoever the holder of a duty is: a unit's officers, those of each unit of a class, or the holders of a post. */
    private Stream<Officer> members(String holder) {
        Unit unit = policy.units().find(holder).orElse(null);
        if (unit == null || unit.kind() == Unit.Kind.VARIABLE) {
            return Stream.empty();
        }
        if (unit.kind() == Unit.Kind.POST) {
            String in = unit.memberOf();
            return in == null ? inPost(holder) : codes(in).flatMap(code -> staff.holdersOfPost(code, holder).stream());
        }
        return codes(holder).flatMap(code -> staff.ofUnit(code).stream());
    }

    /** A unit's own code, and those of its members where it is a class. */
    private Stream<String> codes(String unit) {
        return Stream.concat(
                Stream.of(unit), policy.units().members(unit).stream().map(Unit::code));
    }

    /** The directory's holders of a post, in whichever unit. */
    Stream<Officer> inPost(String post) {
        List<Officer> found = new ArrayList<>();
        policy.units().all().forEach(unit -> found.addAll(staff.holdersOfPost(unit.code(), post)));
        return found.stream();
    }

    private Stream<Officer> known(String officer) {
        return staff.find(new OfficerId(officer)).stream();
    }
}
