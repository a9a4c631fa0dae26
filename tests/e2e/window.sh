#!/usr/bin/env bash
# The real window under Xvfb, driven by xdotool as a person would drive it: drag gamma from 1e-12
# to 1 and see the drops go from 4 to 1, scrub, type a bad value, quit. What the window says is
# read from its own status lines (--log-status), and each step leaves a screenshot.
#
#   tests/e2e/window.sh target/release/modescope target/e2e
#
# Needs: xvfb, xdotool, imagemagick, openbox, wmctrl, and Mesa's software OpenGL.
set -euo pipefail

program=$(realpath "$1")
out=$2
mkdir -p "$out"
out=$(realpath "$out")
work=$(mktemp -d)
log=$work/status.log
display=:$((90 + RANDOM % 400))

finish() {
    kill "${app:-}" "${wm:-}" "${server:-}" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

fail() {
    echo "window.sh: $*" >&2
    echo "--- status lines" >&2
    cat "$log" >&2 || true
    exit 1
}

# Waits until the last status line matches.
await() {
    for _ in $(seq 100); do
        if tail -n 1 "$log" | grep -qE "$1"; then
            echo "ok: $2: $(tail -n 1 "$log")"
            return
        fi
        sleep 0.1
    done
    fail "$2: no status line matches $1"
}

shot() { import -window "$window" "$out/$1.png"; }

move() {
    xdotool mousemove --window "$window" "$1" "$2"
    sleep 0.15
}

# Drags from x1 to x2 at a height, in small moves.
drag() {
    move "$1" "$3"
    xdotool mousedown 1
    sleep 0.2
    for step in $(seq 12); do
        xdotool mousemove --window "$window" $(($1 + ($2 - $1) * step / 12)) "$3"
        sleep 0.03
    done
    sleep 0.2
    xdotool mouseup 1
    sleep 0.3
}

click_at() {
    move "$1" "$2"
    xdotool click 1
    sleep 0.5
}

# Empties a box and types into it.
type_into() {
    move "$1" "$2"
    xdotool click --repeat 3 --delay 60 1
    sleep 0.2
    xdotool key ctrl+a
    xdotool type --delay 30 -- "$3"
    xdotool key Return
    sleep 0.3
}

Xvfb "$display" -screen 0 1400x900x24 +extension GLX +render -noreset >/dev/null 2>&1 &
server=$!
export DISPLAY=$display LIBGL_ALWAYS_SOFTWARE=1 MODESCOPE_CONFIG_DIR=$work/settings
for _ in $(seq 50); do
    xdotool getmouselocation >/dev/null 2>&1 && break
    sleep 0.1
done
openbox >/dev/null 2>&1 &
wm=$!
sleep 0.5

mkdir -p "$MODESCOPE_CONFIG_DIR"
printf 'version = 1\nlanguage = "english"\ntheme = "light"\nsize = [1280.0, 800.0]\n' \
    > "$MODESCOPE_CONFIG_DIR/settings.toml"

# Starts the program and finds its window.
start() {
    window=
    "$program" --log-status > "$log" 2> "$work/errors.log" &
    app=$!
    for _ in $(seq 100); do
        window=$(xdotool search --onlyvisible --name '^modescope$' 2>/dev/null | tail -n 1) && [ -n "$window" ] && break
        kill -0 "$app" 2>/dev/null || fail "it ended at once: $(cat "$work/errors.log")"
        sleep 0.1
    done
    [ -n "$window" ] || fail "there is no window"
    xdotool windowfocus "$window"
    move 640 20
}

start

await '^250 epochs in .* 4 drops$' "it opens on the notebook's run"
sleep 0.5
shot opened

# gamma's slider runs from 1e-15 at x = 14 to 1e1 at x = 261.
drag 59 231 174
await '· 1 drop$' "gamma 1 has one drop"
move 640 20
sleep 0.3
shot gamma-1

drag 231 59 174
await '· 4 drops$' "gamma 1e-12 has four again"

# The status lines so far: a run takes another time, so it would add one.
lines=$(cat "$log")
same() {
    [ "$(cat "$log")" = "$1" ] || fail "$2: there are new status lines"
    echo "ok: $2"
}

# The timeline, from epoch 150 to about 200 and then to the second stage.
drag 748 915 757
move 640 20
sleep 0.3
shot scrubbed
xdotool key Home
xdotool key bracketright
xdotool key bracketright
sleep 0.3
shot second-stage
same "$lines" "looking at epochs does not retrain"

type_into 227 104 -7
move 640 20
sleep 0.3
shot refused
same "$lines" "a refused value trains nothing"

type_into 227 104 340
await '^diverged at epoch [0-9]+ \(shown up to [0-9]+\): lr 340 is past the stability limit of about 254$' "it diverges in words"
move 640 20
sleep 0.3
shot diverged

xdotool key ctrl+shift+r
await '· 4 drops$' "Ctrl+Shift+R brings the notebook back"

# The second view: the tutorial's shark.
move 379 17
xdotool click 1
sleep 0.4
move 300 53
xdotool click 1
sleep 0.4
move 320 85
xdotool click 1
sleep 0.5
move 640 20
sleep 0.5
shot illusions

# At rest it costs nothing: clock ticks of the process over two seconds.
ticks() { awk '{print $14 + $15}' "/proc/$app/stat"; }
sleep 1
before=$(ticks)
sleep 2
echo "at rest: $(($(ticks) - before)) of 200 clock ticks in two seconds"
[ $(($(ticks) - before)) -le 10 ] || fail "it repaints while nothing changes"

# Killed in the middle of work: the next start offers it, and takes it up.
[ -s "$MODESCOPE_CONFIG_DIR/unsaved-1.toml" ] || fail "nothing is kept aside"
kill -9 "$app"
wait "$app" 2>/dev/null || true
start
await '· 4 drops$' "it opens again after a kill -9"
sleep 0.5
shot left
lines=$(wc -l < "$log")
click_at 455 461
sleep 1
[ "$(wc -l < "$log")" -gt "$lines" ] || fail "what was left is not taken up"
echo "ok: what was left is taken up: $(tail -n 1 "$log")"
move 640 20
shot taken-up

# Closed with unsaved work, it asks; answered, it goes.
wmctrl -i -c "$window"
sleep 0.7
kill -0 "$app" 2>/dev/null || fail "it quit without asking"
shot quit
click_at 540 428
for _ in $(seq 50); do
    kill -0 "$app" 2>/dev/null || break
    sleep 0.1
done
kill -0 "$app" 2>/dev/null && fail "it does not quit"
wait "$app" || fail "it quit with an error: $(cat "$work/errors.log")"
app=
[ -e "$MODESCOPE_CONFIG_DIR/unsaved-1.toml" ] && fail "something is left aside"
[ -s "$work/errors.log" ] && fail "it complained: $(cat "$work/errors.log")"
# Without a display there is one line, and what to do.
for display in "" :4567; do
    if DISPLAY=$display WAYLAND_DISPLAY= "$program" > "$work/out" 2> "$work/errors.log"; then
        fail "it opened a window on display '$display'"
    fi
    [ "$(wc -l < "$work/errors.log")" = 1 ] || fail "not one line: $(cat "$work/errors.log")"
    grep -q 'set DISPLAY or WAYLAND_DISPLAY' "$work/errors.log" || fail "no advice: $(cat "$work/errors.log")"
    echo "ok: on display '$display': $(cat "$work/errors.log")"
done
echo "window.sh: all is well; screenshots are in $out"
