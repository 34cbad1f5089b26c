package io.switchlog.ingress.callcontrol;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * One HTTP request per attempt, to a base URL of our choice.
 *
 * <p>On its own twilio-java repeats POSTs: three requests on a 500, six on a 503. A redirect that is repeated blindly tears a
 * caller out of what the first one had started, so we repeat in our own code, knowingly. And it knows no other host than
 * Twilio's, so each request is rebuilt for ours.
 */
final class SingleRequestHttpClient extends NetworkHttpClient {

    /** Twilio's edge answers within a second, or not at all. */
    private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(3);

    private static final int MOST_CONNECTIONS = 50;

    private final URI baseUrl;

    /** @param responseTimeout how long one request may wait for its answer */
    SingleRequestHttpClient(String baseUrl, Duration responseTimeout) {
        super(builder(responseTimeout));
        this.baseUrl = URI.create(baseUrl);
    }

    @SuppressWarnings("deprecation") // The connect time-out in RequestConfig wins over the connection manager's.
    private static HttpClientBuilder builder(Duration responseTimeout) {
        RequestConfig timeouts = RequestConfig.custom()
                .setConnectionRequestTimeout(CONNECT_TIMEOUT)
                .setConnectTimeout(CONNECT_TIMEOUT)
                .setResponseTimeout(Timeout.of(responseTimeout))
                .build();
        return HttpClientBuilder.create()
                .disableAutomaticRetries()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .build())
                // NetworkHttpClient gives each request its own time-outs of 30 s, so ours come after that.
                .addExecInterceptorFirst("time-outs", (request, scope, chain) -> {
                    scope.clientContext.setRequestConfig(timeouts);
                    return chain.proceed(request, scope);
                });
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        URI original = URI.create(request.getUrl());
        Request rebuilt = new Elsewhere(request, baseUrl + original.getRawPath());
        rebuilt.setAuth(request.getUsername(), request.getPassword());
        request.getPostParams().forEach((name, values) -> values.forEach(value -> rebuilt.addPostParam(name, value)));
        return super.makeRequest(rebuilt);
    }

    /** {@link Request} takes a host apart to put regions into it, and breaks hosts that are not Twilio's. */
    private static final class Elsewhere extends Request {
        private final URL elsewhere;

        Elsewhere(Request request, String url) {
            super(request.getMethod(), url);
            try {
                this.elsewhere = URI.create(url).toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException("the base URL was checked at the start", e);
            }
        }

        @Override
        public URL constructURL() {
            return elsewhere;
        }
    }
}
