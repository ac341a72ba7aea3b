# The three applications in one image; what runs is the first argument: produce, streams, consume.
FROM eclipse-temurin:17-jre
RUN useradd --system --create-home --uid 10001 vestnik \
 && mkdir -p /var/lib/vestnik /opt/vestnik \
 && chown vestnik /var/lib/vestnik
COPY cli/target/lib/ /opt/vestnik/lib/
COPY cli/target/vestnik-cli.jar /opt/vestnik/
USER vestnik
WORKDIR /var/lib/vestnik
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-Dfile.encoding=UTF-8", "-cp", "/opt/vestnik/vestnik-cli.jar", "io.vestnik.cli.VestnikCli"]
