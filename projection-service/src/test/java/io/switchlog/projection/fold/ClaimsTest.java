package io.switchlog.projection.fold;

import static io.switchlog.board.Happenings.answered;
import static io.switchlog.board.Happenings.arrived;
import static io.switchlog.board.Happenings.claimed;
import static io.switchlog.board.Happenings.declined;
import static io.switchlog.board.Happenings.ended;
import static io.switchlog.board.Happenings.kept;
import static io.switchlog.board.Happenings.parked;
import static io.switchlog.board.Happenings.received;
import static io.switchlog.board.Happenings.released;
import static io.switchlog.board.Happenings.retrieved;
import static io.switchlog.board.Happenings.returned;
import static io.switchlog.board.Happenings.ringCancelled;
import static io.switchlog.board.Happenings.transferred;
import static io.switchlog.projection.fold.Folded.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimRejected;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.Cause;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.EventChain;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.RefusalReason;
import io.switchlog.projection.fold.ClaimRow.Kind;
import io.switchlog.projection.fold.ClaimRow.Release;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private final Folded log = new Folded();

    @Test
    void a_claim_holds_from_its_grant_until_the_end_of_the_call() {
        log.after(received("CA1"), claimed("CA1", "ann"), answered("CA1", "ann"), ended("CA1"));

        assertThat(log.claims())
                .containsExactly(new ClaimRow(
                        2,
                        "CA1",
                        Kind.CLAIM,
                        "ann",
                        "ann",
                        ClaimedVia.CLICK,
                        true,
                        null,
                        null,
                        null,
                        second(2),
                        second(3),
                        new Release(4, second(4), "ended")));
    }

    @Test
    void a_refused_claim_says_why_and_who_has_the_call() {
        log.after(
                received("CA1"),
                claimed("CA1", "ann"),
                new ClaimRejected("CA1", "bob", ClaimedVia.PICK_UP, RefusalReason.ALREADY_CLAIMED, "ann"));

        assertThat(log.claims().getLast())
                .extracting(
                        ClaimRow::agentId,
                        ClaimRow::granted,
                        ClaimRow::via,
                        ClaimRow::refusedBecause,
                        ClaimRow::claimedBy)
                .containsExactly("bob", false, ClaimedVia.PICK_UP, RefusalReason.ALREADY_CLAIMED, "ann");
    }

    @Test
    void a_repeated_claim_is_an_attempt_and_holds_nothing() {
        log.after(received("CA1"), claimed("CA1", "ann"));
        log.after(new ClaimGranted("CA1", "ann", ClaimedVia.CLICK, 10, 2L), released("CA1", "ann"));

        assertThat(log.claims())
                .extracting(ClaimRow::sequence, ClaimRow::repeats, ClaimsTest::releasedBecause)
                .containsExactly(tuple(2L, null, "connect-timeout"), tuple(3L, 2L, null));
    }

    @Test
    void who_hands_a_call_over_holds_it_until_the_other_one_is_up() {
        log.after(received("CA1"), claimed("CA1", "ann"), answered("CA1", "ann"));
        log.after(transferred("CA1", 2, "bob", "ann"));
        assertThat(log.claims())
                .extracting(ClaimsTest::whatBecameOfIt)
                .containsExactly(tuple(Kind.CLAIM, "ann", "ann", null), tuple(Kind.TRANSFER, "bob", "ann", null));

        log.after(answered("CA1", "bob"), arrived("CA1", "bob", "ann"));
        assertThat(log.claims())
                .extracting(ClaimsTest::whatBecameOfIt)
                .containsExactly(
                        tuple(Kind.CLAIM, "ann", "ann", "transferred"), tuple(Kind.TRANSFER, "bob", "ann", null));
    }

    @Test
    void a_transfer_that_nobody_takes_ends_in_the_lot() {
        log.after(received("CA1"), claimed("CA1", "ann"), answered("CA1", "ann"), transferred("CA1", 2, "bob", "ann"));
        log.after(declined("CA1", "bob"), returned("CA1", 3, "ann"));
        log.after(ringCancelled("CA1", "ann"), parked("CA1", 4, "ann", second(7)));

        assertThat(log.claims())
                .extracting(ClaimsTest::whatBecameOfIt)
                .containsExactly(
                        tuple(Kind.CLAIM, "ann", "ann", "no-answer"), tuple(Kind.TRANSFER, "bob", "ann", "declined"));
    }

    @Test
    void a_retrieved_call_says_who_asked_for_it_and_for_whom() {
        log.after(received("CA1"), claimed("CA1", "ann"), answered("CA1", "ann"), parked("CA1", 2, "ann", second(4)));
        log.after(retrieved("CA1", 3, "bob", "ann"));

        assertThat(log.claims())
                .extracting(ClaimsTest::whatBecameOfIt)
                .containsExactly(tuple(Kind.CLAIM, "ann", "ann", "parked"), tuple(Kind.RETRIEVE, "bob", "ann", null));
    }

    @Test
    void who_keeps_a_call_that_could_not_be_parked_has_it_again() {
        log.after(received("CA1"), claimed("CA1", "ann"), answered("CA1", "ann"), parked("CA1", 2, "ann", second(4)));
        log.after(kept("CA1", 1, "ann", second(3)));

        assertThat(log.claims())
                .extracting(ClaimsTest::whatBecameOfIt)
                .containsExactly(tuple(Kind.CLAIM, "ann", "ann", "parked"), tuple(Kind.KEPT, "ann", "ann", null));
        assertThat(log.claims().getLast().answeredAt()).isEqualTo(second(3));
    }

    @Test
    void who_keeps_a_call_that_could_not_be_handed_over_has_had_it_all_the_time() {
        log.after(received("CA1"), claimed("CA1", "ann"), answered("CA1", "ann"), transferred("CA1", 2, "bob", "ann"));
        log.after(kept("CA1", 1, "ann", second(3)));

        assertThat(log.claims())
                .extracting(ClaimsTest::whatBecameOfIt)
                .containsExactly(tuple(Kind.CLAIM, "ann", "ann", null), tuple(Kind.TRANSFER, "bob", "ann", "kept"));
    }

    @Test
    void a_refused_transfer_is_an_attempt_of_the_one_who_asked() {
        log.after(received("CA1"));
        Cause cause = new Cause("click-1", "TransferCall", Actor.agent("ann"), "CA1");
        log.after(new EventMessage(
                "demo",
                2,
                EventChain.GENESIS,
                1,
                cause,
                1,
                1,
                second(2),
                new CommandRejected(RefusalReason.AGENT_BUSY, null, null)));

        assertThat(log.claims())
                .extracting(ClaimRow::kind, ClaimRow::requestedBy, ClaimRow::granted, ClaimRow::refusedBecause)
                .containsExactly(tuple(Kind.TRANSFER, "ann", false, RefusalReason.AGENT_BUSY));
    }

    private static Tuple whatBecameOfIt(ClaimRow row) {
        return tuple(row.kind(), row.agentId(), row.requestedBy(), releasedBecause(row));
    }

    private static @Nullable String releasedBecause(ClaimRow row) {
        return row.release() == null ? null : row.release().because();
    }
}
