#!/bin/sh
# The README's examples: what a block says is what happens. A block after "<!-- run: COMMAND -->" must be
# the command's output; the C program must compile without warnings and print the block after it.
#
# `readme.sh --update` writes the present outputs into the README instead.
B=${B:-build} CC=${CC:-cc}
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT
awk '/^```c$/ { on = 1; next } /^```$/ { on = 0 } on' README.md >"$dir/example.c"
$CC -std=c99 -Wall -Wextra -Wpedantic -Werror -Icore "$dir/example.c" "${PITH%pith}libpith.a" \
    $LDFLAGS -o "$dir/example" || echo "the C example does not compile" >&2
# A summary links nothing of the tagger of names.
nm "$dir/example" | grep -E 'pith_names|pith_en_names|pi_spot' >&2 && echo "readme: 0 passed, 1 failed" && exit 1
awk -v dir="$dir" '
    function fill(cmd,   line) { print "```"; while ((cmd | getline line) > 0) print line; close(cmd); print "```" }
    /^<!-- run: / { cmd = $0; sub(/^<!-- run: /, "", cmd); sub(/ -->$/, "", cmd); print; next }
    /^It prints$/ { cmd = dir "/example" }
    /^```$/ && cmd != "" && !on { fill(cmd); on = 1; next }
    on { if (/^```$/) { on = 0; cmd = "" } ; next }
    { print }' README.md >"$dir/README.md"
if [ "$1" = --update ]; then
    cp "$dir/README.md" README.md
elif diff README.md "$dir/README.md" >&2; then
    echo "readme: 1 passed, 0 failed"
else
    echo "readme: 0 passed, 1 failed"
    exit 1
fi
