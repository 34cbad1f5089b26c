package io.switchlog.projection;

import io.switchlog.projection.rebuild.RebuildApplication;
import io.switchlog.projection.settings.ProjectionSettings;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Follows the log and writes read models; with the argument {@code rebuild}, writes all of them anew and ends. */
@SpringBootApplication
public class ProjectionApplication {

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("rebuild")) {
            System.exit(RebuildApplication.run(arguments));
        }
        start(arguments);
    }

    /** Returns once the health can be asked for, which says when the read models are those of the present. */
    public static ConfigurableApplicationContext start(String... arguments) {
        SpringApplication application = new SpringApplication(ProjectionApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "projection-service"));
        application.addInitializers(context -> context.getBeanFactory()
                .registerSingleton(
                        "projectionSettings", ProjectionSettings.from(context.getEnvironment()::getProperty)));
        return application.run(arguments);
    }
}
