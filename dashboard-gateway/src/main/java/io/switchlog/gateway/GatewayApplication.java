package io.switchlog.gateway;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.type.LogicalType;

/** Shows agents their calls, live, and takes their clicks. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableScheduling
public class GatewayApplication {

    public static void main(String[] arguments) {
        start(arguments);
    }

    /** Returns once requests are taken; the boards may be of the past until the readiness says otherwise. */
    public static ConfigurableApplicationContext start(String... arguments) {
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "dashboard-gateway"));
        application.addInitializers(context -> context.getBeanFactory()
                .registerSingleton("gatewaySettings", GatewaySettings.from(context.getEnvironment()::getProperty)));
        return application.run(arguments);
    }

    /** The log's words for constants, and no guessing at what a wrong type may mean. */
    @Bean
    public JsonMapperBuilderCustomizer json() {
        return mapper -> mapper.enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }
}
