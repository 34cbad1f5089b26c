package io.switchlog.gateway.stream;

import static io.switchlog.board.Happenings.answered;
import static io.switchlog.board.Happenings.arrived;
import static io.switchlog.board.Happenings.claimed;
import static io.switchlog.board.Happenings.declined;
import static io.switchlog.board.Happenings.ended;
import static io.switchlog.board.Happenings.forgotten;
import static io.switchlog.board.Happenings.kept;
import static io.switchlog.board.Happenings.parked;
import static io.switchlog.board.Happenings.received;
import static io.switchlog.board.Happenings.registered;
import static io.switchlog.board.Happenings.retrieved;
import static io.switchlog.board.Happenings.returned;
import static io.switchlog.board.Happenings.ringing;
import static io.switchlog.board.Happenings.transferred;
import static io.switchlog.board.Happenings.voicemail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchlog.board.LogOfEvents;
import io.switchlog.client.CallerDetails;
import io.switchlog.contract.CallEvent.TwimlHandedOut;
import io.switchlog.contract.Event;
import io.switchlog.contract.EventMessage;
import io.switchlog.gateway.GatewayApplication;
import io.switchlog.gateway.board.Boards;
import io.switchlog.gateway.board.Callers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BoardStreamsTest {

    private final LogOfEvents log = new LogOfEvents("demo");
    private final Boards boards = new Boards();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private boolean erased;
    private final BoardStreams streams = new BoardStreams(boards, new EventText(mapper(), callers()), meters);

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void starts_with_the_whole_board_and_goes_on_live() {
        happens(registered("ann"), received("CA1"));

        TestStream stream = open(null);
        stream.awaitIds(2);
        assertThat(stream.events().getFirst().type()).isEqualTo("reset");
        assertThat(stream.events().getFirst().data().at("/calls/0/callSid").asString())
                .isEqualTo("CA1");

        happens(ringing("CA1", 1, "ann"));
        stream.awaitIds(2, 3);
        assertThat(stream.events().getLast().type()).isEqualTo("CallRinging");
    }

    @Test
    void tells_what_happened_and_what_it_changed() {
        happens(registered("ann"), received("CA1"), ringing("CA1", 1, "ann"));
        TestStream stream = open(3L);

        happens(claimed("CA1", "ann"));

        stream.awaitIds(4);
        var data = stream.events().getFirst().data();
        assertThat(data.at("/workspace").asString()).isEqualTo("demo");
        assertThat(data.at("/sequence").asLong()).isEqualTo(4);
        assertThat(data.at("/type").asString()).isEqualTo("ClaimGranted");
        assertThat(data.at("/at").asString()).isEqualTo(LogOfEvents.at(4).toString());
        assertThat(data.at("/via").asString()).isEqualTo("click");
        assertThat(data.at("/calls/0/state").asString()).isEqualTo("active");
        assertThat(data.at("/calls/0/connecting").asBoolean()).isTrue();
        assertThat(data.at("/calls/0/from").asString()).isEqualTo("+15550123");
        assertThat(data.at("/agents/0/state").asString()).isEqualTo("on-call");
        assertThat(data.at("/gone")).isEmpty();

        happens(ended("CA1"));
        stream.awaitIds(4, 5);
        assertThat(stream.events().getLast().data().at("/gone/0").asString()).isEqualTo("CA1");
    }

    @Test
    void resumes_after_the_last_event_that_the_client_has_seen() {
        happens(registered("ann"), received("CA1"), ringing("CA1", 1, "ann"), claimed("CA1", "ann"));

        open(2L).awaitIds(3, 4);
        open(0L).awaitIds(1, 2, 3, 4);
    }

    @Test
    void leaves_out_what_concerns_no_agent_but_keeps_the_order() {
        happens(registered("ann"), received("CA1"), new TwimlHandedOut("CA1", 1, null), ended("CA1"));

        open(0L).awaitIds(1, 2, 4);
        open(3L).awaitIds(4);
    }

    @Test
    void starts_anew_after_an_event_that_is_forgotten() {
        happens(registered("ann"));
        for (int i = 1; i <= 10_001; i++) {
            happens(received("CA" + i), ended("CA" + i));
        }
        long last = 20_003;

        assertThat(first(open(last - 10_001)).type()).isEqualTo("reset");
        assertThat(first(open(last - 10_000)).id()).isEqualTo(last - 9_999);
    }

    @Test
    void starts_anew_after_an_event_that_is_not_in_this_log() {
        happens(registered("ann"), received("CA1"));

        TestStream stream = open(3L);

        stream.awaitIds(2);
        assertThat(stream.events().getFirst().type()).isEqualTo("reset");
    }

    @Test
    void misses_and_doubles_nothing_however_late_a_client_joins() throws InterruptedException {
        happens(registered("ann"));
        int calls = 400; // Fewer events than a stream may leave unread, so none falls behind.
        CountDownLatch begun = new CountDownLatch(1);
        Thread tail = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < calls; i++) {
                happens(received("CA" + i), ended("CA" + i));
                begun.countDown();
            }
        });
        begun.await();
        List<TestStream> joined = LongStream.range(0, 40)
                .mapToObj(i -> i % 2 == 0 ? open(null) : open(i))
                .toList();
        tail.join();

        long last = 1 + 2L * calls;
        for (TestStream stream : joined) {
            await().until(() -> stream.lastId() == last);
            List<TestStream.Event> events = stream.events();
            long firstId = events.getFirst().id();
            assertThat(events)
                    .extracting(TestStream.Event::id)
                    .containsExactlyElementsOf(LongStream.range(firstId, firstId + events.size())
                            .boxed()
                            .toList());
        }
    }

    @Test
    void a_client_that_comes_amid_a_decision_gets_all_of_it() {
        happens(registered("ann"), received("CA1"), ringing("CA1", 1, "ann"));
        List<EventMessage> decision = log.decision(declined("CA1", "ann"), voicemail("CA1", 2));
        happens(decision.getFirst());

        TestStream fromTheBoard = open(null);
        TestStream fromTheStream = open(4L);
        fromTheBoard.awaitIds(3, 4);
        fromTheStream.awaitStart();
        happens(decision.getLast());

        fromTheBoard.awaitIds(3, 4, 5);
        fromTheStream.awaitIds(5);
        assertThat(fromTheBoard.events().getFirst().type()).isEqualTo("reset");
        assertThat(fromTheBoard.events().getFirst().data().at("/calls/0/state").asString())
                .isEqualTo("ringing");
    }

    @Test
    void starts_anew_for_who_knows_less_than_a_board_that_began_with_a_snapshot() {
        for (Event event : List.of(registered("ann"), received("CA1"), ringing("CA1", 1, "ann"))) {
            boards.apply(log.next(event));
        }

        TestStream behind = open(2L);
        TestStream upToDate = open(3L);
        behind.awaitIds(3);
        upToDate.awaitStart();
        happens(claimed("CA1", "ann"));

        behind.awaitIds(3, 4);
        upToDate.awaitIds(4);
        assertThat(behind.events().getFirst().type()).isEqualTo("reset");
    }

    @Test
    void tells_of_the_parking_lot_and_of_transfers() {
        happens(
                registered("ann"),
                registered("bob"),
                received("CA1"),
                claimed("CA1", "ann"),
                answered("CA1", "ann"),
                parked("CA1", 2, "ann", LogOfEvents.at(6)),
                retrieved("CA1", 3, "ann", "ann"),
                answered("CA1", "ann"),
                transferred("CA1", 4, "bob", "ann"),
                returned("CA1", 5, "ann"),
                kept("CA1", 3, "ann", LogOfEvents.at(8)),
                parked("CA1", 6, "ann", LogOfEvents.at(12)),
                forgotten("CA1", "ann"),
                arrived("CA1", "ann", "bob"));

        TestStream stream = open(5L);

        stream.awaitIds(6, 7, 8, 9, 10, 11, 12, 13, 14);
        var parked = stream.events().getFirst().data();
        assertThat(parked.at("/type").asString()).isEqualTo("CallParked");
        assertThat(parked.at("/calls/0/state").asString()).isEqualTo("parked");
        assertThat(parked.at("/calls/0/parkedBy").asString()).isEqualTo("ann");
        var transferred = stream.events().get(3).data();
        assertThat(transferred.at("/calls/0/state").asString()).isEqualTo("transferring");
        assertThat(transferred.at("/calls/0/transferredBy").asString()).isEqualTo("ann");
        assertThat(transferred.at("/agents").findValuesAsString("state"))
                .containsExactlyInAnyOrder("ringing", "reserved");
    }

    @Test
    void skips_live_what_the_client_has_seen_on_a_board_that_was_ahead() {
        EventMessage first = log.next(registered("ann"));
        var change = boards.apply(first);
        TestStream stream = open(1L);
        stream.awaitStart();

        streams.accept(first, change);
        happens(received("CA1"));

        stream.awaitIds(2);
    }

    @Test
    void writes_together_what_was_decided_together() {
        happens(registered("ann"), received("CA1"), ringing("CA1", 1, "ann"));
        TestStream stream = open(3L);
        await().until(() -> stream.writes() == 1);

        log.decision(declined("CA1", "ann"), voicemail("CA1", 2)).forEach(this::happens);

        stream.awaitIds(4, 5);
        assertThat(stream.writes()).isEqualTo(2);
    }

    @Test
    void writes_together_what_happens_at_almost_the_same_time() {
        happens(registered("ann"));
        TestStream stream = open(1L);
        stream.awaitStart();

        for (int i = 0; i < 200; i++) {
            happens(received("CA" + i), ended("CA" + i));
        }

        stream.awaitLast(401);
        assertThat(stream.writes()).isLessThan(100);
    }

    @Test
    void says_that_it_is_alive_in_the_way_that_was_asked_for() {
        BoardStreams hasty = new BoardStreams(boards, new EventText(mapper(), callers()), meters, Duration.ofMillis(1));
        TestStream comment = new TestStream(out -> hasty.serve("demo", "session", 0L, KeepAlive.COMMENT, out));
        TestStream event = new TestStream(out -> hasty.serve("demo", "session", 0L, KeepAlive.EVENT, out));

        comment.awaitText("\n\n:\n\n");
        event.awaitText("\n\nevent: keep-alive\ndata: {}\n\n");
        hasty.close();
    }

    @Test
    void ends_a_stream_that_falls_behind_and_holds_up_nobody() {
        happens(registered("ann"));
        TestStream standing = open(null);
        standing.awaitIds(1);
        standing.stopReading();
        TestStream reading = open(1L);
        reading.awaitStart();

        for (int i = 0; i < 600; i++) {
            happens(received("CA" + i), ended("CA" + i));
            if (i % 100 == 0) {
                reading.awaitLast(3 + 2L * i);
            }
        }
        standing.goOnReading();

        await().until(standing::hasEnded);
        assertThat(standing.lastId()).isLessThan(1_201);
        assertThat(reading.hasEnded()).isFalse();
        assertThat(meters.get("switchlog.streams.ended")
                        .tag("cause", "fell-behind")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void ends_the_streams_of_sessions_that_are_over() {
        TestStream ofOne = openAs("one", null);
        TestStream ofTwo = openAs("two", null);
        await().until(() -> streams.sessionIds().equals(Set.of("one", "two")));

        streams.endThoseNotOf(Set.of("two"), Set.of("one", "two"));

        await().until(ofOne::hasEnded);
        assertThat(ofTwo.hasEnded()).isFalse();
    }

    @Test
    void ends_all_streams_when_it_closes_and_those_that_come_later() {
        TestStream before = open(null);
        before.awaitIds(0);

        streams.close();

        await().until(before::hasEnded);
        await().until(open(null)::hasEnded);
    }

    @Test
    void shows_no_caller_who_was_erased_meanwhile() {
        happens(received("CA1"));
        erased = true;

        TestStream stream = open(0L);

        stream.awaitIds(1);
        assertThat(stream.events().getFirst().data().at("/from").isNull()).isTrue();
        assertThat(stream.events().getFirst().data().at("/calls/0/from").isNull())
                .isTrue();
    }

    private TestStream open(@Nullable Long lastSeen) {
        return openAs("session", lastSeen);
    }

    private TestStream openAs(String session, @Nullable Long lastSeen) {
        return new TestStream(out -> streams.serve("demo", session, lastSeen, KeepAlive.COMMENT, out));
    }

    private static TestStream.Event first(TestStream stream) {
        await().until(() -> !stream.events().isEmpty());
        return stream.events().getFirst();
    }

    private void happens(Event... events) {
        for (Event event : events) {
            happens(log.next(event));
        }
    }

    private void happens(EventMessage message) {
        streams.accept(message, boards.apply(message));
    }

    private Callers callers() {
        return new Callers(
                _ -> erased ? Optional.empty() : Optional.of(new CallerDetails("+15550123", "A Caller", Map.of())));
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new GatewayApplication().json().customize(builder);
        return builder.build();
    }
}
