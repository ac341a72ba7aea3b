/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import io.javalin.Javalin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RegistryApiTest {
    private static final String V1 = "{'type':'record','name':'Note','fields':[{'name':'a','type':'string'}]}";
    private static final String V2 = "{'type':'record','name':'Note','fields':[{'name':'a','type':'string'},"
            + "{'name':'b','type':'string','default':''}]}";
    /** A field more, without a default: does not read what V1 wrote, but V1 reads it. */
    private static final String NO_DEFAULT =
            "{'type':'record','name':'Note','fields':[{'name':'a','type':'string'}," + "{'name':'c','type':'string'}]}";

    private final MemorySchemaLog log = new MemorySchemaLog();
    private final SchemaStore store = new SchemaStore(log);
    private Javalin server = EmbeddedRegistry.serve(store, 0);
    private RegistryClient client = new RegistryClient("http://127.0.0.1:" + server.port());

    @BeforeEach
    void restore() {
        store.restore();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void restart() {
        server.stop();
        SchemaStore restored = new SchemaStore(log);
        restored.restore();
        server = EmbeddedRegistry.serve(restored, 0);
        client = new RegistryClient("http://127.0.0.1:" + server.port());
    }

    @Test
    void shouldGiveEqualSchemasOneIdAndOneVersion() throws Exception {
        int id = client.register("s", V1);

        String otherSpelling = "{ 'name':'Note',\n 'type':'record', 'namespace':'',"
                + " 'fields':[ {'type':{'type':'string'}, 'name':'a'} ] }";
        assertThat(client.register("s", V1)).isEqualTo(id);
        assertThat(client.register("s", otherSpelling)).isEqualTo(id);
        assertThat(client.register("t", V1)).isEqualTo(id);
        assertThat(client.register("s", V2)).isNotEqualTo(id);
        client.get("/subjects/s/versions").isOk("[1,2]");
        client.get("/subjects").isOk("['s','t']");
        client.get("/subjects?subjectPrefix=t").isOk("['t']");
        client.get("/schemas/ids/" + id + "/versions")
                .isOk("[{'subject':'s','version':1},{'subject':'t','version':1}]");
        client.get("/schemas/ids/" + id + "/subjects").isOk("['s','t']");
    }

    @Test
    void shouldTakeSchemasWithOtherDefaultsOrDocumentationForOthers() throws Exception {
        int id = client.register("s", V2);

        assertThat(client.register("s", V2.replace("'default':''", "'default':'x'")))
                .isNotEqualTo(id);
        assertThat(client.register("s", V2.replace("'name':'Note'", "'name':'Note','doc':'d'")))
                .isNotEqualTo(id);
    }

    @Test
    void shouldGiveVersionsAndSchemas() throws Exception {
        int id = client.register("s", V1);
        client.register("s", V2);
        String resolved = V1.replace("'", "\\\"");

        client.get("/subjects/s/versions/1")
                .isOk("{'subject':'s','version':1,'id':" + id + ",'schema':'" + resolved + "'}");
        client.get("/schemas/ids/" + id).isOk("{'schema':'" + resolved + "'}");
        client.get("/schemas/ids/" + id + "/schema").isOk(V1);
        client.get("/subjects/s/versions/1/schema").isOk(V1);
        client.get("/subjects/s/versions/latest/schema").isOk(V2);
        assertThat(client.get("/subjects/s/versions/-1").body().path("version").asInt())
                .isEqualTo(2);
        client.get("/schemas/types").isOk("['AVRO']");
        client.get("/mode").isOk("{'mode':'READWRITE'}");
        client.get("/").isOk("{}");
        client.get("/subjects/s/versions/").isOk("[1,2]");
    }

    @Test
    void shouldLookUpASchemaOfASubject() throws Exception {
        int id = client.register("s", V1);

        assertThat(client.post("/subjects/s", V1).body().path("id").asInt()).isEqualTo(id);
        client.post("/subjects/s", V2).isRefusedWith(404, 40403, "Schema not found");
        client.post("/subjects/none", V1).isRefusedWith(404, 40401, "Subject 'none' not found");
    }

    @Test
    void shouldNameWhatIsNotThere() throws Exception {
        client.register("s", V1);

        client.get("/subjects/none/versions").isRefusedWith(404, 40401, "none");
        client.get("/subjects/none/versions/latest").isRefusedWith(404, 40401, "none");
        client.get("/subjects/s/versions/7").isRefusedWith(404, 40402, "Version 7 not found");
        client.get("/schemas/ids/99").isRefusedWith(404, 40403, "Schema 99 not found");
        client.get("/schemas/ids/x").isRefusedWith(404, 40403, "x");
        client.delete("/subjects/none").isRefusedWith(404, 40401, "none");
        client.delete("/subjects/s/versions/7").isRefusedWith(404, 40402, "7");
        client.get("/nothing/here").isRefusedWith(404, 404, "HTTP 404");
    }

    @Test
    void shouldRefuseBadRequests() throws Exception {
        client.post("/subjects/s/versions", "{'type':'recor'}").isRefusedWith(422, 42201, "Invalid schema");
        client.post("/subjects/s/versions", V1.replace("'string'", "'strin'")).isRefusedWith(422, 42201, "strin");
        client.post("/subjects/s/versions", "").isRefusedWith(422, 42201, "empty");
        client.post(
                        "/subjects/s/versions",
                        "{'type':'record','name':'N','fields':[{'name':'a','type':'int','default':'x'}]}")
                .isRefusedWith(422, 42201, "Invalid default");
        client.send("POST", "/subjects/s/versions", "{\"schema\":\"\\\"int\\\"\",\"schemaType\":\"JSON\"}")
                .isRefusedWith(422, 42201, "JSON");
        client.send("POST", "/subjects/s/versions", "{\"schema\":\"\\\"int\\\"\",\"references\":[{\"name\":\"N\"}]}")
                .isRefusedWith(422, 42201, "references");
        client.send("POST", "/subjects/s/versions", "{").isRefusedWith(400, 400, "not JSON");
        client.send("POST", "/subjects/s/versions", "[]").isRefusedWith(400, 400, "not a JSON object");
        client.get("/subjects/s/versions/0").isRefusedWith(422, 42202, "'0' is not a valid version");
        client.get("/subjects/s/versions/new").isRefusedWith(422, 42202, "'new'");
        client.put("/config", "{'compatibility':'SOMETIMES'}").isRefusedWith(422, 42203, "Invalid compatibility level");
        client.put("/config/s", "{}").isRefusedWith(422, 42203, "Invalid compatibility level");
        client.get("/subjects").isOk("[]");
    }

    @Test
    void shouldRefuseAnIncompatibleSchemaByDefault() throws Exception {
        client.register("s", V1);

        client.post("/subjects/s/versions", NO_DEFAULT).isRefusedWith(409, 409, "READER_FIELD_MISSING_DEFAULT_VALUE");
        client.get("/subjects/s/versions").isOk("[1]");
        client.put("/config/s", "{'compatibility':'none'}").isOk("{'compatibility':'NONE'}");
        client.register("s", NO_DEFAULT);
        client.get("/subjects/s/versions").isOk("[1,2]");
    }

    @Test
    void shouldCheckCompatibilityWithoutRegistering() throws Exception {
        client.register("s", V1);

        client.post("/compatibility/subjects/s/versions/latest", V2).isOk("{'is_compatible':true}");
        client.post("/compatibility/subjects/s/versions/1", NO_DEFAULT).isOk("{'is_compatible':false}");
        client.post("/compatibility/subjects/s/versions", NO_DEFAULT).isOk("{'is_compatible':false}");
        client.post("/compatibility/subjects/new/versions/latest", V1).isOk("{'is_compatible':true}");
        client.post("/compatibility/subjects/new/versions", V1).isOk("{'is_compatible':true}");
        RegistryClient.Answer verbose = client.post("/compatibility/subjects/s/versions/1?verbose=true", NO_DEFAULT);
        assertThat(verbose.body().path("messages").path(0).asText()).contains("READER_FIELD_MISSING_DEFAULT_VALUE");
        client.post("/compatibility/subjects/s/versions/9", V1).isRefusedWith(404, 40402, "9");
        client.post("/compatibility/subjects/new/versions/1", V1).isRefusedWith(404, 40401, "new");
        client.post("/compatibility/subjects/s/versions/x", V1).isRefusedWith(422, 42202, "x");
        client.post("/compatibility/subjects/s/versions/1", "{").isRefusedWith(422, 42201, "Invalid schema");
    }

    @Test
    void shouldKeepLevelsOfSubjectsApartFromTheGlobalOne() throws Exception {
        client.get("/config").isOk("{'compatibilityLevel':'BACKWARD'}");
        client.get("/config/s").isRefusedWith(404, 40408, "s");
        client.get("/config/s?defaultToGlobal=true").isOk("{'compatibilityLevel':'BACKWARD'}");
        client.put("/config/s", "{'compatibility':'FULL_TRANSITIVE'}").isOk("{'compatibility':'FULL_TRANSITIVE'}");
        client.put("/config", "{'compatibility':'FORWARD'}").isOk("{'compatibility':'FORWARD'}");

        restart();

        client.get("/config").isOk("{'compatibilityLevel':'FORWARD'}");
        client.get("/config/s").isOk("{'compatibilityLevel':'FULL_TRANSITIVE'}");
        client.delete("/config/s").isOk("{'compatibilityLevel':'FULL_TRANSITIVE'}");
        client.delete("/config/s").isRefusedWith(404, 40401, "s");
        client.get("/config/s?defaultToGlobal=true").isOk("{'compatibilityLevel':'FORWARD'}");
        client.delete("/config").isOk("{'compatibilityLevel':'FORWARD'}");
        client.get("/config").isOk("{'compatibilityLevel':'BACKWARD'}");
    }

    @Test
    void shouldHideBeforeItForgets() throws Exception {
        client.register("s", V1);
        client.register("s", V2);

        client.delete("/subjects/s/versions/1?permanent=true").isRefusedWith(404, 40407, "not deleted first");
        client.delete("/subjects/s/versions/1").isOk("1");
        client.delete("/subjects/s/versions/1").isRefusedWith(404, 40406, "soft deleted");
        client.get("/subjects/s/versions").isOk("[2]");
        client.get("/subjects/s/versions?deleted=true").isOk("[1,2]");
        client.get("/subjects/s/versions/1").isRefusedWith(404, 40402, "1");
        client.delete("/subjects/s?permanent=true").isRefusedWith(404, 40405, "not deleted first");
        client.delete("/subjects/s").isOk("[2]");
        client.delete("/subjects/s").isRefusedWith(404, 40404, "soft deleted");
        client.get("/subjects").isOk("[]");
        client.get("/subjects?deleted=true").isOk("['s']");
        // What was written with it can still be read.
        client.get("/schemas/ids/1/schema").isOk(V1);
        client.delete("/subjects/s?permanent=true").isOk("[1,2]");
        client.get("/subjects?deleted=true").isOk("[]");
        client.get("/schemas/ids/1").isRefusedWith(404, 40403, "1");
    }

    @Test
    void shouldGoOnWithVersionNumbersOfHiddenVersionsAndKeepTheirIds() throws Exception {
        int id = client.register("s", V1);
        client.delete("/subjects/s/versions/latest").isOk("1");

        assertThat(client.register("s", V1)).isEqualTo(id);
        client.get("/subjects/s/versions").isOk("[2]");
    }

    @Test
    void shouldNeverGiveAnIdTwiceEvenAfterARestart() throws Exception {
        client.register("s", V1);
        int id = client.register("s", V2);
        client.delete("/subjects/s").isOk("[1,2]");
        client.delete("/subjects/s?permanent=true").isOk("[1,2]");

        restart();

        assertThat(client.register("s", "{'type':'record','name':'Other','fields':[]}"))
                .isGreaterThan(id);
    }

    @Test
    void shouldNotTakeAFailedWriteForDone() throws Exception {
        client.register("s", V1);
        log.fault = MemorySchemaLog.Fault.BEFORE_WRITE;

        client.post("/subjects/s/versions", V2).isRefusedWith(500, 50001, "the broker does not answer");
        client.get("/subjects/s/versions").isOk("[1]");
        log.fault = MemorySchemaLog.Fault.NONE;
        client.register("s", V2);
        client.get("/subjects/s/versions").isOk("[1,2]");
    }

    @Test
    void shouldFindWhatWasWrittenThoughTheWriterDidNotLearnOfIt() throws Exception {
        client.register("s", V1);
        log.fault = MemorySchemaLog.Fault.AFTER_WRITE;
        client.post("/subjects/s/versions", V2).isRefusedWith(500, 50001, "the broker does not answer");
        log.fault = MemorySchemaLog.Fault.NONE;

        int other = client.register("t", "{'type':'record','name':'Other','fields':[]}");

        assertThat(client.register("s", V2)).isEqualTo(2);
        assertThat(other).isEqualTo(3);
    }
}
