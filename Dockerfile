# The pose command as an image: every part of the pipeline, run by a user without rights.
#
#   docker/context                      # builds, and gathers what is copied here in target/image
#   docker build -t pose .              # --build-arg BASE=IMAGE for another Java
#   docker run --rm pose --help
#
# BASE is any glibc Linux with Java 17 or newer as 'java' on PATH or JAVA_HOME, sh, bash and useradd.
ARG BASE=eclipse-temurin:17-jre
FROM $BASE
LABEL org.opencontainers.image.title=pose
RUN useradd --uid 10001 --create-home pose \
    && install --directory --owner=pose /data /data/runs
# Changes seldom and is nearly all of it: a layer of its own.
COPY target/image/libraries /opt/pose/jars/libraries
COPY target/image/jars /opt/pose/jars
COPY target/image/pose /opt/pose/pose
# Engines unpack their native libraries under the user's home.
USER 10001
ENV HOME=/home/pose
# Where relative paths end, as those of an experiment's runs.
WORKDIR /data
ENTRYPOINT ["/opt/pose/pose"]
CMD ["--help"]
