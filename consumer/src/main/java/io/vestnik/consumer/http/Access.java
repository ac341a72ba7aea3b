/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

import java.util.Set;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import org.jspecify.annotations.Nullable;

/** Who may ask: those who show the token where there is one, and pages of other origins where they were named. */
final class Access {
    /** How the server is, is told to everybody: who looks after it knows no token. */
    private static final Set<String> OPEN = Set.of("/health/live", "/health/ready");

    private static final String ALLOWED_HEADERS = "Authorization, If-None-Match, Last-Event-ID";
    private static final String EXPOSED_HEADERS = "ETag, Link";
    private static final String PREFLIGHT_SECONDS = "3600";

    private final HttpSettings settings;

    Access(HttpSettings settings) {
        this.settings = settings;
    }

    void addTo(RoutesConfig routes) {
        routes.before(context -> {
            allowOrigin(context);
            if (!HandlerType.OPTIONS.equals(context.method())) {
                check(context);
            }
        });
        if (!settings.corsOrigins().isEmpty()) {
            routes.options("/*", this::preflight);
        }
    }

    private void check(Context context) {
        AccessToken token = settings.token();
        if (token != null && !OPEN.contains(context.path()) && !token.isShown(context.header("Authorization"))) {
            context.header("WWW-Authenticate", "Bearer realm=\"Vestnik\", Basic realm=\"Vestnik\", charset=\"UTF-8\"");
            throw new Problem(
                    401,
                    "Unauthorized",
                    "This server asks for its token: send the header 'Authorization: Bearer TOKEN'. The token is in the"
                            + " file that query.token.file names.");
        }
    }

    private void allowOrigin(Context context) {
        if (settings.corsOrigins().isEmpty()) {
            return;
        }
        context.res().addHeader("Vary", "Origin");
        String origin = context.header("Origin");
        if (isAllowed(origin)) {
            context.header("Access-Control-Allow-Origin", String.valueOf(origin))
                    .header("Access-Control-Expose-Headers", EXPOSED_HEADERS);
        }
    }

    private void preflight(Context context) {
        if (isAllowed(context.header("Origin"))) {
            context.header("Access-Control-Allow-Methods", "GET")
                    .header("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                    .header("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        }
        context.status(204);
    }

    private boolean isAllowed(@Nullable String origin) {
        return origin != null && settings.corsOrigins().contains(origin);
    }
}
