package io.switchlog.gateway.page;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the dashboard. Its pages are one document, which looks at the address itself. */
@Configuration(proxyBeanMethods = false)
class DashboardPages implements WebMvcConfigurer {

    private static final String FILES = "classpath:/dashboard/";

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        for (String page : new String[] {"/", "/calls", "/calls/{callSid}", "/voicemails"}) {
            pages.addViewController(page).setViewName("forward:/index.html");
        }
    }

    /** The names of assets change with what is in them; the document names them, so it is asked for each time. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        files.addResourceHandler("/index.html", "/favicon.svg")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache());
    }
}
