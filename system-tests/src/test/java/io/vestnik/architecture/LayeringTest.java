/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Holds the modules to the layers that docs/architecture.md names. */
@AnalyzeClasses(packages = "io.vestnik", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {
    @ArchTest
    static final ArchRule MODULES_DEPEND_DOWNWARDS_ONLY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("schemas")
            .definedBy("io.vestnik.schemas..")
            .layer("text")
            .definedBy("io.vestnik.text..")
            .layer("producer")
            .definedBy("io.vestnik.producer..")
            .layer("streams")
            .definedBy("io.vestnik.streams..")
            .layer("consumer")
            .definedBy("io.vestnik.consumer..")
            .layer("cli")
            .definedBy("io.vestnik.cli..")
            .whereLayer("schemas")
            .mayNotAccessAnyLayer()
            .whereLayer("text")
            .mayNotAccessAnyLayer()
            .whereLayer("producer")
            .mayOnlyAccessLayers("schemas")
            .whereLayer("streams")
            .mayOnlyAccessLayers("schemas", "text")
            .whereLayer("consumer")
            .mayOnlyAccessLayers("schemas")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule TEXT_KNOWS_NEITHER_KAFKA_NOR_AVRO_NOR_FILES_NOR_NETWORK = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("io.vestnik.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..", "org.apache.avro..", "java.nio.file..", "java.net..", "java.sql..");

    @ArchTest
    static final ArchRule THE_BROKERS_INNER_CLASSES_ARE_TOUCHED_IN_ONE_PACKAGE = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("io.vestnik.cli.broker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "kafka.server..", "org.apache.kafka.metadata..", "org.apache.kafka.server..", "scala..");

    @ArchTest
    static final ArchRule PACKAGES_OF_A_MODULE_HAVE_NO_CYCLES =
            slices().matching("io.vestnik.(*).(*)..").should().beFreeOfCycles();
}
