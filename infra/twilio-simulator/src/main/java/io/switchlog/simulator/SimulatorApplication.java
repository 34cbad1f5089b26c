package io.switchlog.simulator;

import io.switchlog.simulator.account.AccountSettings;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the simulator.
 *
 * <p>It is a process of its own, so that a test can kill every service of ours and the callers still hold the line.
 */
@SpringBootApplication
public class SimulatorApplication {
    public static void main(String[] args) {
        start(args);
    }

    /** Starts with Spring's usual arguments; the configuration file has a name of its own, as class paths may be shared. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(SimulatorApplication.class)
                .initializers(new AccountSettings())
                .properties("spring.config.name=twilio-simulator")
                .run(args);
    }
}
