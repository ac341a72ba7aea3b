/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import io.vestnik.producer.Input;
import io.vestnik.producer.Reason;

/**
 * Asks one server once: no redirect is followed, nothing is tried again, no cookie kept, and nothing unpacked beyond the
 * cap. It connects to what {@link GuardedResolver} gives and to nothing else. Safe for several threads.
 */
final class GuardedClient implements AutoCloseable {
    private static final int MAX_HEADERS = 200;
    private static final int MAX_HEADER_LENGTH = 16 * 1024;
    private static final int MAX_CONNECTIONS = 64;

    /** A connection that may lead to what the operator named must not be used again for what a stranger names. */
    private final CloseableHttpClient named;

    private final CloseableHttpClient found;
    private final HttpSettings settings;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "http-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    GuardedClient(HttpSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    GuardedClient(HttpSettings settings, GuardedResolver.Lookup lookup) {
        this.settings = settings;
        AddressGuard guard = new AddressGuard(settings.open());
        this.named = client(settings, new GuardedResolver(guard, lookup, true));
        this.found = client(settings, new GuardedResolver(guard, lookup, false));
    }

    /**
     * Sends a GET.
     *
     * @param address a checked address
     * @param isNamed whether the operator named just this address
     * @param headers further headers by name; those that are null are left out
     * @param maxBytes greatest length of the body of a success, unpacked
     * @throws FetchException when there is no whole answer
     */
    Answer get(URI address, boolean isNamed, Map<String, @Nullable String> headers, int maxBytes)
            throws FetchException {
        HttpGet request = new HttpGet(address);
        headers.forEach((name, value) -> {
            if (value != null) {
                request.setHeader(name, value);
            }
        });
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate");
        AtomicBoolean late = new AtomicBoolean();
        Future<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                settings.totalTimeout().toMillis(),
                TimeUnit.MILLISECONDS);
        HttpHost host = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
        try (ClassicHttpResponse response = (isNamed ? named : found).executeOpen(host, request, null)) {
            return answer(request, response, maxBytes);
        } catch (IOException e) {
            throw failure(address, e, late.get());
        } finally {
            deadline.cancel(false);
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        named.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
        found.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }

    private static Answer answer(HttpGet request, ClassicHttpResponse response, int maxBytes)
            throws IOException, FetchException {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : response.getHeaders()) {
            if (header.getValue() != null) {
                headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
            }
        }
        HttpEntity entity = response.getEntity();
        if (entity == null || response.getCode() >= 300) {
            // What stands in the answer of a failure is for people; its connection is given up, not read to its end.
            if (entity != null) {
                request.cancel();
            }
            return new Answer(response.getCode(), headers, new byte[0]);
        }
        boolean whole = false;
        try (InputStream in = entity.getContent()) {
            byte[] body = Unpacking.read(in, headers.get("content-encoding"), maxBytes);
            whole = true;
            return new Answer(response.getCode(), headers, body);
        } finally {
            if (!whole) {
                request.cancel();
            }
        }
    }

    private FetchException failure(URI address, IOException e, boolean late) {
        String host = address.getHost();
        if (e instanceof GuardedResolver.RefusedAddress) {
            return new FetchException(
                    Reason.ADDRESS,
                    false,
                    e.getMessage() + ". Open its range with " + Names.OPEN + " if it is meant.",
                    Input.of(address.toString()));
        }
        String what;
        if (late) {
            what = "did not give the whole answer within "
                    + settings.totalTimeout().toMillis() + " ms";
        } else if (e instanceof UnknownHostException) {
            what = "is not known: no name server has an address for it";
        } else if (e instanceof InterruptedIOException) {
            what = "did not answer in time";
        } else if (e instanceof SSLException) {
            what = "has no trusted connection to offer (" + e.getMessage() + ")";
        } else if (e instanceof EOFException || e instanceof org.apache.hc.core5.http.ConnectionClosedException) {
            what = "broke off in the middle of its answer";
        } else if (e instanceof ZipException) {
            return new FetchException(
                    Reason.BAD_ENCODING,
                    false,
                    host + " packed its answer wrongly: " + e.getMessage() + ".",
                    Input.UNKNOWN);
        } else {
            what = "cannot be asked (" + e.getMessage() + ")";
        }
        return new FetchException(Reason.UNREACHABLE, true, host + " " + what + ".", Input.UNKNOWN);
    }

    private static CloseableHttpClient client(HttpSettings settings, GuardedResolver resolver) {
        Timeout read = Timeout.of(settings.readTimeout());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxHeaderCount(MAX_HEADERS)
                                        .setMaxLineLength(MAX_HEADER_LENGTH)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                                .setSocketTimeout(read)
                                .build())
                        .setMaxConnTotal(MAX_CONNECTIONS)
                        .setMaxConnPerRoute(2)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(read)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(settings.userAgent())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Names of settings that messages point to. */
    static final class Names {
        static final String OPEN = "http.open.networks";

        private Names() {}
    }
}
