#!/bin/sh
# Replays the corpus of every fuzz target, and 300 inputs each that are changed at random. PITH is the command that was built:
# the programs stand beside it.
build=${PITH%/*}
cd "$(dirname "$0")/../.." || exit 1
case $PITH in /*) ;; *) build=./$build ;; esac
passed=0 failed=0
for p in "$build"/tests/fuzz/replay-*; do
    case $p in *.d | *.o) continue ;; esac
    name=${p##*/replay-}
    if line=$("$p" -r "${ROUNDS:-300}" "${SEED:-1}" tests/fuzz/corpus/"$name"/* 2>"$build/tests/fuzz/$name.log"); then
        n=${line#*: }
        passed=$((passed + ${n%% *}))
    else
        failed=$((failed + 1))
        tail -n 2 "$build/tests/fuzz/$name.log"
    fi
done
echo "fuzz: $passed passed, $failed failed"
