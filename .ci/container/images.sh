# shellcheck shell=bash disable=SC2154,SC2034 # .ci/containers sets home and work, and uses what is set here
# Images: the official ones where they can be had, else stand-ins made of Debian's packages and Maven's jars.

readonly official_kafka=apache/kafka:4.3.1
readonly official_base=eclipse-temurin:17-jre
# The number goes up with what is in the image, so that an older one is not taken for it.
readonly stand_in_base=pose-stand-in/jre:17-1
readonly stand_in_kafka=pose-stand-in/kafka:4.3.1
readonly pose_image=pose:latest

present() { docker image inspect "$1" >/dev/null 2>&1; }

can_be_had() {
    present "$1" || timeout "${POSE_PULL_SECONDS:-120}" docker pull -q "$1" >/dev/null 2>&1
}

# Prints the name of the image with a broker.
kafka_image() {
    if can_be_had "$official_kafka"; then
        echo "$official_kafka"
        return
    fi
    need_stand_in_base
    build_stand_in_kafka >&2
    echo "$stand_in_kafka"
}

# Prints the name of the image that the product's own builds on.
base_image() {
    if can_be_had "$official_base"; then
        echo "$official_base"
        return
    fi
    need_stand_in_base
    echo "$stand_in_base"
}

need_stand_in_base() {
    present "$stand_in_base" && return
    need_debootstrap
    local since=$SECONDS root=$work/root
    rm -rf "$root"
    quietly debootstrap timeout 600 debootstrap --variant=minbase \
        --include=openjdk-17-jre-headless,ca-certificates bookworm "$root" ||
        give_up "debootstrap fails; its last lines are above"
    # What a container never looks at is half of it.
    tar -C "$root" -c --exclude='./var/cache/apt/*' --exclude='./var/lib/apt/lists/*' --exclude='./var/log/*' \
        --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' --exclude='./usr/share/locale/*' . |
        docker import - "$stand_in_base" >/dev/null
    rm -rf "$root"
    took "$stand_in_base built ($(size "$stand_in_base"))" "$since"
}

build_stand_in_kafka() {
    local since=$SECONDS here=$home/.ci/container/kafka context=$work/kafka
    rm -rf "$context"
    mkdir -p "$context"
    cp "$here"/* "$context"
    kafka_jars -o "$context/libs" || kafka_jars -U "$context/libs" ||
        give_up "Maven cannot gather Kafka's jars; what it said is above"
    build "$stand_in_kafka" "$stand_in_base" "$context"
    took "$stand_in_kafka built ($(size "$stand_in_kafka"))" "$since"
}

kafka_jars() {
    quietly kafka-jars "${MVN:-mvn}" -B -f "$home/.ci/container/kafka" "$1" \
        dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$2"
}

# The builder that every engine has: nothing of a newer one is needed.
build() {
    DOCKER_BUILDKIT=0 quietly "build-${1%%[:/]*}" docker build -t "$1" --build-arg BASE="$2" "$3" ||
        give_up "image $1 cannot be built; what docker said is above"
}

size() { docker image inspect --format '{{.Size}}' "$1" | awk '{ printf "%d MB", $1 / 1e6 }'; }

# Prints the name of the product's image.
build_pose() {
    local since=$SECONDS base
    base=$(base_image)
    quietly context "$home/docker/context" || give_up "docker/context fails; what it said is above"
    build "$pose_image" "$base" "$home" >&2
    forget_older_pose
    took "$pose_image built ($(size "$pose_image"), of which $(size "$base") are $base)" "$since"
    echo "$pose_image"
}

# What this name was given to before.
forget_older_pose() { docker image prune -f --filter label=org.opencontainers.image.title=pose >/dev/null; }
