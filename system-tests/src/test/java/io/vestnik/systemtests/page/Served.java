/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** What the server answers, as seen without a browser. */
final class Served {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Served() {}

    static Map<String, List<String>> headers(String address) throws IOException, InterruptedException {
        return ask(address, "").headers().map();
    }

    /** Status of the answer to somebody who has kept what has this tag. */
    static int status(String address, String tag) throws IOException, InterruptedException {
        return ask(address, tag).statusCode();
    }

    private static HttpResponse<String> ask(String address, String tag) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
