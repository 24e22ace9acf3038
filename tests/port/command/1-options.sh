# Options: every form of them, and what is said about wrong ones.

# usage_error MESSAGE ARGS: exit 2, nothing on standard output, one line of message
usage_error() {
    want=$1
    shift
    run "$@"
    same "status of $*" 2 $st
    same "output of $*" '' "$(cat out)"
    same "message of $*" "pith: $want" "$(cat err)"
}
N='give a number of sentences from 1 to 65535'
for v in 0 65536 -1 +1 1.5 3x x 99999999999999999999 ''; do
    usage_error "-n '$v': $N" -n "$v" "$texts/news.txt"
done
usage_error "-n needs a value: $N" -n
usage_error "-n '0': $N" -n0
usage_error "--sentences-max '0': $N" --sentences-max=0
usage_error "--sentences-max '': $N" --sentences-max=
usage_error "--sentences-max needs a value: $N" --sentences-max
usage_error "-w 'ten': give a number of words from 1 to 4294967295" -w ten
usage_error "--bytes '4096M': give a number of bytes from 1 to 4294967295, or one with K or M" --bytes 4096M
usage_error "-p '0': give a percentage from 1 to 100" -p 0
usage_error "-p '101': give a percentage from 1 to 100" -p 101
for v in 40 40x x6 0x6 40x0 40x6x 65536x1 40*6; do
    usage_error "-d '$v': give columns and rows such as 40x6" -d "$v"
done
M="give a work area in bytes, or with K or M such as 64K; the smallest is $smallest"
for v in $((smallest - 1)) 0 64Q 64KB K; do
    usage_error "--memory '$v': $M" --memory "$v"
done
usage_error "-q '': give words such as 'price of bread'" -q ''
usage_error "-k '0': give a number of keywords from 1 to 32, or none" -k0
usage_error "-k '33': give a number of keywords from 1 to 32, or none" -k 33
usage_error "--keywords '': give a number of keywords from 1 to 32, or none" --keywords=
usage_error "--to '0': give an offset in bytes from 1 to 4294967295" --to 0
usage_error "--from '4294967296': give an offset in bytes from 0 to 4294967295" --from 4294967296
usage_error "--from 9 is not before --to 9: give a smaller offset first" --from 9 --to 9
usage_error "--sentences takes no value: give -n for a number of sentences" --sentences=3
usage_error "--json takes no value: give it alone" --json=yes
usage_error "unknown option --sentance: did you mean --sentences?" --sentance
usage_error "unknown option --sentences-maximum: did you mean --sentences-max?" --sentences-maximum 3
usage_error "unknown option --memo: did you mean --memory?" --memo 4K
usage_error "unknown option --mention: did you mean --mentions?" --mention
usage_error "unknown option --me: did you mean --memory?" --me
usage_error "unknown option --zebra: 'pith --help' lists them" --zebra
usage_error "unknown option -x: 'pith --help' lists them" -x
usage_error "--json and --mark do not go together; give one of them" --json --mark
usage_error "--sentences lists every sentence: leave out --words" --sentences -w 10
usage_error "--sentences lists every sentence: leave out --keywords" -k --sentences
usage_error "--expand is for a summary: leave out --mark" --expand --mark -n 2
usage_error "--expand is for a summary: leave out --sentences" --expand --sentences
usage_error "--expand is for a summary: leave out --mentions" --expand --mentions
usage_error "--expand is for a summary: give a limit such as -n 3" --expand -k
usage_error "--expand is for a summary: give a limit such as -n 3" --expand --entities
usage_error "--kinds is for --mentions and --entities: give one of them" --kinds person
usage_error "--kinds 'person,people': give one or more of person,place,org,group,misc,date,time,money,percent,number" --kinds person,people --mentions
usage_error "--mentions and --entities do not go together; give one of them" --mentions --entities
usage_error "--mark and --entities do not go together; give one of them" --mark --entities
usage_error "--entities takes the whole text: leave out --from" --entities --json --from 7
usage_error "--mentions lists every name: leave out --words" --mentions -w 10
usage_error "--mentions lists every name: leave out --keywords" -k --mentions
usage_error "--mentions lists every name: leave out --query" -q bread --mentions
usage_error "--entities takes the whole text: leave out --keywords" -k --entities
usage_error "--entities takes the whole text: leave out --from" --from 7 --entities
usage_error "--entities takes the whole text: leave out --to" --to 7 --entities
usage_error "--entities takes the whole text: leave out --query" -q bread --entities
usage_error "--mark prints the text: leave out --keywords" -k --mark

# Forms that mean the same.
run -n 2 -k 3 "$texts/news.txt"
same 'status' 0 $st
want=$(cat out)
i=0
for form in '-n2 -k3' '-n 2 -k 3' '-k3 -n2' '-k3n2' '-n=2' '--sentences-max=2 --keywords=3' \
    '--sentences-max 2 --keywords 3' '-n 9 -n 2 -k 3'; do
    i=$((i + 1))
    # shellcheck disable=SC2086
    run $form "$texts/news.txt"
    case $form in
    -k3n2) same "form $form" 2 $st ;; # what follows digits is no number
    -n=2) same "form $form" 2 $st ;;
    *) same "form $form" "$want" "$(cat out)" ;;
    esac
done
run "$texts/news.txt" -n 2 -k 3
same 'options after the file' "$want" "$(cat out)"
run -kn2 "$texts/news.txt"
same '-kn2: lines' 13 "$(lines out)"
same '-kn2: the empty line' '' "$(sed -n 3p out)"
run -k -- "$texts/news.txt"
same '-k alone: ten keywords' 10 "$(lines out)"
cp "$texts/news.txt" 5
run -k 5
same '-k 5 reads standard input' "0 0" "$st $(lines out)"
run -k ./5
same '-k ./5 reads the file' 10 "$(lines out)"
cp "$texts/list.txt" ./-n
run -- -n
same '-- ends options' 0 "$st"
want=$("$PITH" "$texts/list.txt")
same '-- ends options: the file' "$want" "$(cat out)"
same '- is standard input' "$want" "$("$PITH" - <"$texts/list.txt")"
same 'no file is standard input' "$want" "$("$PITH" <"$texts/list.txt")"
for t in news chapter wiki; do
    n=$("$PITH" "$texts/$t.txt" | grep -c .)
    holds "without a limit: a length of its own, $t" [ "$n" -ge 1 -a "$n" -le 6 ]
done
same 'percent sign' "$("$PITH" -p 20 "$texts/wiki.txt")" "$("$PITH" -p 20% "$texts/wiki.txt")"
same 'capital X' "$("$PITH" -d 40x6 "$texts/wiki.txt")" "$("$PITH" -d 40X6 "$texts/wiki.txt")"
same 'sizes in K' "$("$PITH" -m 2048 "$texts/wiki.txt")" "$("$PITH" -m 2k "$texts/wiki.txt")"
same 'sizes in M' "$("$PITH" -m 1024K "$texts/wiki.txt")" "$("$PITH" --memory=1M "$texts/wiki.txt")"
run -m 4000M -n 1 "$texts/wiki.txt"
same 'more memory than is used' "0 1" "$st $(lines out)"

run --help
same '--help: status' 0 $st
same '--help: first line' 'Usage: pith [OPTION]... [FILE]...' "$(head -n 1 out)"
same '--help: standard error' '' "$(cat err)"
for o in -n --sentences-max -w --words -b --bytes -p --percent -d --display -q --query --from --to -k --keywords \
    --sentences --mark --json --jsonl -m --memory --stats -h --help -V --version; do
    holds "--help tells of $o" grep -q -e "$o\\b" out
    holds "the manual tells of $o" grep -q -e "$(printf '%s' "$o" | sed 's/-/\\\\-/g')\\b" "$here/../../port/posix/pith.1"
done
holds '--help tells the smallest work area' grep -q "at least $smallest,\$" out
holds 'the manual tells the smallest work area' grep -q "at least $smallest," "$here/../../port/posix/pith.1"
holds '--help fits 80 columns' awk 'length > 80 { exit 1 }' out
same '-h' "$(cat out)" "$("$PITH" -h)"
run --version
same '--version' "pith $(sed -n 's/^#define PITH_VERSION "\(.*\)"/\1/p' "$here/../../core/pith.h")" "$(cat out)"
same '-V' "$(cat out)" "$("$PITH" -V)"
run --json --help --mark
same '--help wins over other modes' 0 $st
