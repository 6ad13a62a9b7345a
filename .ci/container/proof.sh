# shellcheck shell=bash disable=SC2154 # .ci/containers sets home and work
# docker-compose.yml, proved: up, poses flow, the stream killed and back, no frame without its pose, down, nothing left.

readonly project=pose-proof-$$
readonly longest_wait=180

prove_compose() {
    find_compose
    POSE_KAFKA_IMAGE=$(kafka_image)
    POSE_BASE_IMAGE=$(base_image)
    POSE_KAFKA_PORT=$(free_port)
    POSE_METRICS_PORT=$(free_port)
    export POSE_KAFKA_IMAGE POSE_BASE_IMAGE POSE_KAFKA_PORT POSE_METRICS_PORT
    # Two seconds a frame would be slow even where other work shares the processor.
    export POSE_SOURCE='synthetic:athlete?seconds=100000&fps=2'
    quietly context "$home/docker/context" || give_up "docker/context fails; what it said is above"

    trap 'code=$?; clean_up "$code"; exit "$code"' EXIT
    trap 'exit 143' TERM
    come_up
    poses_flow
    kill_the_stream
    poses_flow
    every_frame_has_its_pose
    train_a_little
    go_down
}

find_compose() {
    if docker compose version >/dev/null 2>&1; then
        compose_command=(docker compose)
    elif command -v docker-compose >/dev/null; then
        compose_command=(docker-compose)
    elif [ "$(id -u)" = 0 ] && install_packages && command -v docker-compose >/dev/null; then
        compose_command=(docker-compose)
    else
        give_up "there is neither a docker compose nor a docker-compose"
    fi
}

compose() {
    DOCKER_BUILDKIT=0 COMPOSE_DOCKER_CLI_BUILD=0 \
        "${compose_command[@]}" -f "$home/docker-compose.yml" -p "$project" "$@" </dev/null
}

# Above the ports that the system hands out by itself.
free_port() {
    local port
    while :; do
        port=$((61000 + RANDOM % 4000))
        (exec 3<>"/dev/tcp/localhost/$port") 2>/dev/null || break
    done
    echo "$port"
}

come_up() {
    local since=$SECONDS
    quietly compose-build compose build stream || fail "compose build fails; what it said is above"
    forget_older_pose
    took "image built by compose ($(size "$pose_image"))" "$since"
    since=$SECONDS
    quietly compose-up compose up -d || fail "compose up fails; what it said is above"
    until_healthy
    took "up, stream ready" "$since"
    grep -q '^pose_' <<<"$(ask /metrics)" || fail "/metrics has no numbers of pose"
    compose ps >&2
    docker stats --no-stream --format '{{.Name}} {{.MemUsage}}' |
        sed -n "s/^${project}[_-]\([a-z]*\)[^ ]*/containers: memory of \1/p" >&2
}

# One line of HTTP is less than a client to install.
ask() {
    (
        exec 3<>"/dev/tcp/127.0.0.1/$POSE_METRICS_PORT"
        printf 'GET %s HTTP/1.0\r\n\r\n' "$1" >&3
        cat <&3
    ) 2>/dev/null
}

container() { compose ps -q "$1"; }

about() { docker inspect --format "$2" "$(container "$1")"; }

until_healthy() { wait_for 'stream is not healthy' stream_is_healthy; }

stream_is_healthy() { [ "$(about stream '{{.State.Health.Status}}' 2>/dev/null)" = healthy ]; }

# Waits until a command succeeds.
wait_for() {
    local what=$1 end=$((SECONDS + longest_wait))
    shift
    until "$@"; do
        ((SECONDS < end)) || fail "after $longest_wait s: $what"
        sleep 1
    done
}

# Every committed event so far: epoch and sequence, in the camera's order.
events() {
    compose exec -T stream /opt/pose/pose watch --from-beginning --until-end --bootstrap kafka:19092 |
        sed -n 's/.*"epoch": *\([0-9]*\), *"sequence": *\([0-9]*\),.*/\1 \2/p'
}

poses_flow() {
    seen=$(events | wc -l)
    wait_for "no more than $seen pose events" more_than "$seen"
    say "poses flow: $seen events, then $now"
}

more_than() {
    now=$(events | wc -l)
    ((now > $1))
}

# As a crash is: from outside of the container, so that Docker knows nothing of it and its restart policy has to act.
kill_the_stream() {
    local since=$SECONDS before
    before=$(about stream '{{.RestartCount}}')
    kill -KILL "$(about stream '{{.State.Pid}}')" || fail "the stream's process cannot be killed from here"
    wait_for 'the killed stream was not started again' restarted_since "$before"
    until_healthy
    took "stream killed, back and ready" "$since"
}

restarted_since() { (($(about stream '{{.RestartCount}}') > $1)) && [ "$(about stream '{{.State.Running}}')" = true ]; }

# The camera stops, says how many frames it published, and as many poses there must be: 0, 1, 2 … once each.
every_frame_has_its_pose() {
    compose stop ingest >/dev/null 2>&1
    published=$(compose logs ingest 2>&1 | sed -n 's/.*: \([0-9]*\) frames published.*/\1/p' | tail -n 1)
    [ -n "$published" ] || fail "ingest does not say how many frames it published"
    wait_for "not a pose event for each of $published frames" as_many_as "$published"
    events | complete "$published" || fail "a hole or a repetition in the poses, see above"
    say "$published frames published, $published poses, sequences complete and each once"
}

# Reads epochs and sequences, and tells of the first that is not the next of its epoch.
complete() {
    awk -v all="$1" '
        $2 != next_of[$1] + 0 { print "epoch " $1 ": sequence " $2 " instead of " next_of[$1] + 0; exit wrong = 1 }
        { next_of[$1]++ }
        END { if (!wrong && NR != all) { print NR " events for " all " frames"; wrong = 1 }; exit wrong }
    ' >&2
}

as_many_as() { (($(events | wc -l) >= $1)); }

# By profile, the trainer: its default experiment is a small one.
train_a_little() {
    local since=$SECONDS
    quietly trainer compose --profile trainer run --rm trainer ||
        fail "the trainer fails; what it said is above"
    took "trainer ran in its container" "$since"
}

go_down() {
    local left
    quietly compose-down compose --profile trainer down -v --remove-orphans || fail "compose down fails; what it said is above"
    left=$(leftovers)
    [ -z "$left" ] || fail "left behind: $left"
    trap - EXIT
    say "down: no container, volume or network left"
}

leftovers() {
    local mine=label=com.docker.compose.project=$project
    docker ps -aq --filter "$mine"
    docker volume ls -q --filter "$mine"
    docker network ls -q --filter "$mine"
}

fail() {
    say "FAILED: $*"
    exit 1
}

# Where the proof ended early: what the services said last, and nothing left of them.
clean_up() {
    trap - EXIT
    [ "$1" = 0 ] || compose logs --no-color --tail 15 >&2 || :
    compose --profile trainer down -v --remove-orphans >/dev/null 2>&1 || :
}
