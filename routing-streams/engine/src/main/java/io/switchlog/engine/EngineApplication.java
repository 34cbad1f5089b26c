package io.switchlog.engine;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The engine as a process. Needs {@code KAFKA_BOOTSTRAP_SERVERS}; makes the topics if they are not there. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EngineApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(EngineApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "engine"));
        application.run(args);
    }
}
