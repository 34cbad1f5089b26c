package io.switchlog.gateway.history;

import io.switchlog.contract.Offer;
import io.switchlog.contract.Offer.Considered;
import io.switchlog.contract.Offer.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Why these agents and no others, in plain words. */
final class Considerations {

    private Considerations() {}

    static String inWords(Offer offer, UnaryOperator<String> name) {
        List<String> words = new ArrayList<>();
        for (Considered agent : offer.considered()) {
            words.add(name.apply(agent.agentId()) + " " + of(agent.verdict()) + " (" + agent.readiness() + ")");
        }
        offer.others().forEach((verdict, count) -> words.add(count + " more " + of(verdict)));
        return words.isEmpty() ? "There is nobody to consider." : "Considered: " + String.join(", ", words) + ".";
    }

    private static String of(Verdict verdict) {
        return switch (verdict) {
            case CHOSEN -> "rings";
            case FALLBACK -> "rings unproven, as nobody else could";
            case NEXT_WAVE -> "comes later";
            case DECLINED -> "has declined";
            case RUNG_BEFORE -> "was rung before";
            case RELEASED -> "had the call and lost it";
            case AT_CAPACITY -> "is busy";
            case AWAY -> "is away";
            case OFFLINE -> "is offline";
            case UNPROVEN -> "was never heard";
            case DISCONNECTED -> "is not heard any more";
            case WITHOUT_DEVICE -> "has no phone";
            case NOT_ANSWERING -> "does not answer";
            case TAKES_NO_CALLS -> "takes no calls";
        };
    }
}
