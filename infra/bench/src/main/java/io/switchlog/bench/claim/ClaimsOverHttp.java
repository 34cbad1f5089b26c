package io.switchlog.bench.claim;

import io.switchlog.bench.load.Latencies;
import io.switchlog.bench.load.OpenLoop;
import io.switchlog.bench.load.Schedule;
import io.switchlog.driver.Ports;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Claims at a given rate, each measured from the moment at which somebody wanted to click. */
public final class ClaimsOverHttp {

    private static final long SEED = 2026;

    private final Scene scene;

    /**
     * Makes the agents.
     *
     * @param mostClaims of a single run
     */
    public ClaimsOverHttp(Ports ports, int mostClaims) {
        this.scene = new Scene(ports);
        scene.register(Math.ceilDiv(mostClaims, Scene.CLAIMANTS_PER_CALL));
    }

    /** Somebody who wants to know when each claim was made and answered, by {@link System#nanoTime}. */
    interface Watch {
        Watch NOBODY = new Watch() {
            @Override
            public void clicked(String commandId, long at) {}

            @Override
            public void answered(String commandId, long at) {}
        };

        void clicked(String commandId, long at);

        void answered(String commandId, long at);
    }

    /**
     * What was measured.
     *
     * @param granted how many claims won; the others lost
     * @param errors claims that got no decision
     * @param wrong answers that cannot all be true
     */
    public record Result(Latencies latencies, long granted, List<String> errors, List<String> wrong) {}

    /**
     * Makes the calls, claims them, and ends them.
     *
     * @param name makes the claims of this run different from those of others
     */
    public Result run(String name, int perSecond, Duration length) {
        return run(name, perSecond, length, Watch.NOBODY);
    }

    Result run(String name, int perSecond, Duration length, Watch watch) {
        Schedule schedule = Schedule.of(perSecond, length, SEED + perSecond);
        List<RingingCall> calls = scene.callsThatRing(Math.ceilDiv(schedule.size(), Scene.CLAIMANTS_PER_CALL));
        Verdicts verdicts = new Verdicts();
        Latencies latencies = OpenLoop.run(schedule, i -> claim(calls, i, name, verdicts, watch));
        scene.end(calls);
        return new Result(latencies, verdicts.granted(), verdicts.errors(), verdicts.wrong(calls));
    }

    /** The claimants of a call follow each other immediately: they saw it ring at the same time. */
    private CompletableFuture<?> claim(
            List<RingingCall> calls, int index, String name, Verdicts verdicts, Watch watch) {
        int number = index / Scene.CLAIMANTS_PER_CALL;
        RingingCall call = calls.get(number);
        String agentId = call.agentIds()
                .get((number + index % Scene.CLAIMANTS_PER_CALL)
                        % call.agentIds().size());
        String commandId = name + "-" + index;
        watch.clicked(commandId, System.nanoTime());
        return scene.agent(agentId).claims(call.callSid(), commandId).handle((answer, failure) -> {
            watch.answered(commandId, System.nanoTime());
            if (failure == null) {
                verdicts.add(call.callSid(), agentId, answer.statusCode(), answer.body());
            } else {
                verdicts.failed(call.callSid(), agentId, failure);
            }
            return answer;
        });
    }
}
