#!/bin/sh
# mutate_file.sh SEED MUTANTS FILE: the mutants of a file, for mutate.sh, whose environment it has. Adds to $work/sums how many
# were caught, are listed as the same program, were tried, are listed and yet caught.
seed=$1 count=$2 file=$3
name=$(basename "$file" .c)
own=$work/file/$name # the mutants' place; here stands their library, which the tests find first
mkdir -p "$own"
others=$(find "$work/core" -name '*.o' ! -name "$name.o")
export LD_LIBRARY_PATH=$own

case $name in
join|token|uclass|utf8|word) seconds=20 ;; # whole domains
*) seconds=4 ;;
esac

# A test that runs for long, or prints for long, has noticed, too.
passes() { (ulimit -t $seconds; ulimit -f 65536; exec "$@") >/dev/null 2>&1; }

golden() # PROGRAM STREAM WANT
{
    (ulimit -t $seconds; ulimit -f 65536; exec "$work/$1" <"$2") 2>/dev/null | sed '/^#/d' | cmp -s - "$3"
}

first_tests() # those that look at the file most closely
{
    case $name in
    quant*) echo "$name" quant_window quant quant_item quant_num quant_value quant_join names ;;
    entity*|mention|names_entity|waiting) echo "$name" entity_table entity_merge joins entity names misuse ;;
    spot*|namer) echo "$name" spot_window spot_names spot names entity misuse ;;
    names) echo names_state names misuse resume ;;
    names_valid) echo names_valid resume ;;
    read|pith|count|known|both) echo "$name" pith misuse ;;
    select) echo select rank ;;
    valid|resume) echo "$name" resume ;;
    join|token|word) echo word ;;
    *) echo "$name" ;;
    esac
}

killed()
{
    done_tests=
    for t in $first; do
        case " $done_tests " in *" $t "*) continue ;; esac
        [ -f "$work/unit/$t" ] || continue
        done_tests="$done_tests $t"
        passes "$work/unit/$t" || return 0
    done
    for t in "$work"/unit/*; do
        case " $done_tests domains utf8 word " in *" ${t##*/} "*) continue ;; esac # the last three take seconds
        passes "$t" || return 0
    done
    golden names "$B/target/names.stream" "$root/tests/golden/names.txt" || return 0
    golden golden "$B/target/stream.65536" "$root/tests/golden/core.txt" || return 0
    sh "$here/answers.sh" 2>/dev/null | cmp -s - "$work/want" || return 0
    for p in "$work"/prop/*; do passes "$p" || return 0; done
    case $name in
    quant*|entity*|mention|names*|namer|spot*|waiting|both) ;; # the reference knows no names
    *) passes "$work/reference" 2000 1 3 || return 0 ;;
    esac
    return 1
}

is_judged() # LINE: is it listed as the same program?
{
    MUTATED=core/$name.c MUTANT=$1 awk -F '\t' '$1 == ENVIRON["MUTATED"] && $2 == ENVIRON["MUTANT"] { found = 1; exit } END { exit !found }' "$here/equivalent.txt"
}

first=$(first_tests)
awk -f "$here/mutants.awk" "$root/$file" | awk -v seed="$seed" 'BEGIN { srand(seed) } { print rand() "\t" $0 }' | sort -k1,1 | cut -f2- >"$own/order"
cp "$root/$file" "$own/$name.c" # the name stands in the object
$CC $flags -c "$own/$name.c" -o "$own/plain.o"
n=0 dead=0 judged=0 wrong=0
while IFS='	' read -r line at len with; do
    [ "$count" = 0 ] || [ $n -lt "$count" ] || break
    awk -v line="$line" -v at="$at" -v len="$len" -v with="$with" \
        'NR == line { $0 = substr($0, 1, at - 1) with substr($0, at + len) } { print }' "$root/$file" >"$own/$name.c"
    $CC $flags -c "$own/$name.c" -o "$own/mutant.o" 2>/dev/null || continue
    cmp -s "$own/mutant.o" "$own/plain.o" && continue
    $CC -shared $others "$own/mutant.o" -o "$own/libpith.so" || continue
    n=$((n + 1))
    # How it is listed: the line as changed, or what is left out.
    if [ "$with" = ";" ]; then at_line=$(sed -n "${line}s/^ */without: /p" "$root/$file"); else at_line=$(sed -n "${line}s/^ *//p" "$own/$name.c"); fi
    if killed 2>/dev/null; then
        dead=$((dead + 1))
        if is_judged "$at_line"; then echo "caught, yet listed as the same: $file:$line:$at: $at_line"; wrong=$((wrong + 1)); fi
    elif is_judged "$at_line"; then
        judged=$((judged + 1))
    else
        echo "survives: $file:$line:$at: $at_line"
    fi
done <"$own/order"
rm -rf "$own"
echo "$file: $dead caught, $judged the same program, of $n"
echo "$dead $judged $n $wrong" >>"$work/sums"
