package io.switchlog.gateway.log;

import io.switchlog.gateway.problem.Problems;
import io.switchlog.gateway.stream.BoardStreams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Shows nobody a board of the past, and takes no click whose answer we could not see. */
@Component
final class UpToDateGuard implements HandlerInterceptor, WebMvcConfigurer {

    private final LogHealth log;
    private final BoardStreams streams;

    UpToDateGuard(LogHealth log, BoardStreams streams) {
        this.log = log;
        this.streams = streams;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**").excludePathPatterns("/api/session");
    }

    /** A tail that has stopped would leave their boards standing still: let them come again, to another instance. */
    @Scheduled(fixedDelay = 2_000)
    void endStreamsOfThePast() {
        if (!log.isUpToDate()) {
            streams.endAllForNow();
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!log.isUpToDate()) {
            throw Problems.tryAgain("not-up-to-date", "This instance has not come to the end of the log yet");
        }
        return true;
    }
}
