/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.page;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import io.vestnik.consumer.http.Answer;
import io.vestnik.consumer.http.Endpoints;
import io.vestnik.consumer.http.Operation;
import io.vestnik.consumer.http.Operation.Body;
import io.vestnik.consumer.http.Operation.Parameter;
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
    private static final Parameter NAME = new Parameter("name", "path", true, "Name of the file.", text());

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
                .header("Cross-Origin-Opener-Policy", "same-origin")
                // Kept, but asked about each time: another version is seen at once, and the same one costs no bytes.
                .header("Cache-Control", "no-cache");
        Answer.send(context, file.type(), file.bytes());
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                operation("/", "page", "The page for people.", List.of(), "text/html", Set.of()),
                operation(
                        PREFIX + "<name>",
                        "pageFile",
                        "A file of the page.",
                        List.of(NAME),
                        "text/javascript",
                        Set.of(404)));
    }

    private static Operation operation(
            String path,
            String id,
            String summary,
            List<Parameter> parameters,
            String mediaType,
            Set<Integer> refusals) {
        return new Operation(path, id, summary, parameters, List.of(new Body(mediaType, text())), refusals);
    }

    private static ObjectNode text() {
        return JsonNodeFactory.instance.objectNode().put("type", "string");
    }
}
