package dev.prakat.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.approval.ApprovalCase;
import dev.prakat.delivery.Placement;
import dev.prakat.delivery.PlacementArtefact;
import dev.prakat.report.Certificate.Proven;
import dev.prakat.report.Certificate.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A certificate for machines, which names no officer. */
final class CertificateJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CertificateJson() {}

    static String write(Certificate certificate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("item", certificate.item());
        json.put("agency", certificate.agency());
        json.put("title", certificate.title());
        json.put("revision", certificate.revision());
        json.put("newestRevision", certificate.newest());
        json.put("state", certificate.state().name());
        json.put("contentHash", certificate.contentHash());
        json.put("approvedAt", text(certificate.approvedAt()));
        json.put("binding", certificate.binding());
        json.put("issuedAt", text(certificate.issuedAt()));
        json.put("health", certificate.health().name());
        json.put("proven", certificate.isProven());
        json.put("acts", certificate.acts().stream().map(CertificateJson::act).toList());
        json.put(
                "placements",
                certificate.placements().stream()
                        .map(CertificateJson::placement)
                        .toList());
        json.put(
                "steps", certificate.steps().stream().map(CertificateJson::step).toList());
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and texts could not be written as JSON", e);
        }
    }

    private static Map<String, Object> act(ApprovalCase.Act act) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", act.step());
        json.put("outcome", text(act.outcome()));
        json.put("orderNumber", act.orderNumber());
        json.put("at", text(act.at()));
        return json;
    }

    private static Map<String, Object> placement(Placement placement) {
        Map<String, Object> json = new LinkedHashMap<>();
        Duration late = placement.removalLateness();
        json.put("target", placement.target());
        json.put("state", placement.state().name());
        json.put("opens", text(placement.schedule().opens()));
        json.put("closes", text(placement.schedule().closes()));
        json.put("deliveredAt", text(placement.deliveredAt()));
        json.put("provenAt", text(placement.provenAt()));
        json.put("removalLatenessMillis", late == null ? null : late.toMillis());
        json.put(
                "addresses",
                placement.artefacts().stream().map(CertificateJson::address).toList());
        return json;
    }

    private static Map<String, Object> address(PlacementArtefact artefact) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("address", artefact.artefact().address().toString());
        json.put("kind", artefact.artefact().kind().name());
        json.put("seen", text(artefact.answer()));
        json.put("evidence", artefact.evidence());
        json.put("observedAt", text(artefact.observedAt()));
        return json;
    }

    private static Map<String, Object> step(Step step) {
        Map<String, Object> json = new LinkedHashMap<>();
        Proven proven = step.proven();
        json.put("type", step.event().type());
        json.put("at", text(step.event().at()));
        json.put("log", step.event().receipt().origin());
        json.put("index", step.event().receipt().index());
        json.put("leafHash", step.event().receipt().leafHash());
        json.put("record", proven == null ? null : proven.record());
        json.put("proof", proven == null ? null : proven.proof());
        json.put("key", proven == null ? null : proven.key());
        json.put("problem", step.problem());
        return json;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
