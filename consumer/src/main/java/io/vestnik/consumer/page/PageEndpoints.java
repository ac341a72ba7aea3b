/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

import io.vestnik.consumer.http.Endpoints;
import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.page.PageFiles.PageFile;

/** {@code GET /}: the page; {@code GET /page/NAME}: its scripts, styles and images. */
public final class PageEndpoints implements Endpoints {
    /**
     * What the page may do: run its own scripts and ask its own server, nothing else. Trusted Types make the browser
     * refuse markup that is made of text, so that no later change can put an article's words into the page as markup.
     */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";

    private static final String PREFIX = "/page/";

    private final PageFiles files = new PageFiles();

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", context -> answer(context, "index.html"));
        routes.get(PREFIX + "<name>", context -> answer(context, context.pathParam("name")));
    }

    private void answer(Context context, String name) {
        PageFile file = files.file(name)
                .orElseThrow(() -> Problem.notFound("The page has no file of this name. The page itself is at /."));
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                // Kept, but asked about each time: another version is seen at once, and the same one costs no bytes.
                .header("Cache-Control", "no-cache")
                .header("ETag", file.etag());
        String known = context.header("If-None-Match");
        if (known != null && known.contains(file.etag())) {
            context.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        context.contentType(file.type()).result(file.bytes());
    }
}
