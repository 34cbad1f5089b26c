package io.switchlog.bench.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictsTest {

    private static final List<RingingCall> ONE_CALL = List.of(new RingingCall("CA1", List.of("ann", "bob")));
    private static final String ANNS = "{\"claimedBy\":\"ann\"}";
    private static final String BOBS = "{\"claimedBy\":\"bob\"}";

    private final Verdicts verdicts = new Verdicts();

    @Test
    void one_winner_whom_every_loser_was_told_is_right() {
        verdicts.add("CA1", "ann", 200, ANNS);
        verdicts.add("CA1", "bob", 409, ANNS);

        assertThat(verdicts.wrong(ONE_CALL)).isEmpty();
        assertThat(verdicts.granted()).isEqualTo(1);
    }

    @Test
    void two_winners_are_wrong() {
        verdicts.add("CA1", "ann", 200, ANNS);
        verdicts.add("CA1", "bob", 200, BOBS);

        assertThat(verdicts.wrong(ONE_CALL)).singleElement().asString().contains("granted to [ann, bob]");
    }

    @Test
    void no_winner_is_wrong() {
        verdicts.add("CA1", "ann", 409, "{\"reason\":\"not-ringing\"}");

        assertThat(verdicts.wrong(ONE_CALL)).singleElement().asString().contains("granted to []");
    }

    @Test
    void a_loser_who_was_told_of_another_winner_is_wrong() {
        verdicts.add("CA1", "ann", 200, ANNS);
        verdicts.add("CA1", "bob", 409, BOBS);

        assertThat(verdicts.wrong(ONE_CALL)).singleElement().asString().contains("answered differently");
    }

    @Test
    void a_claim_without_a_decision_is_an_error_and_may_have_been_the_winner() {
        verdicts.add("CA1", "ann", 503, "");
        verdicts.add("CA1", "bob", 409, ANNS);

        assertThat(verdicts.errors()).singleElement().asString().contains("503");
        assertThat(verdicts.wrong(ONE_CALL)).isEmpty();
    }
}
