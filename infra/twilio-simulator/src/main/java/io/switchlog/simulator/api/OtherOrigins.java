package io.switchlog.simulator.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets pages of any origin use the simulator's own API, so that a dashboard elsewhere can drive its agent's device. There
 * is nothing to steal here and no cookie to ride on. Twilio's REST stays closed to pages, as Twilio's own is.
 */
@Configuration(proxyBeanMethods = false)
class OtherOrigins implements WebMvcConfigurer {
    @Override
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping("/simulator/**")
                .allowedOrigins("*")
                .allowCredentials(false)
                .allowedMethods("GET", "POST", "PUT", "DELETE")
                .allowedHeaders(HttpHeaders.CONTENT_TYPE);
    }
}
