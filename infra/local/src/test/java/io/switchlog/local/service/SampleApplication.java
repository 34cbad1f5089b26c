package io.switchlog.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** A web service that writes down, in the directory given as {@code --notes}, what it sees around itself. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SampleApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SampleApplication.class, arguments);
    }

    @Bean
    DisposableBean notes(Environment environment) throws IOException {
        Path notes = Path.of(environment.getRequiredProperty("notes"));
        Files.writeString(notes.resolve("spring"), String.valueOf(System.identityHashCode(SpringApplication.class)));
        Files.writeString(notes.resolve("sees-the-local-run"), String.valueOf(sees("io.switchlog.local.LocalRun")));
        Files.writeString(notes.resolve("sees-kafka"), String.valueOf(sees("kafka.server.KafkaRaftServer")));
        return () -> Files.writeString(notes.resolve("closed"), "true");
    }

    private static boolean sees(String className) {
        try {
            Class.forName(className, false, Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException unseen) {
            return false;
        }
    }
}
