# awk -f check.awk BUDGET MEASURED: no figure may have grown past the committed one by more than 2 percent, which
# is what another patch level of a compiler may cost. Columns 3 to 9 are the same for every profile of a board but `names`.
BEGIN { FS = "\t" }
FNR == 1 { file++; split($0, head); next }
{ key = $1 " " $2 }
file == 1 { for (i = 3; i <= 11; i++) budget[key, i] = $i; known[key] = 1; next }
!(key in known) { print "budget: " key " is not in budget.tsv"; bad++; next }
{
    rows++
    for (i = 3; i <= 11; i++)
        if ((i > 9 || $2 == "small" || $2 == "names") && $i > budget[key, i] * 1.02) {
            print "budget: " key ": " head[i] " is " $i ", was " budget[key, i]
            bad++
        }
}
END {
    if (bad) { print "budget: grown; `make budget` accepts the new figures"; exit 1 }
    print "budget: " rows " rows within what is committed"
}
