#!/bin/sh
# What the command says of our texts; the environment is that of mutate.sh.
ulimit -t 10; ulimit -f 65536
for f in "$root"/tests/texts/*.txt; do
    for o in '-n 3' '-m 2K -n 4 --from 200' '--mentions' '--entities -m 16K' '-d 30x6' '-k --sentences' '--expand -w 60 -q harbour'; do
        "$work/pith" $o "$f" 2>&1 || echo "status $?"
    done
    "$work/pith" -m 3K --json -p 30 <"$f" 2>&1 || echo "status $?"
done
