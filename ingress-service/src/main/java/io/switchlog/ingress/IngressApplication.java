package io.switchlog.ingress;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the ingress service. */
@SpringBootApplication
public class IngressApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(IngressApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "ingress-service"));
        application.run(args);
    }
}
