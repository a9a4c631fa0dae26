#!/usr/bin/env bash
# The line for GNU parallel in the README, run by the real one: the parts of a sweep, each a program
# of its own, are the whole. Usage: tests/parallel/check.sh target/release/modescope
set -euo pipefail

program=$(realpath "$1")
readme=$(realpath "$(dirname "$0")/../../README.md")
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cd "$folder"

# The moreutils package has another program of this name.
parallel --version | grep -q '^GNU parallel'

# As a user types it, with the program under its own name.
mkdir bin && ln -s "$program" bin/modescope
export PATH="$folder/bin:$PATH"
line=$(grep -E '^    parallel .*modescope sweep' "$readme")
bash -euo pipefail -c "$line" 2>parts.log
modescope sweep --quiet --lr 5:200:5 --gamma 1e-15:1e1 >whole.csv

cmp whole.csv grid.csv
[ "$(wc -l <grid.csv)" = 681 ]
[ "$(grep -c ' runs in ' parts.log)" = 3 ]
echo "three parts of 680 runs are the whole, in order"
