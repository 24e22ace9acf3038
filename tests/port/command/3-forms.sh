# --sentences, --mark, --json, --jsonl, --stats.

f=$texts/wiki.txt
run --sentences "$f"
same 'sentences: form' '' "$(grep -v "^[0-9][0-9]*$(printf '\t')[0-9][0-9]*$(printf '\t')[0-9][0-9]*\$" out)"
holds 'sentences: in order, disjoint, scored' \
    awk -F '\t' '$1 < end || $2 < 1 || $3 > 65535 { exit 1 } { end = $1 + $2 }' out
same 'sentences: nothing but white space between' '' "$(awk -F '\t' -v f="$f" '
    BEGIN { while ((getline line <f) > 0) text = text line "\n" }
    { gap = substr(text, end + 1, $1 - end); gsub(/[ \n]/, "", gap); printf "%s", gap; end = $1 + $2 }
    END { gap = substr(text, end + 1); gsub(/[ \n]/, "", gap); printf "%s", gap }' out)"
same 'sentences from a pipe' "$(cat out)" "$(cat "$f" | "$PITH" --sentences)"
same 'sentences, small pieces' "$(cat out)" "$(dd if="$f" bs=7 2>/dev/null | "$PITH" --sentences)"
same 'sentences in a range' "$(awk -F '\t' '$1 >= 500 && $1 + $2 <= 1200' out | cut -f 1,2)" \
    "$("$PITH" --sentences --from 500 --to 1200 "$f" | cut -f 1,2)"
printf 'Is it? Yes.' >small
same 'sentences: offsets' '0 6 7 4 ' "$("$PITH" --sentences small | cut -f 1,2 | tr '\t\n' '  ')"
(printf 'x\n'; cat small) >skipped
same 'an offset of standard input counts from where it stood' '0 6 7 4 ' \
    "$( (read -r x; "$PITH" --sentences | cut -f 1,2 | tr '\t\n' '  ') <skipped)"
same 'text of an input that stood elsewhere' 'Is it?' "$( (read -r x; "$PITH" -n 9 | head -n 1) <skipped)"

f=$texts/news.txt
run --mentions "$f"
holds 'mentions: form' awk -F '\t' '$1 $2 $4 !~ /^[0-9]+$/ || $3 !~ /^[A-Z]+$/ || $5 == "" || NF != ($3 ~ /^(DATE|TIME|MONEY|PERCENT|NUMBER)$/ ? 6 : 5) { exit 1 }' out
holds 'mentions: some, in order, disjoint, text of that length' \
    awk -F '\t' '$1 < end || $2 < 1 || length($5) != $2 { exit 1 } { end = $1 + $2 } END { exit NR < 2 }' out
same 'mentions from a pipe in small pieces' "$(cat out)" "$(dd if="$f" bs=7 2>/dev/null | "$PITH" --mentions)"
same 'mentions in a range' "$(awk -F '\t' '$1 >= 200 && $1 + $2 <= 700' out)" \
    "$("$PITH" --mentions --from 200 --to 700 "$f")"
same 'mentions: exact' '8 6 PLACE 1 Geneva 24 13 PERSON 2 Angela Merkel ' \
    "$(printf 'We left Geneva, and met Angela Merkel there.' | "$PITH" --mentions | tr '\t\n' '  ')"
same 'mentions: values' '12 11 DATE 1 3 May, 2024 2024-05-03' "$(printf 'It began on 3 May, 2024' | "$PITH" --mentions | tr '\t' ' ')"
same 'mentions: a line end within is a blank' 'Angela Merkel' \
    "$(printf 'Slowly, after hours and after a long walk, we met Angela\nMerkel in the town.' | "$PITH" --mentions | head -n 1 | cut -f 5)"
run -d 20x3 --entities "$f"
same 'entities behind a display: its rows' "$("$PITH" -d 20x3 "$f")" "$(sed '/^$/,$d' out)"
run --entities "$f"
holds 'entities: form' awk -F '\t' 'NF < 4 || $1 !~ /^[A-Z]+$/ || $3 !~ /^[0-9]+$/ || $4 !~ /^[0-9]+$/ { exit 1 } END { exit NR < 2 }' out
same 'entities: mentions add up' "$("$PITH" --mentions "$f" | wc -l | tr -d ' ')" "$(awk -F '\t' '{ n += $3 } END { print n }' out)"
same 'entities from a pipe' "$(cat out)" "$(dd if="$f" bs=7 2>/dev/null | "$PITH" --entities -m 256K)"
same 'entities after a summary' "$("$PITH" -n 2 "$f"; echo; cat out)" "$("$PITH" --entities -n 2 "$f")"
same 'entities after a summary of a pipe' "$("$PITH" -n 2 "$f"; echo; cat out)" "$("$PITH" --entities -n 2 <"$f" | cat)"
same 'entities: quantities after names' 'PLACE Geneva 1 40 MONEY 5 million dollars 2 12 $5m ' \
    "$(printf 'It costs no $5m, nor 5 million dollars: Geneva is dear.' | "$PITH" --entities | tr '\t\n' '  ')"
same 'entities: exact' 'PERSON Angela Merkel 2 7 Merkel ' \
    "$(printf 'We met Angela Merkel there, and Merkel smiled.' | "$PITH" --entities | tr '\t\n' '  ')"
same 'kinds of mentions' "$("$PITH" --mentions "$f" | awk -F '\t' '$3 == "DATE" || $3 == "PLACE"')" "$("$PITH" --mentions --kinds date,Place "$f")"
same 'kinds of entities' "$("$PITH" --entities "$f" | grep '^PERSON')" "$("$PITH" --kinds=PERSON --entities "$f")"
same 'names alone are found as with quantities' "$("$PITH" --entities "$f" | grep '^PERSON')" "$("$PITH" --kinds PERSON,MONEY --entities "$f" | grep '^PERSON')"
same 'json: mentions and entities' '{"file":"-","mentions":[{"offset":7,"length":13,"kind":"PERSON","entity":1,"text":"Angela Merkel"},{"offset":24,"length":5,"kind":"DATE","entity":2,"text":"3 May","value":"XXXX-05-03"}],"entities":[{"entity":1,"kind":"PERSON","name":"Angela Merkel","count":1,"first":7,"last":7,"salience":65535,"forms":[]},{"entity":2,"kind":"DATE","name":"3 May","value":"XXXX-05-03","count":1,"first":24,"last":24,"salience":65535,"forms":[]}],"summary"' \
    "$(printf 'We met Angela Merkel on 3 May.' | "$PITH" --json --mentions --entities | sed 's/:\[{"offset":0.*//')"
same 'jsonl: entities' '{"id":7,"summary":["We met Angela Merkel, and Merkel smiled."],"entities":[{"entity":1,"kind":"PERSON","name":"Angela Merkel","count":2,"first":7,"last":26,"salience":65535,"forms":["Merkel"]}]}' \
    "$(printf '{"text":"We met Angela Merkel, and Merkel smiled.","id":7}\n' | "$PITH" --entities --jsonl)"
same 'jsonl: mentions of a wrong line are left out' '{"error":"the line ends inside a string","line":1}{"id":null,"summary":["No."],"mentions":[]}' \
    "$(printf '{"text":"We met Angela Merkel, and Merkel smiled.\n{"text":"No."}\n' | "$PITH" --mentions --jsonl | tr -d '\n')"
same 'stats: mentions and entities' 'mentions 2 entities 1 dropped entities 0 ' \
    "$(printf 'We met Angela Merkel, and Merkel smiled.' | "$PITH" --entities --stats 2>&1 >/dev/null | grep 'mentions\|entities' | tr -s ' \n' '  ')"
cat >people <<'END'
Angela Merkel lives in Geneva, and Peter Smith lives in Paris with Anna Smith.
The marmalade that Merkel cooks is dark, said Smith.
Bread is cheap. Merkel and Mr. Merkel sold the bread.
END
same 'expand: a surname' 'The marmalade that [Angela] Merkel cooks is dark, said Smith.' "$("$PITH" -n 1 -q marmalade --expand people)"
same 'expand: from a pipe' "$("$PITH" -n 1 -q marmalade --expand people)" "$(cat people | "$PITH" -n 1 -q marmalade --expand)"
same 'expand: once' "$("$PITH" -n 9 people)" "$("$PITH" -n 9 --expand people)"
same 'expand: json' 'The marmalade that [Angela] Merkel cooks is dark, said Smith.' \
    "$("$PITH" --json -n 1 -q marmalade --expand people | sed 's/.*"text":"\(The[^"]*\)".*/\1/')"
same 'expand: jsonl' '{"id":1,"summary":["Jam that [Angela] Merkel cooks is dark."]}' \
    "$(printf '{"id":1,"text":"Angela Merkel lives in Geneva. Jam that Merkel cooks is dark."}\n' | "$PITH" --jsonl -n 1 -q jam --expand)"
same 'expand: with entities' "$("$PITH" -n 1 -q marmalade --expand people; echo; "$PITH" --entities people)" \
    "$("$PITH" -n 1 -q marmalade --expand --entities people)"
cat >novel <<'END'
"You are late, Septimus Harding," said Eleanor, and she turned away from him to the window. He bowed, and took her hand.
"My dear Eleanor," he answered, "I could not leave poor Mrs. Tolliver alone." She had loved him once, and he knew it; but
she only laughed, and looked at Mary. "And Mary?" cried he. "Oh, Mary!" said she, and sighed. Eleanor had never seen her
so pale; she took her arm, and Mary let her. "The marmalade is burnt," said Mr. Harding.
END
same 'novel: a mention has its title' 'PERSON 1 Mr. Harding' "$("$PITH" --mentions novel | tail -n 1 | cut -f 3- | tr '\t' ' ')"
same 'novel: an entity has none' 'PERSON Septimus Harding 2 15 Harding' "$("$PITH" --entities novel | grep Harding | tr '\t' ' ')"
same 'novel: expand' '"The marmalade is burnt," said Mr. [Septimus] Harding.' "$("$PITH" -n 1 -q marmalade --expand novel)"
same 'news: neither has' 'PERSON 1 Harding' "$(printf 'The ministry said on Monday that Mr. Harding would meet officials.\n' | "$PITH" --mentions --kinds person | cut -f 3- | tr '\t' ' ')"
same 'mentions: counts' "bytes $(wc -c <"$f")" "$("$PITH" --mentions --stats "$f" 2>&1 >/dev/null | sed -n 's/^\(bytes\)[ :]*/\1 /p')"
f=$texts/wiki.txt

run --mark "$f"
same 'mark: the text is whole' "$(cat "$f")" "$(sed 's/\*\*//g' out)"
same 'mark: three pairs' 6 "$(grep -o '\*\*' out | wc -l | tr -d ' ')"
same 'mark: from a pipe' "$(cat out)" "$(cat "$f" | "$PITH" --mark)"
same 'mark: what the summary has' "$("$PITH" "$f")" \
    "$(tr '\n' ' ' <out | sed 's/\*\*/\n/g' | sed -n 'n;p' | tr -s ' ')"
printf 'Is it? Yes.\n' >small
same 'mark: exact' '**Is it?** **Yes.**' "$("$PITH" --mark -n 3 small)"
TMPDIR=/nowhere "$PITH" --mark <small >out 2>err
same 'mark: a file needs no temporary file' 0 "$?$(cat err)"
cat small | TMPDIR=/nowhere "$PITH" --mark >out 2>err
same 'mark: temporary file' 1 $?
same 'mark: temporary file, message' 'pith: /nowhere: No such file or directory; what cannot be read again is kept there, TMPDIR names another place' "$(cat err)"
cat small | TMPDIR=$tmp "$PITH" --mark >out
holds 'mark: the temporary file is gone' sh -c '! ls "$tmp"/pith.* 2>/dev/null'
if command -v script >/dev/null 2>&1; then
    TERM=xterm script -qec "'$PITH' --mark -p 100 small" typed </dev/null >typed.out 2>/dev/null
    holds 'mark: bold on a terminal' grep -q "$(printf '\033\\[1mIs it?\033\\[0m')" typed.out
    TERM=dumb script -qec "'$PITH' --mark -p 100 small" typed </dev/null >typed.out 2>/dev/null
    holds 'mark: no bold on a dumb terminal' grep -q '\*\*Is it?\*\*' typed.out
    awk 'BEGIN { for (i = 0; i < 300000; i++) print "This is the sentence with number " i " of a large file." }' >large
    script -qec "'$PITH' -n 1 large" typed </dev/null >typed.out 2>/dev/null
    holds 'a bar for a large file' grep -q 'pith: \[#.*100%' typed.out
    script -qec "'$PITH' -n 1 '$f'" typed </dev/null >typed.out 2>/dev/null
    holds 'no bar for a small file' sh -c '! grep -q "%" typed.out'
    rm -f large
fi

# A check of JSON: strings are taken out, then what is left must shrink to nothing.
json() {
    sed 's/\\["\\\/bfnrt]//g; s/\\u[0-9a-f]\{4\}//g; s/"[^"\\]*"/S/g' "$1" | tr -d '\n' |
        sed -e 's/-\{0,1\}[0-9][0-9.]*/V/g; s/true\|false\|null/V/g' -e ':a
            s/S:[SV]/M/g; s/{}/V/g; s/{M\(,M\)*}/V/g; s/\[\]/V/g; s/\[[SV]\(,[SV]\)*\]/V/g; ta' | grep -q '^V*$'
}
run --json -n 2 -k 3 "$f"
holds 'json: well-formed' json out
same 'json: one line' 1 "$(lines out)"
holds 'json: form' grep -q '^{"file":"[^"]*wiki.txt","summary":\[{"offset":[0-9]*,"length":[0-9]*,"score":[0-9]*,"words":[0-9]*,"text":"[^}]*},{"offset".*\],"keywords":\[{"offset":[0-9]*,"length":[0-9]*,"score":[0-9]*,"count":[0-9]*,"text":"[^"]*"},.*\],"bytes":1926,"words":[0-9]*,"sentences":[0-9]*,"losses":{"malformed":0,"cut_words":0,"cut_sentences":0,"dropped_sentences":0,"dropped_terms":[0-9]*,"unkept_sentences":0,"unread_bytes":0},"memory":{"state":[0-9]*,"work":65536}}$' out
same 'json: three keywords' 3 "$(grep -o '"count"' out | wc -l | tr -d ' ')"
run --json "$texts/news.txt" - "$texts/poem.txt"
same 'json: a line for each file, no headings' 3 "$(grep -c '^{"file":' out)"
holds 'json: an empty text' grep -q '^{"file":"-","summary":\[\],"keywords":\[\],"bytes":0,' out
holds 'json: all well-formed' json out
printf 'A "quote"\\ \001\033[1m and \377\342\202 bad.' >small
same 'json: escapes' "$(printf '"text":"A \\"quote\\"\\\\ [1m and \357\277\275\357\277\275 bad."')" \
    "$("$PITH" --json small | grep -o '"text":"A.*bad\."')"
same 'json: malformed' '"malformed":2' "$("$PITH" --json small | grep -o '"malformed":[0-9]*')"
printf 'One two three four five six.' >small
holds 'json: cut' grep -q '"text":"One two\(...\)",.*"over":true,"cut":true' <<X
$("$PITH" --json -b 12 small | sed 's/"over":true/,&/')
X

# --jsonl
jsonl() { "$PITH" --jsonl "$@" 2>err; }
same 'jsonl: both orders, other members, numbers' '{"id":"a","summary":["One. Two"]}
{"id":-1.5e3,"summary":["Text first."]}
{"id":null,"summary":["No id."]}
{"id":null,"summary":["Null id."]}' "$(jsonl -n 3 <<'X' | sed 's/One\.","Two/One. Two/'
{"id": "a", "text": "One. Two"}
{"text":"Text first.","x":[1,{"y":"}]\"","z":[[],{}]}],"t":true,"f":false,"n":null,"id":-1.5e3}

  { "text" : "No id." }  
{"id":null,"text":"Null id."}
X
)"
same 'jsonl: escapes' "$(printf '{"id":"q\\"\303\251","summary":["A\\\\b \\"c\\" d \342\202\254 \360\237\230\200 \357\277\275 \357\277\275x."]}')" "$(jsonl <<'X'
{"id":"q\"\u00e9","text":"A\\b \"c\"\n\td \u20AC \ud83d\ude00 \ud83d \udc00x."}
X
)"
same 'jsonl: the name of a member may be escaped' '{"id":1,"summary":["Yes."]}' "$(jsonl <<'X'
{"\u0069d":1,"te\u0078t":"Yes."}
X
)"
bad() { # bad MESSAGE LINE
    same "jsonl: $2" "{\"error\":\"$1\",\"line\":1}
{\"id\":2,\"summary\":[\"Fine.\"]}" "$(printf '%s\n{"id":2,"text":"Fine."}\n' "$2" | jsonl)"
}
bad 'the line is no JSON object' 'hello'
bad 'the line is no JSON object' '["text"]'
bad 'the line is no JSON object' '"text"'
bad '\"text\" is missing' '{}'
bad '\"text\" is missing' '{"id":1}'
bad '\"text\" is no string' '{"text":5}'
bad '\"text\" is no string' '{"text":null}'
bad '\"id\" is neither a string nor a number' '{"id":[1],"text":"a"}'
bad '\"id\" is neither a string nor a number' '{"id":true,"text":"a"}'
bad 'the line ends inside a string' '{"text":"abc'
bad 'the line ends inside a string' '{"text":"abc\'
bad 'the line ends inside the object' '{"text":"abc"'
bad 'the line ends inside an object or array' '{"text":"abc","x":[1'
bad 'the line ends where a value should be' '{"text":"abc","x":'
bad 'something follows the object' '{"text":"abc"} {"text":"abc"}'
bad 'a comma is missing' '{"text":"abc" "id":1}'
bad 'a comma is missing' '{"x":[1 2],"text":"abc"}'
bad 'a comma is missing' '{"x":[1},"text":"abc"}'
bad 'a colon is missing' '{"text" "abc"}'
bad "a member's name is missing" '{"text":"abc",}'
bad "a member's name is missing" '{text:"abc"}'
bad 'a value is missing' '{"x":[1,],"text":"abc"}'
bad 'malformed number' '{"x":-,"text":"abc"}'
bad 'malformed number' '{"x":1.,"text":"abc"}'
bad 'malformed number' '{"x":1e,"text":"abc"}'
bad 'a comma is missing' '{"x":01,"text":"abc"}'
bad 'neither a value nor true, false or null' '{"x":nul,"text":"abc"}'
bad 'unknown escape in a string' '{"text":"a\x"}'
bad '\\u needs four hexadecimal digits' '{"text":"a\u12g4"}'
bad 'control character in a string' "$(printf '{"text":"a\tb"}')"
deep=$(awk 'BEGIN { for (i = 0; i < 1025; i++) printf "[" }')
bad 'nested too deeply' "{\"x\":$deep"
bad '\"id\" is longer than 1024 bytes' "{\"id\":\"$deep\",\"text\":\"a\"}"
same 'jsonl: line numbers count blank lines' '{"error":"the line is no JSON object","line":3}' "$(printf '\n\nx' | jsonl)"
same 'jsonl: CRLF and a byte-order mark' '{"id":1,"summary":["A."]}' \
    "$(printf '\357\273\277{"id":1,"text":"A."}\r\n' | jsonl)"
same 'jsonl: the last line needs no end' '{"id":1,"summary":["A."]}' "$(printf '{"id":1,"text":"A."}' | jsonl)"
same 'jsonl: bad lines leave the status' 0 "$(echo x | jsonl >/dev/null; echo $?)"
same 'jsonl: an empty text' '{"id":1,"summary":[]}' "$(printf '{"id":1,"text":""}' | jsonl)"
same 'jsonl: keywords alone' 0 "$(printf '{"id":1,"text":"Bread and cheese."}' | jsonl -k 2 | grep -c summary)"
holds 'jsonl: summary and keywords' grep -q '^{"id":1,"summary":\["Bread[^]]*\],"keywords":\["[^]]*"\]}$' <<X
$(printf '{"id":1,"text":"Bread and cheese."}' | jsonl -k2 -n1)
X
# A text gives the same as a line and as a file.
for name in news wiki email poem; do
    awk 'BEGIN { printf "{\"id\":7,\"text\":\"" } { gsub(/\\/, "\\\\"); gsub(/"/, "\\\""); printf "%s\\n", $0 }
        END { print "\"}" }' "$texts/$name.txt" >line
    same "jsonl: $name" "$("$PITH" --json -n 4 "$texts/$name.txt" | grep -o '"text":"\([^"\\]\|\\.\)*"},\{0,1\}' | head -n 4)" \
        "$(jsonl -n 4 <line | sed 's/^{"id":7,"summary":\[//; s/"\]}$/"/; s/","/"\n"/g' | sed 's/^/"text":/; s/$/},/' | sed '$s/,$//')"
done
# Lines may arrive in any pieces.
printf '%s\n' '{"text":"A \u20ac \ud83d\ude00 b.","x":[{"y":[1e5,true,null,"\""]}],"id":"\u00e9"}' '' ' { } ' '{"id":-1.25,"text":""}' >pieces
want=$(jsonl <pieces)
for n in 1 2 3 5 11; do
    same "jsonl: pieces of $n bytes" "$want" "$(dd if=pieces bs=$n 2>/dev/null | jsonl)"
done
# An engine sends a line and waits for its answer.
mkfifo to from
"$PITH" --jsonl <to >from &
pid=$!
(sleep 20; kill $pid) 2>/dev/null &
killer=$!
exec 3>to 4<from
for i in 1 2 3; do
    echo "{\"id\":$i,\"text\":\"Line $i.\"}" >&3
    read -r answer <&4
    same "jsonl: answer $i at once" "{\"id\":$i,\"summary\":[\"Line $i.\"]}" "$answer"
done
exec 3>&- 4<&-
wait $pid
same 'jsonl: ends with its input' 0 $?
kill $killer 2>/dev/null
wait $killer 2>/dev/null

run --stats "$f"
same 'stats: the summary stays on standard output' "$("$PITH" "$f")" "$(cat out)"
same 'stats: names' 'bytes words sentences malformed cut words cut sentences dropped sentences dropped terms unkept sentences unkept keywords unread bytes work area of it kept text state time speed ' \
    "$(sed 's/  .*//; s/ [0-9].*//' err | tr '\n' ' ')"
holds 'stats: bytes' grep -q '^bytes  *1926$' err
holds 'stats: sentences' grep -q "^sentences  *$("$PITH" --sentences "$f" | wc -l | tr -d ' ')\$" err
holds 'stats: work area' grep -q '^work area  *65536 bytes$' err
printf '\377\n' >>small
"$PITH" --stats small 2>err >out
holds 'stats: malformed' grep -q '^malformed  *1$' err
run --stats "$f" "$texts/poem.txt"
same 'stats: a heading for each of several' 2 "$(grep -c '^pith: .*: statistics$' err)"
printf '{"text":"A."}\nx\n' | "$PITH" --jsonl --stats 2>err >out
holds 'stats: lines' grep -q '^lines  *2$' err
holds 'stats: bad lines' grep -q '^bad lines  *1$' err
