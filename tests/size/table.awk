# awk -f table.awk budget.tsv: the table of the README.
BEGIN {
    FS = "\t"
    printf "%-18s %6s %6s  %6s %6s %5s  %8s %8s\n", "", "code", "tables", "state", "work", "stack", "per byte", "longest"
}
FNR > 1 && $2 == "kept" {
    printf "%-18s %6d %6d  %6d %6d %5d  %7.0f%s %8d\n", $1, $3, $4, $5, $6, $7, $10, $1 ~ /^atmega/ ? "c" : "i", $11
}
