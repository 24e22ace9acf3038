#!/bin/sh
# The figures of core/DESIGN.md, a line each: what is varied, its value, bytes of the scorer, ROUGE-1, ROUGE-2, ROUGE-Lsum
# and the sentences of a summary, tabs between. Scorers are trained on one row in eight of the training set, and choose pairs of
# gauges by fewer samples, so that each takes a minute.
set -eu

lab=$B/tests/lab
dev=$B/cnndm.dev
long=$B/squality
xz -dc "$DATA/news/cnndm.dev.jsonl.xz" > "$dev.jsonl"
xz -dc "$DATA/long/squality.train.jsonl.xz" "$DATA/long/squality.dev.jsonl.xz" > "$long.jsonl"

# train PART VALUE KEY=VALUE...: learns a scorer and prints its line
train() {
    part=$1 value=$2
    shift 2
    nice -n 15 "$lab/rank_train" "$DATA/news/cnndm.train.jsonl.xz" step=8 cnn=6 rounds=2 seed=21 tables=70 bytes=8192 pick=30000 \
        check="$dev.jsonl" "$@" 2>"$B/train.log"
    awk -v OFS='\t' -v part="$part" -v value="$value" '
        / tables, .* bytes/ { bytes = $3 }
        /^  check:/ { print part, value, bytes, $3, $5, $7, $9 }' "$B/train.log"
}

# summaries PART TEXTS MEMORY OPTIONS: the line of the committed scorer in a work area
summaries() {
    "$B/pith" --jsonl -m "$3" $4 < "$2.jsonl" > "$B/hyp.jsonl"
    "$lab/rouge_eval" "$2.jsonl" "$B/hyp.jsonl" | awk -v OFS='\t' -v part="$1" -v value="$3" '{ print part, value, "-", $6, $8, $10, "-" }'
}

for seed in 21 22 23; do
    train whole "$seed" seed="$seed"
done
train without position without=ordinal,place,to-end
train without length without=words,content,stops,letters
train without names without=names,numbers,fresh-named,doc-names
train without words without=opening,talk,person,first
train without weights without=weight
train without salience without=rarity,recur,mean,top,often,spread
train without lead without=lead-mass,head,new
train without neighbours without=next,next-words,prev-words
train without choice without=chosen,chosen-words,fresh,fresh-recur,fresh-terms,fresh-named,fresh-spread,covered,top-fresh,before
train without text without=doc-length,doc-words,doc-names,doc-person,doc-quotes,doc-heads,doc-types
for n in 5 10 20 40 120; do
    train tables "$n" tables="$n" bytes=16000
done
"$lab/rank_eval" "$dev.jsonl" -100 -75 -50 -25 0 25 50 75 100 | awk -v OFS='\t' '{ print "threshold", $1, "-", $2, $3, $4, $5 }'
for m in 1K 2K 4K 8K 16K 64K; do
    summaries news "$dev" "$m" ""
done
for m in 2K 4K 8K 16K 64K 1M; do
    summaries stories "$long" "$m" "-w 418"
done
