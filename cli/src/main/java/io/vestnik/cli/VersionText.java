/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli;

import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: of Vestnik, of Kafka, of Java. */
public final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = VersionText.class.getPackage().getImplementationVersion();
        return new String[] {
            "vestnik " + (version == null ? "(not packaged)" : version),
            "Kafka " + AppInfoParser.getVersion(),
            "Java " + Runtime.version() + ", " + System.getProperty("java.vm.vendor")
        };
    }
}
